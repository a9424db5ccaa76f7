import { AppError } from '#shared/contract/errors.ts';
import { askGuard, type WriteDb } from './handles.ts';
import { loggedTables, quoted, rowAsJson, type TableLayout } from './layout.ts';
import { prepared, rowOf, rowsOf } from './queries/prepared.ts';
import { pieceValues, searchPieces } from './search-pieces.ts';
import { inTransaction } from './transactions.ts';
import { type DerivedObject, derivedObjects } from './triggers.ts';

type Undone = { label: string; rows: number };
type Direction = 'undo' | 'redo';
type Set = { readonly seq: number; readonly label: string };

/** Takes the newest act back that can be and stands; null where there is none. */
export function undoLast(db: WriteDb): Undone | null {
  return replay(db, 'undo');
}

/** Does the act last undone again; null where there is none. */
export function redoLast(db: WriteDb): Undone | null {
  return replay(db, 'redo');
}

function replay(db: WriteDb, direction: Direction): Undone | null {
  askGuard(db);
  return inTransaction(db, 'IMMEDIATE', () => {
    const set = rowOf<Set>(
      db,
      direction === 'undo'
        ? `SELECT seq, label FROM change_sets WHERE state = 'done' AND undoable = 1 ORDER BY seq DESC LIMIT 1`
        : `SELECT seq, label FROM change_sets WHERE state = 'undone' ORDER BY seq LIMIT 1`,
    );
    if (!set) return null;
    // Rows come back in any order: references are looked at once all are there.
    db.raw.pragma('defer_foreign_keys = ON');
    prepared(db, 'UPDATE change_head SET replaying = 1').run();
    const rows = applySet(db, set, direction);
    prepared(db, 'UPDATE change_head SET replaying = 0, revision = revision + 1').run();
    prepared(db, 'UPDATE change_sets SET state = ? WHERE seq = ?').run(
      direction === 'undo' ? 'undone' : 'done',
      set.seq,
    );
    return { label: set.label, rows };
  });
}

/**
 * Every row of the set goes from how the set left it to how the set found it (undo), or the other way (redo).
 * A row written several times counts once: as it was before the first and after the last time.
 */
function applySet(db: WriteDb, set: Set, direction: Direction): number {
  const tables = rowsOf<{ name: string }>(
    db,
    'SELECT DISTINCT table_name AS name FROM changes WHERE change_set_seq = ?',
    set.seq,
  ).map(({ name }) => tableNamed(name));
  if (direction === 'undo') {
    refuseIfOvertaken(db, set);
    for (const table of tables) prepared(db, textsOf(table).keepAdded).run(set.seq);
  }
  const way = direction === 'undo' ? 'back' : 'forth';
  const steps = tables.map((table) => ({ table, ...textsOf(table)[way] }));
  const aside = isLong(db, set) ? tables.flatMap((table) => triggersOf(table)) : [];
  for (const { name } of aside) db.raw.exec(`DROP TRIGGER ${quoted(name)}`);
  db.raw.exec(
    'CREATE TEMP TABLE IF NOT EXISTS replayed (row_id TEXT PRIMARY KEY, "before" TEXT, "after" TEXT)',
  );
  let rows = 0;
  // Deletions of all tables first, so that a value that must be unique is free before it is given again.
  for (const { table, removed } of steps) {
    collect(db, set.seq, table.name);
    rows += prepared(db, removed).run().changes;
  }
  for (const { table, changed, added } of steps) {
    if (steps.length > 1) collect(db, set.seq, table.name);
    rows += prepared(db, changed).run().changes;
    rows += prepared(db, added).run().changes;
    if (aside.length > 0) describeAgain(db, table);
  }
  for (const { sql } of aside) db.raw.exec(sql);
  prepared(db, 'DELETE FROM temp.replayed').run();
  return rows;
}

/** Rows of one act from which on the triggers of its tables are set aside while it is replayed (see bulk.ts). */
const many = 500;

function isLong(db: WriteDb, { seq }: Set): boolean {
  const row = rowOf<{ n: number }>(db, 'SELECT count(*) AS n FROM changes WHERE change_set_seq = ?', seq);
  return (row?.n ?? 0) >= many;
}

function triggersOf({ name }: TableLayout): readonly DerivedObject[] {
  const names = ['log', 'search'].flatMap((kind) =>
    ['insert', 'update', 'delete'].map((what) => `${kind}_${name}_${what}`),
  );
  return derivedObjects.filter((object) => names.includes(object.name));
}

