import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import type {
  EditableField,
  EditResult,
  PlanView,
  plansContract,
  RowsToAdd,
} from '#shared/contract/plans.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC, useTRPCClient } from '../../client/trpc.ts';
import { count } from '../../format/words.ts';
import { type Notes, type Spot, withNotes } from '../../grid/cell-notes.ts';
import type { GridChange } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { whileLeaving } from './leaving-actions.ts';
import { patchPlan, withMovedActions } from './patch-plan.ts';
import { sectionOfBlank } from './plan-lines.ts';

/** What one save takes (contract: plans.setCells). */
const mostCells = 20_000;
const mostRows = 5_000;

/** What Undo would say of a save, or how many cells it could not take. */
function outcome(result: EditResult): string {
  const refused = result.refused.length;
  if (refused === 0) return '';
  return refused === 1
    ? '1 cell was not taken. Its words are kept, with the reason under them.'
    : `${count(refused, 'cell')} were not taken. Their words are kept, with the reason under them.`;
}

/**
 * Saves what the grid writes. The words typed stand in their cells at once; the answer replaces them, or stands
 * under them as the sentence why not. Saves go out one after another, in the order they were typed.
 */
export function usePlanEdits(planId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [notes, setNotes] = useState<Notes>(new Map());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lastAdded = useRef(new Map<string, string>());
  const key = trpc.plans.get.queryKey({ planId });

  const absorb = useCallback(
    (result: EditResult, afterId: string | null): string[] => {
      const before = cache.getQueryData<PlanView>(key);
      const known = new Set(before?.actions.map((action) => action.id));
      const fresh = result.actions.filter((action) => !known.has(action.id)).map((action) => action.id);
      if (before) cache.setQueryData<PlanView>(key, patchPlan(before, result, afterId));
      // Everything else that shows these actions is asked again when next shown; the drawer and the state now.
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => queryKey !== key && JSON.stringify(queryKey) !== JSON.stringify(key),
        refetchType: 'none',
      });
      const gone = new Set(
        result.removedIds.map((actionId) => JSON.stringify(trpc.plans.action.queryKey({ actionId }))),
      );
      void cache.invalidateQueries({
        queryKey: trpc.plans.action.pathKey(),
        predicate: ({ queryKey }) => !gone.has(JSON.stringify(queryKey)),
      });
      void cache.invalidateQueries({ queryKey: trpc.links.pathKey() });
      void cache.invalidateQueries({ queryKey: trpc.register.state.queryKey() });
      say(outcome(result));
      return fresh;
    },
    [cache, key, trpc],
  );

  /** Runs one save after those before it; a failure is said and leaves the words where `spots` are. */
  const save = useCallback(
    (
      run: () => Promise<EditResult>,
      spots: readonly (Spot & { text: string })[],
      afterId: string | null,
    ): Promise<string[]> => {
      const texts = new Map(spots.map((spot) => [`${spot.id} ${spot.key}`, spot.text]));
      const textOf = (spot: Spot) => texts.get(`${spot.id} ${spot.key}`) ?? '';
      setNotes((before) => withNotes(before, spots, (spot) => ({ text: textOf(spot) })));
      const done = queue.current.then(async () => {
        try {
          const result = await run();
          const why = new Map(result.refused.map((one) => [`${one.actionId} ${one.field}`, one.message]));
          const fresh = absorb(result, afterId);
          // The cache tells the screen in a task of its own: until then the words stand as notes, or the cells would
          // be as before for a moment.
          await new Promise((resolve) => setTimeout(resolve));
          setNotes((before) =>
            withNotes(before, spots, (spot) => {
              const message = why.get(`${spot.id} ${spot.key}`);
              return message === undefined ? null : { text: textOf(spot), message };
            }),
          );
          return fresh;
        } catch (error) {
          const { message } = wireErrorOf(error);
          setNotes((before) => withNotes(before, spots, (spot) => ({ text: textOf(spot), message })));
          say(`Not saved. ${message}`);
          return [];
        }
      });
      queue.current = done;
      return done;
    },
    [absorb],
  );

  const change = useCallback(
    (made: GridChange): Promise<readonly string[]> => {
      if (made.cells.length > mostCells || made.added.length > mostRows) {
        say(
          `Nothing was written: at most ${count(mostCells, 'cell')} and ${count(mostRows, 'new row')} go in at once. Take a smaller block.`,
        );
        return Promise.resolve([]);
      }
      const spots = made.cells.map((cell) => ({ id: cell.id, key: cell.key, text: cell.text }));
      const edits = made.cells.map((cell) => ({
        actionId: cell.id,
        field: cell.key as EditableField,
        text: cell.text,
      }));
      const typedOn = made.added.find((one) => one.continues);
      for (const one of made.added) {
        for (const [field, text] of Object.entries(one.texts)) {
          spots.push({ id: one.blankId, key: field, text });
        }
      }
      const { added, afterId } = rowsToAdd(
        made.added.filter((one) => !one.continues),
        cache.getQueryData<PlanView>(key),
      );
      return save(
        async () => {
          // The row of a blank that was typed into a moment ago has its id by now: saves go one by one.
          const id = typedOn && lastAdded.current.get(typedOn.blankId);
          const more = Object.entries(id === undefined ? {} : (typedOn?.texts ?? {}));
          const result = await client.plans.setCells.mutate({
            planId,
            edits: [
              ...edits,
              ...more.map(([field, text]) => ({ actionId: id ?? '', field: field as EditableField, text })),
            ],
            added,
          });
          const before = cache.getQueryData<PlanView>(key);
          const known = new Set(before?.actions.map((action) => action.id));
          const fresh = result.actions.filter((action) => !known.has(action.id));
          const first = made.added[0];
          if (first && fresh[0]) lastAdded.current.set(first.blankId, fresh[0].id);
          return result;
        },
        spots,
        afterId,
      );
    },
    [cache, client, key, planId, save],
  );

  const addProgress = useCallback(
    (input: z.input<typeof plansContract.addProgress.input>, label: string | null) => {
      const spots = input.actionIds.flatMap((id) => [
        ...(label === null ? [] : [{ id, key: 'status', text: label }]),
        ...(input.text === '' ? [] : [{ id, key: 'lastUpdate', text: input.text }]),
      ]);
      return save(() => client.plans.addProgress.mutate({ ...input, label }), spots, null);
    },
    [client, save],
  );
  const addActions = useCallback(
    (rows: RowsToAdd) =>
      save(() => client.plans.addActions.mutate({ planId, ...rows }), [], rows.afterActionId),
    [client, planId, save],
  );
  const removeActions = useCallback(
    (actionIds: string[]) =>
      whileLeaving(actionIds, async () => {
        // What the drawer is asking about them is answered first: after the removal there is no answer.
        await Promise.allSettled(
          actionIds.map(
            (actionId) =>
              cache.getQueryCache().find({ queryKey: trpc.plans.action.queryKey({ actionId }) })?.promise,
          ),
        );
        return save(() => client.plans.removeActions.mutate({ actionIds }), [], null);
      }),
    [cache, client, save, trpc],
  );
  const moveActions = useCallback(
    (input: z.input<typeof plansContract.moveActions.input>) =>
      save(
        async () => {
          const result = await client.plans.moveActions.mutate(input);
          const before = cache.getQueryData<PlanView>(key);
          if (before) cache.setQueryData<PlanView>(key, withMovedActions(before, input));
          return result;
        },
        [],
        null,
      ),
    [cache, client, key, save],
  );
  return { notes, change, addProgress, addActions, removeActions, moveActions };
}

export type PlanEdits = ReturnType<typeof usePlanEdits>;

/** Words typed into blank rows, or pasted below the last row, as rows to add to the sections they stand in. */
function rowsToAdd(
  added: GridChange['added'],
  plan: PlanView | undefined,
): { added: RowsToAdd[]; afterId: string | null } {
  const groups = new Map<string, RowsToAdd>();
  let afterId: string | null = null;
  for (const one of added) {
    const section = sectionOfBlank(one.blankId);
    const below =
      section === undefined ? plan?.actions.find((action) => action.id === one.blankId) : undefined;
    if (below) afterId = below.id;
    const group = groups.get(one.blankId) ?? {
      sectionId: section ?? below?.sectionId ?? null,
      afterActionId: below?.id ?? null,
      rows: [],
    };
    group.rows.push(one.texts);
    groups.set(one.blankId, group);
  }
  return { added: [...groups.values()], afterId };
}
