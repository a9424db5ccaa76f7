import type Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { countAdded } from './bulk.ts';
import { notFound } from './driver-errors.ts';
import type { WriteDb } from './handles.ts';
import { type ColumnLayout, layoutOf, quoted, type TableLayout } from './layout.ts';

/**
 * Writing one row, whatever the table: statements are prepared once for each table and set of columns. The
 * triggers log what is written and keep the search index, so nothing else has to be thought of here.
 */
type Values = Record<string, unknown>;
const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

function statementFor(db: WriteDb, key: string, text: () => string): Database.Statement<unknown[]> {
  let known = statements.get(db.raw);
  if (!known) {
    known = new Map();
    statements.set(db.raw, known);
  }
  let statement = known.get(key);
  if (!statement) {
    statement = db.raw.prepare<unknown[]>(text());
    known.set(key, statement);
  }
  return statement;
}

/** A value as the database keeps it: truth as 0 or 1, lists and objects as JSON. */
function stored({ column, plain }: ColumnLayout, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return plain ? value : column.mapToDriverValue(value);
}

function insertion(db: WriteDb, table: TableLayout): Database.Statement<unknown[]> {
  return statementFor(db, `insert ${table.name}`, () => {
    const names = table.columns.map(({ name }) => quoted(name)).join(', ');
    return `INSERT INTO ${quoted(table.name)} (${names}) VALUES (${table.columns.map(() => '?').join(', ')})`;
  });
}

/** Adds a row; what is left out is null. */
export function insertRow<T extends SQLiteTable>(tx: WriteDb, table: T, row: T['$inferInsert']): void {
  insertRows(tx, table, [row]);
}

/** Adds rows in the order given. */
export function insertRows<T extends SQLiteTable>(
  tx: WriteDb,
  table: T,
  rows: Iterable<T['$inferInsert']>,
): void {
  const layout = layoutOf(table);
  const statement = insertion(tx, layout);
  for (const row of rows) {
    const values = row as Values;
    statement.run(layout.columns.map((column) => stored(column, values[column.property])));
    countAdded(tx.raw, layout);
  }
}

/** Changes the columns named in `patch` (undefined leaves one as it is). Throws `not-found` without the row. */
export function updateRow<T extends SQLiteTable>(
  tx: WriteDb,
  table: T,
  id: string,
  patch: Partial<T['$inferInsert']>,
): void {
  const layout = layoutOf(table);
  const values = patch as Values;
  const columns = layout.columns.filter(({ property }) => values[property] !== undefined);
  if (columns.length === 0) return;
  const names = columns.map(({ name }) => name);
  const statement = statementFor(
    tx,
    `update ${layout.name} ${names.join(' ')}`,
    () =>
      `UPDATE ${quoted(layout.name)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE ${quoted(layout.key)} = ?`,
  );
  const done = statement.run(...columns.map((column) => stored(column, values[column.property])), id);
  if (done.changes !== 1) throw notFound(noun(layout));
}

/** Takes a row out. Throws `not-found` without the row. */
export function deleteRow(tx: WriteDb, table: SQLiteTable, id: string): void {
  const layout = layoutOf(table);
  const statement = statementFor(
    tx,
    `delete ${layout.name}`,
    () => `DELETE FROM ${quoted(layout.name)} WHERE ${quoted(layout.key)} = ?`,
  );
  if (statement.run(id).changes !== 1) throw notFound(noun(layout));
}

const nouns: Record<string, string> = {
  kpis: 'KPI',
  kpi_values: 'figure',
  kpi_narratives: 'narrative',
  kpi_changes: 'change of what is measured',
  kpi_judgements: 'status by judgement',
  people: 'person',
  bodies: 'body',
  duties: 'duty',
  body_members: 'member',
  standing_items: 'standing item',
  agenda_links: 'link',
  resolution_leads: 'lead',
  owed_reports: 'report owed',
  report_deliveries: 'delivery',
  minute_corrections: 'correction',
  key_entries: 'entry of the key',
  action_links: 'link',
  agenda_items: 'agenda item',
  progress: 'update',
  glossary: 'term',
  lineage: 'link between years',
  acceptances: 'accepted finding',
  spells: 'spell of office',
  aliases: 'spelling',
  people_apart: 'pair',
  tray: 'piece in the tray',
};

/** What the officer calls a row of the table. */
function noun({ name }: TableLayout): string {
  return nouns[name] ?? name.replaceAll('_', ' ').replace(/s$/, '');
}
