import type { Action, Plan } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { barOrder, type State } from '#shared/domain/states.ts';
import { capital, listWords } from '#shared/domain/words.ts';
import { markOf } from './content-index.ts';

/** What stands at the head and foot of every report made from a snapshot. */
export type FrontMatter = {
  readonly snapshotName: string;
  /** ISO instant, UTC. */
  readonly takenAt: string;
  /** SHA-256 of the snapshot, hex; empty for a preview, of which there is none yet. */
  readonly hash: string;
};

/** "14 October 2010, 09:10" in UTC; the snapshot's own day and time. */
function formatInstant(instant: string): string {
  return `${formatDay(instant.slice(0, 10))}, ${instant.slice(11, 16)}`;
}

/** Twelve characters in fours: enough to tell snapshots apart by eye and over the telephone. */
function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}

export function frontFacts(front: FrontMatter): { label: string; text: string }[] {
  return [
    { label: 'As at', text: formatInstant(front.takenAt) },
    {
      label: 'Snapshot',
      text: [front.snapshotName, shortHash(front.hash)].filter((part) => part !== '').join(', '),
    },
  ];
}

export function frontFoot(front: FrontMatter): string {
  if (front.hash === '') return `From the register as it stands, ${formatInstant(front.takenAt)}`;
  return `From the snapshot of ${formatInstant(front.takenAt)} (${shortHash(front.hash)})`;
}

/** How many actions stand in each state; without a status an action has not started. */
function countStates(actions: readonly Action[]): Map<State, number> {
  const counts = new Map<State, number>();
  for (const action of actions) {
    const state = action.status?.state ?? 'not-started';
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** "11 complete, 22 on track, 10 not started and 4 off track." in the words of the plan's key. */
export function stateSentence(plan: Plan | null, actions: readonly Action[]): string {
  const counts = countStates(actions);
  const parts = barOrder
    .filter((state) => (counts.get(state) ?? 0) > 0)
    .map((state) => `${counts.get(state)} ${markOf(plan, state).label.toLowerCase()}`);
  if (parts.length === 0) return '';
  return `${capital(listWords(parts))}.`;
}
