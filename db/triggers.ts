import type Database from 'better-sqlite3';
import {
  frozenTables,
  keptTables,
  layoutOf,
  loggedTables,
  quoted,
  rowAsJson,
  type TableLayout,
} from './layout.ts';
import { pieceColumns, pieceValues, searchPieces } from './search-pieces.ts';
import { indexAll } from './search-queue.ts';

/**
 * What is derived from the schema and kept in the file beside the tables: the triggers that write the change
 * log, those that keep the search index, those that refuse what must never be altered, and the index itself.
 * They are dropped before a migration and made anew after it, so a rebuilt table never loses one.
 */
export type DerivedObject = {
  readonly type: 'trigger' | 'table';
  readonly name: string;
  readonly sql: string;
};

export const outsideChangeSet = 'a write outside a change set';
export const neverAltered = 'never altered once written';

const trigger = (name: string, when: string, body: string): DerivedObject => ({
  type: 'trigger',
  name,
  sql: `CREATE TRIGGER ${quoted(name)} ${when} BEGIN ${body}; END`,
});

/** The change set now being written; without one the write is refused. Nothing is logged while undo replays. */
const head = (extra = '') =>
  `CASE ${extra}WHEN "change_set_seq" IS NULL THEN RAISE(ABORT, '${outsideChangeSet}') ELSE "change_set_seq" END`;

/** The triggers that log one table; with `only`, of the rows of which that SQL is true. */
export function logTriggers(table: TableLayout, only?: string): DerivedObject[] {
  const { name, key } = table;
  const log = (op: string, seq: string, id: string, before: string, after: string) =>
    `INSERT INTO "changes" ("change_set_seq", "table_name", "row_id", "op", "old", "new") ` +
    `SELECT ${seq}, '${name}', ${id}, '${op}', ${before}, ${after} FROM "change_head" WHERE "replaying" = 0`;
  const list = (row: string) => table.columns.map((column) => `${row}.${quoted(column.name)}`).join(', ');
  const moved = `WHEN old.${quoted(key)} IS NOT new.${quoted(key)} THEN RAISE(ABORT, 'an identity is ${neverAltered}') `;
  const [before, after] = [rowAsJson(table, 'old'), rowAsJson(table, 'new')];
  return [
    trigger(
      `log_${name}_insert`,
      `AFTER INSERT ON ${quoted(name)}`,
      log('added', head(), `new.${quoted(key)}`, 'NULL', 'NULL'),
    ),
    trigger(
      `log_${name}_update`,
      `AFTER UPDATE ON ${quoted(name)} WHEN ${only ? `${only} AND ` : ''}(${list('old')}) IS NOT (${list('new')})`,
      log('changed', head(moved), `old.${quoted(key)}`, before, after),
    ),
    trigger(
      `log_${name}_delete`,
      `AFTER DELETE ON ${quoted(name)}${only ? ` WHEN ${only}` : ''}`,
      log('removed', head(), `old.${quoted(key)}`, before, 'NULL'),
    ),
  ];
}

/** A frozen row is one act in the log; its content stands in its table for ever. */
function frozenTriggers(table: TableLayout): DerivedObject[] {
  return [
    trigger(
      `log_${table.name}_insert`,
      `AFTER INSERT ON ${quoted(table.name)}`,
      `INSERT INTO "changes" ("change_set_seq", "table_name", "row_id", "op") ` +
        `SELECT ${head()}, '${table.name}', new.${quoted(table.key)}, 'frozen' FROM "change_head" WHERE "replaying" = 0`,
    ),
    ...refusals(table.name, ['UPDATE', 'DELETE']),
  ];
}

function refusals(table: string, acts: readonly ('UPDATE' | 'DELETE')[]): DerivedObject[] {
  return acts.map((act) =>
    trigger(
      `keep_${table}_${act.toLowerCase()}`,
      `BEFORE ${act} ON ${quoted(table)}`,
      `SELECT RAISE(ABORT, '${table}: ${neverAltered}')`,
    ),
  );
}

