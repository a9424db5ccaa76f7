import type { RefObject } from 'react';
import { cellText } from '#shared/contract/cells.ts';
import { type ActionRow, type EditableField, editableFields } from '#shared/contract/plans.ts';
import { count, listWords } from '../../format/words.ts';
import type { GridHandle } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { dropPlace, type Place, stepPlace } from './move-places.ts';
import type { PlanTree } from './section-tree.ts';
import type { PlanEdits } from './use-plan-edits.ts';

type RowOptions = {
  readonly tree: PlanTree;
  readonly byId: ReadonlyMap<string, ActionRow>;
  readonly edits: PlanEdits;
  readonly grid: RefObject<GridHandle | null>;
  /** Why rows have no place to be moved to just now; null where they have. */
  readonly fixedOrder: string | null;
};

/** What a copy of an action takes over: its words, but neither its reference nor what was reported on it. */
const copied: readonly EditableField[] = editableFields.filter(
  (field) => field !== 'ref' && field !== 'status' && field !== 'lastUpdate',
);

/** The acts on whole rows: add, copy, delete, move. Each is one act with one Undo. */
export function useRowActs({ tree, byId, edits, grid, fixedOrder }: RowOptions) {
  const there = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);

  const addAt = async (place: Place) => {
    const ids = await edits.addActions({ ...place, rows: [{}] });
    const id = ids[0];
    if (id !== undefined) grid.current?.show(id, 'text', { edit: 'words' });
  };
  /** Adds a row below another, or at the end of a section, and opens its words for typing. */
  const addAfter = (afterId: string | null, section: string | null) => {
    const after = afterId === null ? undefined : byId.get(afterId);
    return addAt({
      sectionId: after ? after.sectionId : section,
      afterActionId: after?.id ?? null,
      first: false,
    });
  };
  const addAbove = async (id: string) => {
    const place = dropPlace(tree, [], id, 'before');
    if (place) await addAt(place);
  };
  const duplicate = async (ids: readonly string[]) => {
    const rows = there(ids);
    const last = rows.at(-1);
    if (!last) return;
    const fresh = await edits.addActions({
      sectionId: last.sectionId,
      afterActionId: last.id,
      rows: rows.map((row) => Object.fromEntries(copied.map((field) => [field, cellText(row, field)]))),
    });
    if (fresh[0] !== undefined) grid.current?.show(fresh[0]);
    say(`${count(rows.length, 'action')} copied, without reference, status and updates.`);
  };
  const remove = async (ids: readonly string[]) => {
    const rows = there(ids);
    if (rows.length === 0) return;
    const measures = rows.reduce((sum, row) => sum + row.measures.length, 0);
    const told = rows.filter((row) => row.lastUpdate !== null || row.status !== null).length;
    const withThem = [
      measures > 0 ? count(measures, 'measure') : '',
      told > 0 ? `the progress of ${rows.length === 1 ? 'it' : told}` : '',
    ].filter(Boolean);
    await edits.removeActions(rows.map(({ id }) => id));
    const what = `${count(rows.length, 'action')}${withThem.length > 0 ? `, with ${listWords(withThem)}` : ''}`;
    say(`Deleted: ${what}. Undo brings ${rows.length === 1 ? 'it' : 'them'} back.`);
  };
  const moveTo = async (ids: readonly string[], place: Place) => {
    const inOrder = [...byId.keys()].filter((id) => ids.includes(id));
    await edits.moveActions({ actionIds: inOrder, ...place });
  };
  const moveBy = (ids: readonly string[], by: -1 | 1) => {
    if (fixedOrder) return say(fixedOrder);
    const place = stepPlace(tree, ids, by);
    if (place === 'several') {
      return say('These actions stand in several sections. Move those of one section at a time.');
    }
    if (!place) {
      return say(by < 0 ? 'This is the first place of the plan.' : 'This is the last place of the plan.');
    }
    void moveTo(ids, place);
  };
  const moveRows = (ids: readonly string[], toId: string, side: 'before' | 'behind') => {
    if (fixedOrder) return say(fixedOrder);
    const rows = there(ids).map(({ id }) => id as string);
    const place = dropPlace(tree, rows, toId, side);
    if (place && rows.length > 0) void moveTo(rows, place);
  };
  return { addAfter, addAbove, duplicate, remove, moveTo, moveBy, moveRows };
}

export type RowActs = ReturnType<typeof useRowActs>;
