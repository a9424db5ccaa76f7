import Database from 'better-sqlite3';
import { frozenTables, keptTables, layoutOf, loggedTables, quoted } from './layout.ts';
import type { OrphanGroup, Orphans } from './orphan-pages.ts';
import type { Value } from './page-file.ts';
import type { FoundRow } from './recover-rows.ts';

export type Assigned = {
  /** By table, with the names of the columns. */
  readonly rows: ReadonlyMap<string, readonly FoundRow[]>;
  /** Rows of the office's work of which it cannot be told plainly what they are. */
  readonly untold: number;
};

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null; pk: number };
type Table = { readonly name: string; readonly columns: readonly Column[]; readonly isWork: boolean };

/** Where each column that refers to another table points. */
export type Pointing = { readonly table: string; readonly column: string; readonly to: string };

/**
 * Says of each group of rows which table it was in, where exactly one of those that lost pages can have held all of it:
 * by the number and kinds of values, the rules of the table (what may not be empty, closed lists of words, what excludes
 * what), and whether what it points to is there. `like` has the same schema; `ids` gives the ids of a table that was read
 * whole, null for others. What several could have held is counted, and put nowhere.
 */
export function assignOrphans(
  orphans: Orphans,
  like: Database.Database,
  pointing: readonly Pointing[],
  ids: (table: string) => ReadonlySet<unknown> | null,
): Assigned {
  const scratch = scratchLike(like);
  try {
    const tables = tablesOf(like).filter(({ name }) => orphans.broken.has(name));
    const rows = new Map<string, FoundRow[]>();
    let untold = 0;
    for (const group of orphans.groups.filter((one) => one.length > 0)) {
      const may = tables.filter((table) => group.every((row) => fits(scratch, table, row, pointing, ids)));
      const [only] = may;
      if (!only || !may.some(({ isWork }) => isWork)) continue;
      if (may.length > 1 || !orphans.isCertain) untold += group.length;
      else rows.set(only.name, [...(rows.get(only.name) ?? []), ...named(only, group)]);
    }
    return { rows, untold };
  } finally {
    scratch.close();
  }
}

const named = ({ columns }: Table, group: OrphanGroup): FoundRow[] =>
  group.map((row) => Object.fromEntries(row.map((value, at) => [columns[at]?.name ?? '', value])));

/** Every table that keeps rows by number, those of the program's own bookkeeping too: they exclude what is theirs. */
function tablesOf(raw: Database.Database): Table[] {
  const work = new Set([
    ...loggedTables.map(({ name }) => name),
    ...[...frozenTables, ...keptTables].map((table) => layoutOf(table).name),
  ]);
  const names = raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND rootpage > 0`,
    )
    .pluck()
    .all() as string[];
  const tables = names.map((name) => ({
    name,
    columns: raw.pragma(`table_info(${quoted(name)})`) as Column[],
    isWork: work.has(name),
  }));
  return [...tables, { name: description, columns: describing, isWork: false }];
}

/** The table that describes the others, which it does not list. */
export const description = 'sqlite_schema';
const describing: readonly Column[] = ['type', 'name', 'tbl_name', 'rootpage', 'sql'].map((name) => ({
  ...{ name, notnull: 0, dflt_value: null, pk: 0 },
  type: name === 'rootpage' ? 'INTEGER' : 'TEXT',
}));

/** Empty tables with the same rules, and nothing else. */
function scratchLike(like: Database.Database): Database.Database {
  const scratch = new Database(':memory:');
  scratch.pragma('foreign_keys = OFF');
  const texts = like
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
  for (const text of texts) scratch.exec(text);
  return scratch;
}

function fits(
  scratch: Database.Database,
  table: Table,
  row: readonly Value[],
  pointing: readonly Pointing[],
  ids: (table: string) => ReadonlySet<unknown> | null,
): boolean {
  const { columns } = table;
  if (row.length > columns.length || row.length === 0) return false;
  // A row written before a column was added is shorter.
  if (columns.slice(row.length).some((column) => column.notnull && column.dflt_value === null)) return false;
  if (!row.every((value, at) => isKindOf(value, columns[at]))) return false;
  const value = (name: string) => row[columns.findIndex((column) => column.name === name)] ?? null;
  const points = pointing.filter((one) => one.table === table.name && value(one.column) !== null);
  if (points.some(({ column, to }) => !isId(value(column)) || ids(to)?.has(value(column)) === false))
    return false;
  if (table.isWork && !isId(row[columns.findIndex(({ pk }) => pk === 1)])) return false;
  return isAllowed(scratch, table, row);
}

/** Ids are made by the program, and hold neither spaces nor stops. */
const isId = (value: Value | undefined): boolean => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

function isKindOf(value: Value, column: Column | undefined): boolean {
  if (!column) return false;
  // The number of a row stands beside it, not in it.
  if (value === null) return column.notnull === 0 || (column.pk === 1 && column.type === 'INTEGER');
  if (column.pk === 1 && column.type === 'INTEGER') return false;
  switch (column.type) {
    case 'TEXT':
      return typeof value === 'string';
    case 'INTEGER':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'REAL':
      return typeof value === 'number';
    case 'BLOB':
      return Buffer.isBuffer(value);
    default:
      return true;
  }
}

/** Whether the rules of the table let the row in. Tables without any, such as those of the index, let in all. */
function isAllowed(scratch: Database.Database, { name, columns }: Table, row: readonly Value[]): boolean {
  const there = scratch.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name);
  if (!there) return true;
  const names = columns.slice(0, row.length).map((column) => quoted(column.name));
  try {
    scratch.exec('BEGIN');
    scratch
      .prepare(
        `INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...row);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  } finally {
    scratch.exec('ROLLBACK');
  }
}