/** The search documents of all rows just replayed, made anew. */
function describeAgain(db: WriteDb, { name }: TableLayout): void {
  const piece = searchPieces.find(({ table }) => table === name);
  if (!piece) return;
  prepared(db, 'DELETE FROM search_docs WHERE piece_id IN (SELECT row_id FROM temp.replayed)').run();
  prepared(
    db,
    `INSERT INTO search_docs (kind, record_id, piece_id, title, body)
     SELECT ${pieceValues(piece, quoted(name)).join(', ')} FROM ${quoted(name)}
     WHERE id IN (SELECT row_id FROM temp.replayed)`,
  ).run();
}

/** An act that stands for ever may have written the same rows later: then what was before it cannot come back. */
function refuseIfOvertaken(db: WriteDb, { seq, label }: Set): void {
  const later = prepared(
    db,
    `SELECT 1 FROM change_sets AS s JOIN changes AS later ON later.change_set_seq = s.seq
     JOIN changes AS c ON c.row_id = later.row_id AND c.table_name = later.table_name AND c.change_set_seq = :seq
     WHERE s.seq > :seq AND s.state = 'done' LIMIT 1`,
  );
  if (later.get({ seq }) === undefined) return;
  throw new AppError(
    'not-possible',
    `"${label}" cannot be undone: what it wrote was changed later by something that stands for ever. Nothing was changed.`,
  );
}

/** The net effect of the set on each row of one table. */
function collect(db: WriteDb, seq: number, table: string): void {
  prepared(db, 'DELETE FROM temp.replayed').run();
  prepared(
    db,
    `INSERT INTO temp.replayed (row_id, "before", "after")
     SELECT first.row_id, first.old, last.new
     FROM (SELECT row_id, min(id) AS first_id, max(id) AS last_id FROM changes
           WHERE change_set_seq = ? AND table_name = ? GROUP BY row_id) AS span
     JOIN changes AS first ON first.id = span.first_id
     JOIN changes AS last ON last.id = span.last_id
     WHERE first.old IS NOT last.new`,
  ).run(seq, table);
}

type Step = { removed: string; changed: string; added: string };
type Texts = { keepAdded: string; back: Step; forth: Step };
const texts = new Map<string, Texts>();

function textsOf(table: TableLayout): Texts {
  const known = texts.get(table.name);
  if (known) return known;
  const name = quoted(table.name);
  const key = quoted(table.key);
  const made = {
    // What an added row became is recorded at the last moment before it goes.
    keepAdded:
      `UPDATE changes SET new = (SELECT ${rowAsJson(table, 't')} FROM ${name} AS t WHERE t.${key} = changes.row_id) ` +
      `WHERE change_set_seq = ? AND table_name = '${table.name}' AND op = 'added' AND new IS NULL ` +
      `AND EXISTS (SELECT 1 FROM ${name} AS t WHERE t.${key} = changes.row_id)`,
    back: stepTo('before', 'after'),
    forth: stepTo('after', 'before'),
  };
  texts.set(table.name, made);
  return made;

  function stepTo(to: string, from: string): Step {
    const columns = table.columns.map((column) => column.name);
    const others = columns.filter((column) => column !== table.key);
    const values = (of: readonly string[]) =>
      of.map((column) => `json_extract(r."${to}", '$.${column}')`).join(', ');
    return {
      removed: `DELETE FROM ${name} WHERE ${key} IN (SELECT row_id FROM temp.replayed AS r WHERE r."${to}" IS NULL)`,
      changed:
        `UPDATE ${name} SET (${others.map(quoted).join(', ')}) = ` +
        `(SELECT ${values(others)} FROM temp.replayed AS r WHERE r.row_id = ${name}.${key}) ` +
        `WHERE ${key} IN (SELECT row_id FROM temp.replayed AS r WHERE r."before" IS NOT NULL AND r."after" IS NOT NULL)`,
      added:
        `INSERT INTO ${name} (${columns.map(quoted).join(', ')}) ` +
        `SELECT ${values(columns)} FROM temp.replayed AS r WHERE r."${from}" IS NULL ORDER BY r.rowid`,
    };
  }
}

function tableNamed(name: string): TableLayout {
  const table = loggedTables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`the log names a table that is not logged: ${name}`);
  return table;
}
