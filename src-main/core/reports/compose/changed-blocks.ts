import type { Difference } from '#shared/contract/reports.ts';
import { inWords } from '#shared/domain/difference-words.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { type Block, words } from '../document.ts';
import type { ContentIndex } from './content-index.ts';

/** The snapshot that a report is compared with: the one before it, or the one that was asked for. Null where there is none. */
export type Before = { readonly name: string; readonly index: ContentIndex } | null;

/** The differences of one plan, or of all where none is named. */
export function changesSince(
  index: ContentIndex,
  before: NonNullable<Before>,
  planId: string | null,
): Difference[] {
  const all = differencesBetween(before.index.content, index.content);
  return planId === null ? all : all.filter((one) => one.planId === planId);
}

/** "What has changed since June board": the head of every report that has a predecessor, in a few sentences. */
export function changedBlocks(index: ContentIndex, before: Before, planId: string | null): Block[] {
  if (!before) return [];
  const changes = changesSince(index, before, planId);
  const plans = new Set(changes.flatMap((one) => one.planId ?? [])).size;
  return [
    {
      kind: 'labelled',
      label: `What has changed since ${before.name}`,
      pieces: inWords(changes, before.name, plans).map((sentence) => words(sentence)),
    },
  ];
}
