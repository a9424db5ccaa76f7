import { beginAct, checkpointAsUsual, endAct, settleBulk } from './bulk.ts';
import { askGuard, type ReadDb, type WriteDb } from './handles.ts';
import { prepared } from './queries/prepared.ts';
import { inTransaction } from './transactions.ts';

export { redoLast, undoLast } from './undo.ts';

/** One act of the officer. */
export type ChangeAct<T> = {
  readonly id: string;
  /** The instant, ISO UTC. */
  readonly at: string;
  /** A closed word for grouping: 'edit', 'import', 'progress', 'snapshot', … */
  readonly kind: string;
  /** What Undo says, known beforehand or once the writing is done. */
  readonly label: string | ((result: T) => string);
  /** False for acts that stand for ever. An act that only freezes (snapshot, circulation) always stands. */
  readonly undoable?: boolean;
  /** Looks at all that was written before it stands, by the number of the change set; throws to take all of it back. */
  readonly check?: (db: ReadDb, seq: number) => void;
};

/**
 * Does all that `write` writes as one change set in one transaction: all of it is on the disk when this
 * returns, or none. The triggers log every row. Where nothing was changed no change set is left. Undone acts
 * can no longer be redone after a new one.
 */
export function inChangeSet<T>(db: WriteDb, act: ChangeAct<T>, write: (tx: WriteDb) => T): T {
  askGuard(db);
  try {
    return inTransaction(db, 'IMMEDIATE', () => actWritten(db, act, write));
  } finally {
    checkpointAsUsual(db.raw);
  }
}

function actWritten<T>(db: WriteDb, act: ChangeAct<T>, write: (tx: WriteDb) => T): T {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO change_sets (id, at, kind, label, state, undoable) VALUES (?, ?, ?, '', 'done', ?)`,
  ).run(act.id, act.at, act.kind, act.undoable === false ? 0 : 1);
  const seq = Number(lastInsertRowid);
  prepared(db, 'UPDATE change_head SET change_set_seq = ?').run(seq);
  const result = written(db, seq, write);
  if (hasChanges(db, seq)) {
    act.check?.(db, seq);
    const label = typeof act.label === 'function' ? act.label(result) : act.label;
    prepared(db, 'UPDATE change_sets SET label = ?, undoable = undoable AND ? WHERE seq = ?').run(
      label,
      freezes(db, seq) ? 0 : 1,
      seq,
    );
    prepared(db, `UPDATE change_sets SET state = 'replaced' WHERE state = 'undone'`).run();
    prepared(db, 'UPDATE change_head SET change_set_seq = NULL, revision = revision + 1').run();
  } else {
    prepared(db, 'DELETE FROM change_sets WHERE seq = ?').run(seq);
    prepared(db, 'UPDATE change_head SET change_set_seq = NULL').run();
  }
  return result;
}

function written<T>(db: WriteDb, seq: number, write: (tx: WriteDb) => T): T {
  beginAct(db.raw);
  try {
    const result = write(db);
    if (result instanceof Promise) throw new Error('a change set cannot wait: its writing is synchronous');
    settleBulk(db.raw, seq);
    return result;
  } finally {
    endAct(db.raw);
  }
}

function hasChanges(db: ReadDb, seq: number): boolean {
  return prepared(db, 'SELECT 1 FROM changes WHERE change_set_seq = ? LIMIT 1').get(seq) !== undefined;
}

/** Whether the act froze something: a row that the log names without its content. */
function freezes(db: ReadDb, seq: number): boolean {
  const frozen = prepared(db, `SELECT 1 FROM changes WHERE change_set_seq = ? AND op = 'frozen' LIMIT 1`);
  return frozen.get(seq) !== undefined;
}

/** Everything `read` reads is of one moment. Inside a change set it reads what the change set has written. */
export function inReadTransaction<T>(db: ReadDb, read: (tx: ReadDb) => T): T {
  return db.raw.inTransaction ? read(db) : inTransaction(db, 'DEFERRED', () => read(db));
}

/** Grows with every change set, undo and redo. */
export function revision(db: ReadDb): number {
  return prepared(db, 'SELECT revision FROM change_head').pluck().get() as number;
}
