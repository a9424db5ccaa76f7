import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { KpiGrid } from '#shared/contract/kpis.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { count } from '../../../format/words.ts';
import { type Notes, withNotes } from '../../../grid/cell-notes.ts';
import type { GridChange } from '../../../grid/types.ts';
import { say } from '../../../shell/foot.tsx';
import { columnKeyOf, type GridRole, patchFigures } from './patch-figures.ts';

/** What one save takes (contract: kpis.setValues). */
const mostCells = 10_000;

/**
 * Saves figures as typed or pasted. The words stand in their cells at once, and stay there with the reason where
 * they are refused. Saves go out one after another, in the order they were typed.
 */
export function useGridEdits(o: {
  readonly grid: KpiGrid | undefined;
  readonly gridKey: readonly unknown[];
  readonly role: GridRole;
}) {
  const { grid, gridKey, role } = o;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [notes, setNotes] = useState<Notes>(new Map());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback(
    (made: GridChange): Promise<readonly string[]> => {
      const labels = new Map(grid?.periods.map((period) => [columnKeyOf(period), period.label]));
      const spots = made.cells.flatMap((cell) => {
        const period = labels.get(cell.key);
        return period === undefined ? [] : [{ ...cell, period }];
      });
      const below =
        made.added.length === 0
          ? ''
          : `${count(made.added.length, 'row')} of the block had no KPI to go to and ${made.added.length === 1 ? 'was' : 'were'} left out.`;
      if (spots.length > mostCells) {
        say(`Nothing was written: at most ${count(mostCells, 'cell')} go in at once. Take a smaller block.`);
        return Promise.resolve([]);
      }
      if (spots.length === 0) {
        if (below) say(below);
        return Promise.resolve([]);
      }
      setNotes((before) => withNotes(before, spots, ({ text }) => ({ text })));
      const done = queue.current.then(async () => {
        try {
          const as =
            typeof role === 'string'
              ? { role }
              : { role: 'comparator' as const, comparator: role.comparator };
          const edits = spots.map(({ id, period, text }) => ({ kpiId: id, ...as, period, text }));
          const { refused, recalculated } = await client.kpis.setValues.mutate({ edits });
          const why = new Map(refused.map((one) => [`${one.kpiId} ${one.period}`, one.message]));
          const written = edits.filter((edit) => !why.has(`${edit.kpiId} ${edit.period}`));
          cache.setQueryData<KpiGrid>(gridKey, (before) => before && patchFigures(before, role, written));
          // What is worked out from these figures stands in the same grid.
          const again = recalculated.length > 0;
          const key = JSON.stringify(gridKey);
          void cache.invalidateQueries({
            predicate: ({ queryKey }) => again || JSON.stringify(queryKey) !== key,
            refetchType: again ? 'active' : 'none',
          });
          void cache.invalidateQueries({ queryKey: trpc.register.state.queryKey() });
          // The cache tells the screen in a task of its own; until then the words stand as notes.
          await new Promise((resolve) => setTimeout(resolve));
          setNotes((before) =>
            withNotes(before, spots, ({ id, period, text }) => {
              const message = why.get(`${id} ${period}`);
              return message === undefined ? null : { text, message };
            }),
          );
          const left =
            refused.length === 0
              ? ''
              : `${count(refused.length, 'figure')} ${refused.length === 1 ? 'was' : 'were'} not taken. The words are kept, with the reason under them.`;
          say([left, below].filter(Boolean).join(' '));
        } catch (error) {
          const { message } = wireErrorOf(error);
          setNotes((before) => withNotes(before, spots, ({ text }) => ({ text, message })));
          say(`Not saved. ${message}`);
        }
      });
      queue.current = done;
      return done.then(() => []);
    },
    [cache, client, grid, gridKey, role, trpc],
  );
  return { notes, change };
}
