import type Database from 'better-sqlite3';
import type { WriteDb } from './handles.ts';
import { inTransaction } from './transactions.ts';

/**
 * The full-text index follows the documents through a queue: which of them changed, with the words the index
 * still has of them. An act leaves it: bringing one cell into the index takes longer than saving it, and bringing in
 * ten thousand rows as long as writing them, and nothing but search needs it. What waits stands in the file, is
 * indexed in short transactions of its own (docs/decisions/0197), and is whole before the next search.
 */

const upTo = (limit: string) =>
  `"doc" <= (SELECT max("doc") FROM (SELECT "doc" FROM "search_queue" ORDER BY "doc" LIMIT ${limit}))`;
const take = `INSERT INTO "search_index" ("search_index", "rowid", "title", "body")
  SELECT 'delete', "doc", "title", "body" FROM "search_queue" WHERE "title" IS NOT NULL AND ${upTo('?')}`;
const give = `INSERT INTO "search_index" ("rowid", "title", "body")
  SELECT d."rowid", d."title", d."body" FROM "search_queue" AS q JOIN "search_docs" AS d ON d."rowid" = q."doc"
  WHERE q.${upTo('?')}`;
const clear = `DELETE FROM "search_queue" WHERE ${upTo('?')}`;
const waits = 'SELECT 1 FROM "search_queue" LIMIT 1 OFFSET ?';

type Steps = { readonly waits: Database.Statement; readonly index: readonly Database.Statement[] };
const prepared = new WeakMap<Database.Database, Steps>();

function stepsOf(raw: Database.Database): Steps {
  let steps = prepared.get(raw);
  if (!steps) {
    steps = { waits: raw.prepare(waits), index: [take, give, clear].map((text) => raw.prepare(text)) };
    prepared.set(raw, steps);
  }
  return steps;
}

function indexFirst(raw: Database.Database, documents: number): void {
  for (const step of stepsOf(raw).index) step.run([documents]);
}

/** Whether more than so many documents wait to be indexed. */
export function indexWaits(raw: Database.Database, more = 0): boolean {
  return stepsOf(raw).waits.get([more]) !== undefined;
}

/** Indexes the next documents that wait, in a transaction of its own; gives whether more wait. */
export function indexSome(db: WriteDb, documents: number): boolean {
  if (!indexWaits(db.raw)) return false;
  inTransaction(db, 'IMMEDIATE', () => indexFirst(db.raw, documents));
  return indexWaits(db.raw);
}

/** Indexes all that waits: before a search, a check, and on closing. */
export function finishIndex(db: WriteDb): void {
  if (indexWaits(db.raw)) inTransaction(db, 'IMMEDIATE', () => indexAll(db.raw));
}

/** All at once, inside whatever transaction is open. */
export function indexAll(raw: Database.Database): void {
  indexFirst(raw, Number.MAX_SAFE_INTEGER);
}
