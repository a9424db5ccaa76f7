import { useCallback, useState } from 'react';
import type { Extent } from './geometry.ts';
import type { LineIndex } from './lines.ts';
import { at, followColumns, followRows, type Selection, start } from './selection.ts';

/** The cell being edited is always the active one. `text` is what the editor begins with. */
export type Editing = { readonly text: string; readonly byTyping: boolean };

/** A blank row typed into, whose row is on its way: `id` once the register has given it one. */
export type Adding = { readonly blankId: string; readonly id: string | null };

/**
 * What is selected and edited. The selection follows its rows when rows come and go (undo, filter, another
 * window's import), so that the focus is never lost; from a blank row it goes over to the row that came of it.
 */
export function useGridState(index: LineIndex, keys: readonly string[]) {
  const cols = keys.length;
  const names = keys.join('\n');
  const extent: Extent = { rows: index.ids.length, cols };
  const [selection, select] = useState<Selection>(start);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [seen, setSeen] = useState({ index, names });
  let current = selection;
  if (seen.index !== index || seen.names !== names) {
    current = followRows(selection, seen.index.ids, (id) => index.rowOfId.get(id), extent);
    if (seen.names !== names) current = followColumns(current, seen.names.split('\n'), keys, extent);
    setSeen({ index, names });
    if (current !== selection) select(current);
  }
  if (adding && !editing) {
    const row = adding.id === null ? undefined : index.rowOfId.get(adding.id);
    const stillThere = index.ids[current.active.row] === adding.blankId;
    if (!stillThere) setAdding(null);
    else if (row !== undefined) {
      current = { ...at({ row, col: current.active.col }), tabFrom: current.tabFrom };
      select(current);
      setAdding(null);
    }
  }
  const arrived = useCallback((blankId: string, id: string) => {
    setAdding((before) => (before?.blankId === blankId ? { blankId, id } : before));
  }, []);
  return { extent, selection: current, select, editing, setEditing, adding, setAdding, arrived };
}

export type GridState = ReturnType<typeof useGridState>;
