import type { CellNote, RowNotes } from './types.ts';

export type Notes = ReadonlyMap<string, RowNotes>;
export type Spot = { readonly id: string; readonly key: string };

/** The notes with those of some cells set, or taken off where `note` says null. */
export function withNotes<S extends Spot>(
  notes: Notes,
  spots: readonly S[],
  note: (spot: S) => CellNote | null,
): Notes {
  const after = new Map(notes);
  for (const spot of spots) {
    const { [spot.key]: _before, ...others } = after.get(spot.id) ?? {};
    const one = note(spot);
    const row = one === null ? others : { ...others, [spot.key]: one };
    if (Object.keys(row).length === 0) after.delete(spot.id);
    else after.set(spot.id, row);
  }
  return after;
}
