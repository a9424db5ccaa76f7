import { closeSync, copyFileSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { inChangeSet } from './change-log.ts';
import { createFile } from './create.ts';
import { putInPlace, syncFolder, syncPath } from './files.ts';
import type { WriteDb } from './handles.ts';
import { frozenTables, keptTables, layoutOf, loggedTables, quoted, type TableLayout } from './layout.ts';
import { type OpenOptions, openRegister } from './open.ts';
import type { Tree } from './orphan-pages.ts';
import { refreshStatuses } from './put-rows.ts';
import { prepared } from './queries/prepared.ts';
import { type Read, type Source, withOrphans } from './recover-orphans.ts';
import { type FoundRow, isDamage, readableRows } from './recover-rows.ts';

/** What was recovered; `untold` rows were found of which it cannot be told what they are, and are in none of the tables. */
export type RecoveredRows = { readonly tables: readonly TableRecovered[]; readonly untold: number };

/** What became of one table. `lost` is null where nobody can say how much there was. */
export type TableRecovered = { readonly table: string; readonly kept: number; readonly lost: number | null };

export type RecoverOrder = OpenOptions & {
  /** The damaged register: it is read once, to be copied, and never written to. */
  readonly from: string;
  /** The register to make; nothing may stand there. */
  readonly to: string;
  /** A folder for the copies that are worked on, on the same disk as `to`. */
  readonly aside: string;
  /** A backup of the same register, whose description of the tables stands in for one that is lost; null where there is none. */
  readonly pattern: string | null;
  readonly label: string;
};

/**
 * Reads, row by row and table by table, what can still be read of a damaged register into a new one, as one act that
 * begins its history. Rows whose owner is lost are left out and counted; rows that merely pointed to something lost
 * point nowhere. Throws `register-damaged` where nothing can be read at all.
 */
export function recoverRegister(o: RecoverOrder): RecoveredRows {
  const copy = join(o.aside, 'damaged.register');
  for (const end of ['', '-wal'])
    if (existsSync(`${o.from}${end}`)) copyFileSync(`${o.from}${end}`, `${copy}${end}`);
  const asItIs = readAll(copy);
  const source = asItIs ??
    readAll(withPagesOf(copy, o.pattern)) ?? { path: copy, trees: null, read: new Map() };
  // Made aside: where it is broken off, no empty or half register stands where a recovered one is looked for.
  const made = join(o.aside, 'recovered.register');
  createFile(made, o);
  const file = openRegister(made, { ...o, create: false });
  let found: RecoveredRows;
  try {
    // Where a backup's first pages stand in, the list of free pages is lost.
    const { read, untold } = withOrphans(file.db, source, source === asItIs || source.trees === null);
    found = { tables: writeAll(file.db, read, o), untold };
  } finally {
    file.close();
  }
  syncPath(made);
  putInPlace(made, o.to);
  syncFolder(dirname(o.to));
  return found;
}

const contentTables = (): TableLayout[] => [
  ...keptTables.map((table) => layoutOf(table)),
  ...loggedTables,
  ...frozenTables.map((table) => layoutOf(table)),
];

/** What can be read of a file; null where the file as a whole cannot be. */
function readAll(path: string | null): Source | null {
  if (path === null) return null;
  let raw: Database.Database | null = null;
  try {
    raw = new Database(path, { fileMustExist: true });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('writable_schema = OFF');
    raw.pragma('query_only = ON');
    const tables = raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    if (tables.length === 0) return null;
    const found = new Map<string, { rows: readonly FoundRow[]; lost: number | null }>();
    for (const { name } of contentTables()) {
      if (tables.includes(name)) found.set(name, readTable(raw, name));
    }
    const trees = raw
      .prepare('SELECT name, rootpage AS root FROM sqlite_schema WHERE rootpage > 0')
      .all() as Tree[];
    return found.size > 0 ? { path, trees, read: found } : null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  } finally {
    raw?.close();
  }
}

function readTable(raw: Database.Database, name: string): { rows: readonly FoundRow[]; lost: number | null } {
  try {
    return readableRows(raw, name);
  } catch (error) {
    if (isDamage(error)) return { rows: [], lost: null };
    throw error;
  }
}

/**
 * The copy with the pages of a backup that say where each table begins. They stand in the same places in both, because
 * a backup is copied page by page, and they change only when the program itself does.
 */
function withPagesOf(copy: string, pattern: string | null): string | null {
  if (pattern === null) return null;
  const patched = `${copy}.patched`;
  copyFileSync(copy, patched);
  // A log cannot be matched with pages it knows nothing of.
  rmSync(`${patched}-wal`, { force: true });
  const { pageSize, pages } = schemaPagesOf(pattern);
  const page = Buffer.alloc(pageSize);
  const from = openSync(pattern, 'r');
  const to = openSync(patched, 'r+');
  try {
    for (const number of pages) {
      const at = (number - 1) * pageSize;
      if (readSync(from, page, 0, pageSize, at) < pageSize) return null;
      if (number === 1) asFirstPage(page);
      writeSync(to, page, 0, pageSize, at);
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
  return patched;
}

/** https://www.sqlite.org/fileformat2.html#the_database_header */
function asFirstPage(page: Buffer): void {
  // Read without a log; as long as the file is, because the two counters of changes differ; no free pages.
  page.writeUInt8(1, 18);
  page.writeUInt8(1, 19);
  page.writeUInt32BE((page.readUInt32BE(24) + 1) >>> 0, 92);
  page.fill(0, 32, 40);
}

function schemaPagesOf(pattern: string): { pageSize: number; pages: number[] } {
  const raw = new Database(pattern, { readonly: true, fileMustExist: true });
  try {
    return {
      pageSize: raw.pragma('page_size', { simple: true }) as number,
      pages: raw.prepare(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`).pluck().all() as number[],
    };
  } finally {
    raw.close();
  }
}

function writeAll(db: WriteDb, read: Read, o: RecoverOrder): TableRecovered[] {
  const results = new Map<string, { kept: number; lost: number | null }>();
  const kept = [...read.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  if (kept > 0) {
    inChangeSet(
      db,
      { id: o.newId(), at: o.now(), kind: 'recover', label: o.label, undoable: false },
      (tx) => {
        tx.raw.pragma('defer_foreign_keys = ON');
        for (const table of contentTables()) {
          const { rows, lost } = read.get(table.name) ?? { rows: [], lost: 0 };
          // Once written, those of frozen tables can no longer be taken out: their owners come first.
          const owners = logsRows(table) ? [] : pointersOf(tx, table.name);
          const written = rows.filter((row) => hasOwners(tx, owners, row) && wrote(tx, table, row)).length;
          results.set(table.name, {
            kept: written,
            lost: lost === null ? null : lost + rows.length - written,
          });
        }
        for (const [table, gone] of withoutOwners(tx)) {
          const result = results.get(table);
          if (!result) continue;
          const { lost } = result;
          results.set(table, { kept: result.kept - gone, lost: lost === null ? null : lost + gone });
        }
        const actions = tx.raw.prepare('SELECT id FROM actions').pluck().all() as string[];
        refreshStatuses(tx, actions);
      },
    );
  }
  return contentTables().flatMap(({ name }) => {
    const { kept: got, lost } = results.get(name) ?? { kept: 0, lost: read.has(name) ? 0 : null };
    return got === 0 && lost === 0 ? [] : [{ table: name, kept: got, lost }];
  });
}

const logsRows = ({ name }: TableLayout): boolean => loggedTables.some((table) => table.name === name);

type Pointer = {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  readonly nullable: boolean;
};

/** Every column of a table that holds the id of a row, of whichever table. */
function pointersOf({ raw }: WriteDb, table: string): Pointer[] {
  const columns = raw.pragma(`table_info(${quoted(table)})`) as { name: string; notnull: number }[];
  const keys = raw.pragma(`foreign_key_list(${quoted(table)})`) as { from: string; table: string }[];
  return keys.map(({ from, table: to }) => {
    // What is said of a snapshot goes with it: without it, it would be said of today.
    const isLogged = loggedTables.some(({ name }) => name === to);
    const nullable = isLogged && columns.some(({ name, notnull }) => name === from && notnull === 0);
    return { table, column: from, to, nullable };
  });
}

const hasOwners = (tx: WriteDb, owners: readonly Pointer[], row: FoundRow): boolean =>
  owners.every(({ column, to }) => {
    const id = row[column] ?? null;
    return id === null || prepared(tx, `SELECT 1 FROM ${quoted(to)} WHERE id = ?`).get(id) !== undefined;
  });

/** One row as it was found; a register begun by a first row of its own keeps the found one. */
function wrote(tx: WriteDb, table: TableLayout, row: FoundRow): boolean {
  const columns = table.columns.map(({ name }) => name).filter((name) => row[name] !== undefined);
  const names = columns.map(quoted).join(', ');
  const places = columns.map(() => '?').join(', ');
  try {
    prepared(tx, `INSERT OR REPLACE INTO ${quoted(table.name)} (${names}) VALUES (${places})`).run(
      ...columns.map((name) => row[name]),
    );
    return true;
  } catch (error) {
    // A value that no rule of the register allows was not written by it: the row is damaged, and counted as lost.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/**
 * Mends what points to what is lost: it points nowhere where its table allows that, else the row goes with its owner.
 * Gives how many went by table.
 */
function withoutOwners(tx: WriteDb): Map<string, number> {
  const gone = new Map<string, number>();
  const logged = loggedTables.flatMap(({ name }) => pointersOf(tx, name));
  for (let again = true; again; ) {
    again = false;
    for (const { table, column, to, nullable } of logged) {
      const [name, of] = [quoted(table), quoted(column)];
      const dangling = `${of} IS NOT NULL AND ${of} NOT IN (SELECT id FROM ${quoted(to)})`;
      const mended = nullable
        ? tx.raw.prepare(`UPDATE OR IGNORE ${name} SET ${of} = NULL WHERE ${dangling}`).run().changes
        : 0;
      const { changes } = tx.raw.prepare(`DELETE FROM ${name} WHERE ${dangling}`).run();
      if (mended + changes > 0) again = true;
      if (changes > 0) gone.set(table, (gone.get(table) ?? 0) + changes);
    }
  }
  return gone;
}
