import type { KeyEntry } from '#shared/contract/register.ts';
import { lookOf } from '#shared/domain/states.ts';
import { wholeKey as completed } from '#shared/domain/status-keys.ts';

/** A key with all seven states: as the plan has them, and as is usual where it leaves one out. */
export const wholeKey = (key: readonly KeyEntry[]): KeyEntry[] =>
  completed<KeyEntry>(key, (state) => ({ ...lookOf(state) }));

/** The key with one entry and its neighbour put in each other's place. */
export function swapped(key: readonly KeyEntry[], at: number, other: number): KeyEntry[] {
  const next = [...key];
  const [a, b] = [next[at], next[other]];
  if (a && b) [next[at], next[other]] = [b, a];
  return next;
}

/** The key with another, still empty word for the state of an entry, behind it. */
export function withAnother(key: readonly KeyEntry[], at: number): KeyEntry[] {
  const entry = key[at];
  if (!entry) return [...key];
  return [...key.slice(0, at + 1), { ...entry, label: '', definition: '' }, ...key.slice(at + 1)];
}
