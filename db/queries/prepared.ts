import type { Statement } from 'better-sqlite3';
import type { ReadDb } from '../handles.ts';

const statements = new WeakMap<object, Map<string, Statement>>();

/**
 * The statement for a text, compiled once per open register: compiling costs more than most of our reads.
 * Only for texts written in the source; a text put together at run time would fill the store.
 */
export function prepared(db: ReadDb, text: string): Statement {
  let known = statements.get(db.raw);
  if (!known) {
    known = new Map();
    statements.set(db.raw, known);
  }
  let statement = known.get(text);
  if (!statement) {
    statement = db.raw.prepare(text);
    known.set(text, statement);
  }
  return statement;
}

/** All rows of a statement, in the form its text selects. */
export function rowsOf<Row>(db: ReadDb, text: string, ...values: unknown[]): Row[] {
  return prepared(db, text).all(...values) as Row[];
}

/** The first row of a statement, or undefined. */
export function rowOf<Row>(db: ReadDb, text: string, ...values: unknown[]): Row | undefined {
  return prepared(db, text).get(...values) as Row | undefined;
}
