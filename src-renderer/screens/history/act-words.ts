import type { ChangeSet } from '#shared/contract/history.ts';
import { dayOfInstant, formatDay } from '../../format/days.ts';

/** The kinds of act that one may choose among, in words. */
export const actKinds = [
  { id: 'all', text: 'Every kind of act' },
  { id: 'edit', text: 'Edits' },
  { id: 'progress', text: 'Updates' },
  { id: 'import', text: 'Imports' },
  { id: 'tray', text: 'Work on the tray' },
  { id: 'roll-forward', text: 'New years' },
  { id: 'round', text: 'Update rounds' },
  { id: 'snapshot', text: 'Snapshots' },
  { id: 'circulation', text: 'Circulations' },
  { id: 'undo', text: 'Undone acts of the past' },
  { id: 'bring-back', text: 'Brought back from the bin' },
  { id: 'create', text: 'Beginnings' },
] as const;
export type ActKind = (typeof actKinds)[number]['id'];

/** How an act stands, where that needs a word. */
export function stateInWords({ state, undoneBy, undoable }: ChangeSet): string {
  if (state === 'undone') return 'Undone';
  if (state === 'replaced') return 'Undone for good';
  if (undoneBy) return `Undone on ${formatDay(dayOfInstant(undoneBy.at))}`;
  return undoable ? '' : 'Stands for ever';
}

/** Whether what the act wrote is no longer in force. */
export const isUndone = ({ state, undoneBy }: ChangeSet): boolean => state !== 'done' || undoneBy !== null;
