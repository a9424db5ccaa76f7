import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { WriteDb } from './handles.ts';
import { frozenTables, keptTables, layoutOf, loggedTables } from './layout.ts';
import { schemaVersion } from './migrate.ts';
import { orphansIn, type Tree } from './orphan-pages.ts';
import { assignOrphans, description, type Pointing } from './orphan-rows.ts';
import { openPages } from './page-file.ts';
import { type FoundRow, isDamage } from './recover-rows.ts';
import { references } from './references.ts';

/** Rows by table, with how many were lost between them; null where nobody can say. */
export type Read = ReadonlyMap<string, { rows: readonly FoundRow[]; lost: number | null }>;

/** A copy of a damaged file, what was read of it, and where its tables and indexes begin; null where that is lost. */
export type Source = { readonly path: string; readonly trees: readonly Tree[] | null; readonly read: Read };

/**
 * What was read, with the rows that no tree of the file leads to any more, as far as it can be told plainly what they
 * are; `untold` counts the others. `like` is an empty register of this version; `freeKnown` is false where the file's own
 * list of free pages is lost, and what is found may have been deleted long ago.
 */
export function withOrphans(
  like: WriteDb,
  { path, trees, read }: Source,
  freeKnown: boolean,
): { read: Read; untold: number } {
  const isSettled = settleLog(path);
  const file = openPages(path);
  if (!file) return { read, untold: 0 };
  try {
    // Of another version the columns may stand in another order.
    if (file.page(1)?.readUInt32BE(60) !== schemaVersion()) return { read, untold: 0 };
    const root = { name: description, root: 1 };
    const seen = orphansIn(file, [root, ...(trees ?? [])]);
    const orphans = {
      ...seen,
      isCertain: seen.isCertain && freeKnown && isSettled,
      broken: trees ? seen.broken : new Set([description, ...tableNames(like)]),
    };
    const known = idsOf(read, orphans.broken);
    const { rows, untold } = assignOrphans(orphans, like.raw, pointingIn(like), known);
    return { read: merged(read, rows), untold };
  } finally {
    file.close();
  }
}

/** Brings what stands in the log of the copy into the copy; false where the driver refuses, and the copy may be behind. */
function settleLog(path: string): boolean {
  let raw: Database.Database | null = null;
  try {
    raw = new Database(path, { fileMustExist: true });
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isDamage(error)) throw error;
  } finally {
    raw?.close();
  }
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

const tableNames = (like: WriteDb): string[] =>
  like.raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];

const pointingIn = (like: WriteDb): Pointing[] =>
  references(like).map(({ table, column, to }) => ({ table: table.name, column, to }));

const keys = new Map(
  [...loggedTables, ...[...frozenTables, ...keptTables].map((table) => layoutOf(table))].map(
    ({ name, key }): [string, string] => [name, key],
  ),
);

/** The ids of a table of which every row was read; null for others. */
function idsOf(read: Read, broken: ReadonlySet<string>): (table: string) => ReadonlySet<unknown> | null {
  const known = new Map<string, ReadonlySet<unknown>>();
  return (table) => {
    const there = read.get(table);
    if (there?.lost !== 0 || broken.has(table)) return null;
    const ids = known.get(table) ?? new Set(there.rows.map((row) => row[keys.get(table) ?? 'id']));
    known.set(table, ids);
    return ids;
  };
}

/** What was read by its table stands; of the others each comes in once. */
function merged(read: Read, found: ReadonlyMap<string, readonly FoundRow[]>): Read {
  const all = new Map(read);
  for (const [table, rows] of found) {
    const { rows: before, lost } = read.get(table) ?? { rows: [], lost: null };
    const key = keys.get(table) ?? 'id';
    const ids = new Set(before.map((row) => row[key]));
    const added = rows.filter((row) => !ids.has(row[key]) && ids.add(row[key]));
    all.set(table, {
      rows: [...before, ...added],
      lost: lost === null ? null : Math.max(0, lost - added.length),
    });
  }
  return all;
}
