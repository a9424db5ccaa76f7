import { useDeferredValue, useMemo } from 'react';
import type { PlanView, StateCounts } from '#shared/contract/plans.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { states } from '#shared/domain/states.ts';
import { count } from '../../format/words.ts';
import { arrangedLines } from './arranged-lines.ts';
import type { People } from './column-values.ts';
import { isFiltered, type PlanFilter, passes } from './plan-filter.ts';
import { groupingWords, type PlanLook } from './plan-look.ts';
import type { PlanTree } from './section-tree.ts';

/** The lines of the plan as looked at, how many actions that is and how they stand. */
export function useLookedAt(o: {
  readonly tree: PlanTree;
  /** Whether there are blank rows to type new actions in. */
  readonly withBlanks: boolean;
  readonly actions: PlanView['actions'];
  readonly look: PlanLook;
  readonly filter: PlanFilter;
  readonly today: string;
  readonly people: People;
  readonly planKey: readonly KeyEntry[];
}) {
  const { tree, actions, today, people, planKey } = o;
  // A letter typed, or a menu closed, is drawn first; of 20,000 rows the grid follows a moment later.
  const filter = useDeferredValue(o.filter);
  const group = useDeferredValue(o.look.group);
  const sort = useDeferredValue(o.look.sort);
  const kept = useMemo(
    () =>
      isFiltered(filter)
        ? new Set(actions.flatMap((one) => (passes(one, filter, today, people) ? [one.id] : [])))
        : null,
    [actions, filter, today, people],
  );
  const { withBlanks } = o;
  const { lines, aliases } = useMemo(() => {
    const keep = kept && ((one: { id: string }) => kept.has(one.id));
    const arranged = arrangedLines(tree, { group, sort }, keep, { people, planKey });
    if (withBlanks) return arranged;
    return { ...arranged, lines: arranged.lines.filter((line) => line.kind !== 'blank') };
  }, [tree, group, sort, kept, people, planKey, withBlanks]);
  const counts = useMemo(() => {
    const found = Object.fromEntries(states.map((state) => [state, 0])) as StateCounts;
    for (const one of actions) if (!kept || kept.has(one.id)) found[one.status?.state ?? 'not-started'] += 1;
    return found;
  }, [actions, kept]);
  return { lines, aliases, counts, shown: kept ? kept.size : actions.length };
}

/** "Leads’ view, sorted by Timescale, 12 of 63 actions" */
export function lookInWords(
  look: PlanLook,
  titleOf: (key: string) => string,
  shown: number,
  all: number,
): string {
  const parts = [
    look.group === 'section' ? 'By section' : groupingWords[look.group],
    look.sort ? `sorted by ${titleOf(look.sort.key)}` : '',
    shown < all ? `${shown} of ${count(all, 'action')}` : count(all, 'action'),
  ];
  return parts.filter(Boolean).join(', ');
}
