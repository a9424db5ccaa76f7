import { bringBack, lastDeleted } from '#db/bin.ts';
import { undoLast } from '#db/change-log.ts';
import { newestUndoable } from '#db/queries/history-changes.ts';
import { undoKind } from '#db/queries/history-sets.ts';
import { pastSet, undoPast } from '#db/undo-past.ts';
import { rowName } from '#shared/domain/row-words.ts';
import type { Register } from '../app.ts';
import { nameOf } from './record-names.ts';

/**
 * Undoes one act, whenever it was: the newest as Undo does, so that Redo does it again; an earlier one as a new act of
 * the history, which can be undone in its turn.
 */
export function undoAct(register: Register, id: string): { label: string; rows: number } {
  const set = pastSet(register.db, id);
  if (newestUndoable(register.db)?.seq === set.seq) {
    const undone = undoLast(register.db);
    register.index.wake();
    if (undone) return undone;
  }
  const rows = register.act({ kind: undoKind(set.seq), label: `Undo of “${set.label}”` }, (tx) =>
    undoPast(tx, id),
  );
  return { label: set.label, rows };
}

/** Brings a deleted record back with what went with it. */
export function bringRecordBack(register: Register, id: string): { label: string; rows: number } {
  const deleted = lastDeleted(register.db, id);
  const name = nameOf(deleted.table, id, deleted.row);
  const short = name.length > 60 ? `${name.slice(0, 57).trimEnd()} …` : name;
  const label = `The ${rowName(deleted.table).one} “${short}” brought back`;
  const rows = register.act({ kind: 'bring-back', label }, (tx) => bringBack(tx, deleted));
  return { label, rows };
}
