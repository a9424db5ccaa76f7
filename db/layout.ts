import { getTableColumns, getTableName } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from './schema/index.ts';

/** A column: its name in the program, its name in the database, and drizzle's reading of it. */
export type ColumnLayout = {
  readonly property: string;
  readonly name: string;
  readonly column: SQLiteColumn;
  /** Whether values are kept as they are: neither JSON, nor truth, nor anything else that is put another way. */
  readonly plain: boolean;
};

export type TableLayout = {
  readonly name: string;
  /** The database name of the primary key column. */
  readonly key: string;
  readonly columns: readonly ColumnLayout[];
};

const casing = new CasingCache('snake_case');
const layouts = new WeakMap<SQLiteTable, TableLayout>();

/** How a table stands in the database, worked out once from the drizzle schema. */
export function layoutOf(table: SQLiteTable): TableLayout {
  const known = layouts.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table)).map(([property, column]) => ({
    property,
    name: casing.getColumnCasing(column),
    column: column as SQLiteColumn,
    plain: ['SQLiteText', 'SQLiteInteger', 'SQLiteReal'].includes(column.columnType),
  }));
  const key = columns.find(({ column }) => column.primary);
  if (!key) throw new Error(`table ${getTableName(table)} has no primary key`);
  const layout = { name: getTableName(table), key: key.name, columns };
  layouts.set(table, layout);
  return layout;
}

/** The tables that keep the log and what is derived; they are not logged themselves. */
const bookkeeping = [schema.changeSets, schema.changes, schema.changeHead, schema.searchDocs] as const;

/** Tables that are written once and never altered: an act in the log stands for each row, not its content. */
export const frozenTables = [schema.snapshots, schema.circulations] as const;

/** Bytes kept by their hash: written once, outside the log. */
export const keptTables = [schema.sourceFiles] as const;

/** Every table whose rows are logged old and new. */
export const loggedTables: readonly TableLayout[] = Object.values(schema)
  .filter((value) => {
    const notLogged: readonly SQLiteTable[] = [...bookkeeping, ...frozenTables, ...keptTables];
    return !notLogged.includes(value);
  })
  .map((table) => layoutOf(table))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** A name as SQL text. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The whole row as a JSON object, column names as in the database. `row` is `old`, `new` or a table's alias. */
export function rowAsJson(table: TableLayout, row: string): string {
  const pairs = table.columns.map(({ name }) => `'${name}', ${row}.${quoted(name)}`);
  return `json_object(${pairs.join(', ')})`;
}