function searchTriggers(): DerivedObject[] {
  return searchPieces.flatMap((piece) => {
    const { table } = piece;
    const [kind, record, id, title, body] = pieceValues(piece, 'new');
    const columns = pieceColumns(piece).map(quoted);
    const list = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
    return [
      trigger(
        `search_${table}_insert`,
        `AFTER INSERT ON ${quoted(table)}`,
        `INSERT INTO "search_docs" ("kind", "record_id", "piece_id", "title", "body") VALUES (${kind}, ${record}, ${id}, ${title}, ${body})`,
      ),
      trigger(
        `search_${table}_update`,
        `AFTER UPDATE OF ${columns.join(', ')} ON ${quoted(table)} WHEN (${list('old')}) IS NOT (${list('new')})`,
        `UPDATE "search_docs" SET ("kind", "record_id", "title", "body") = (SELECT ${kind}, ${record}, ${title}, ${body}) WHERE "piece_id" = ${id}`,
      ),
      trigger(
        `search_${table}_delete`,
        `AFTER DELETE ON ${quoted(table)}`,
        `DELETE FROM "search_docs" WHERE "piece_id" = old."id"`,
      ),
    ];
  });
}

/**
 * The index is brought up to date once an act (search-queue.ts), not once a row: FTS5 writes what it has gathered
 * at every statement, which makes rows one by one several times as dear. Until then the queue holds which
 * documents changed, with the words the index still has of them; none for a new document.
 */
const searchIndex: readonly DerivedObject[] = [
  {
    type: 'table',
    name: 'search_index',
    sql: `CREATE VIRTUAL TABLE "search_index" USING fts5("title", "body", content='search_docs', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
  },
  {
    type: 'table',
    name: 'search_queue',
    sql: `CREATE TABLE "search_queue" ("doc" INTEGER PRIMARY KEY, "title" TEXT, "body" TEXT) STRICT`,
  },
  trigger(
    'search_queue_insert',
    'AFTER INSERT ON "search_docs"',
    `INSERT OR IGNORE INTO "search_queue" ("doc") VALUES (new."rowid")`,
  ),
  trigger(
    'search_queue_update',
    'AFTER UPDATE OF "title", "body" ON "search_docs"',
    `INSERT OR IGNORE INTO "search_queue" ("doc", "title", "body") VALUES (old."rowid", old."title", old."body")`,
  ),
  trigger(
    'search_queue_delete',
    'AFTER DELETE ON "search_docs"',
    `INSERT OR IGNORE INTO "search_queue" ("doc", "title", "body") VALUES (old."rowid", old."title", old."body")`,
  ),
];

/** All derived objects, in the order in which they are made. */
export const derivedObjects: readonly DerivedObject[] = [
  ...searchIndex,
  ...searchTriggers(),
  ...loggedTables.flatMap((table) => logTriggers(table)),
  ...frozenTables.map(layoutOf).flatMap(frozenTriggers),
  ...keptTables.map(layoutOf).flatMap((table) => refusals(table.name, ['UPDATE', 'DELETE'])),
  trigger(
    'keep_changes_update',
    'BEFORE UPDATE ON "changes" WHEN old."op" <> \'added\' OR old."new" IS NOT NULL',
    `SELECT RAISE(ABORT, 'changes: ${neverAltered}')`,
  ),
  ...refusals('changes', ['DELETE']),
  ...refusals('change_head', ['DELETE']),
];

const derivedName = /^(log|search|keep)_\w+$/;
/** Whether a trigger of this name is one of ours, of this version of the program or of an earlier one. */
export const isDerivedTrigger = (name: string): boolean => derivedName.test(name);

/** Makes all derived objects in a file that has none, and fills the index from the rows that are there. */
export function makeDerived(raw: Database.Database): void {
  raw.exec('DELETE FROM "search_docs"');
  for (const { sql } of derivedObjects) raw.exec(sql);
  for (const piece of searchPieces) {
    raw.exec(
      `INSERT INTO "search_docs" ("kind", "record_id", "piece_id", "title", "body") ` +
        `SELECT ${pieceValues(piece, quoted(piece.table)).join(', ')} FROM ${quoted(piece.table)} ORDER BY rowid`,
    );
  }
  indexAll(raw);
}

/** Takes all derived objects out. */
export function dropDerived(raw: Database.Database): void {
  const there = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of there.filter(isDerivedTrigger)) raw.exec(`DROP TRIGGER ${quoted(name)}`);
  raw.exec('DROP TABLE IF EXISTS "search_queue"');
  raw.exec('DROP TABLE IF EXISTS "search_index"');
}
