import type { GridAct, GridChange, GridSelection, RowNotes } from '../../grid/types.ts';

/**
 * In the leads' view an action stands under each of its leads, and a line needs an id of its own: the second one of
 * an action has its id with a mark. Everything that leaves the grid is told of actions again.
 */
const mark = '~';

export const aliasId = (actionId: string, nth: number): string =>
  nth === 0 ? actionId : `${actionId}${mark}${nth + 1}`;

export function actionIdOf(lineId: string): string {
  const place = lineId.indexOf(mark);
  return place < 0 ? lineId : lineId.slice(0, place);
}

const unique = (ids: readonly string[]) => [...new Set(ids.map(actionIdOf))];

export function changeOfActions(change: GridChange): GridChange {
  const cells = new Map(
    change.cells.map((cell) => [`${actionIdOf(cell.id)} ${cell.key}`, { ...cell, id: actionIdOf(cell.id) }]),
  );
  const added = change.added.map((one) => ({ ...one, blankId: actionIdOf(one.blankId) }));
  return { ...change, cells: [...cells.values()], added };
}

export function selectionOfActions(selection: GridSelection): GridSelection {
  const { activeId } = selection;
  return {
    ...selection,
    ids: unique(selection.ids),
    activeId: activeId === null ? null : actionIdOf(activeId),
  };
}

export function actOfActions(act: GridAct): GridAct {
  if ('ids' in act) {
    const ids = unique(act.ids);
    return act.do === 'move-rows' ? { ...act, ids, toId: actionIdOf(act.toId) } : { ...act, ids };
  }
  return act.do === 'add-row' && act.id !== null ? { ...act, id: actionIdOf(act.id) } : act;
}

/** The notes of actions on every line of theirs. */
export function notesOnLines(
  notes: ReadonlyMap<string, RowNotes>,
  aliases: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, RowNotes> {
  if (aliases.size === 0 || notes.size === 0) return notes;
  const all = new Map(notes);
  for (const [id, note] of notes) for (const alias of aliases.get(id) ?? []) all.set(alias, note);
  return all;
}
