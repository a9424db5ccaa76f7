import type Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { applicationId } from './identity.ts';
import { frozenTables, layoutOf, loggedTables, quoted } from './layout.ts';
import { userVersion } from './migrate.ts';
import type { Steps } from './steps.ts';

/** What is found in a copy, and compared. */
export type Found = Pick<BackupManifest, 'counts' | 'schemaVersion' | 'revision'>;

/** What a sound backup holds. Throws `backup-damaged` where it is not sound. */
export function* checkCopy(copy: Database.Database): Steps<Found> {
  copy.pragma('trusted_schema = OFF');
  copy.pragma('cell_size_check = ON');
  const tables = copy
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const [problem] = copy.pragma(`integrity_check(${quoted(table)})`) as { integrity_check: string }[];
    const said = problem?.integrity_check ?? 'it cannot be checked';
    if (said !== 'ok') throw unlike(said);
    yield;
  }
  const dangling = copy.pragma('foreign_key_check') as unknown[];
  if (dangling.length > 0) throw unlike(`${dangling.length} rows refer to rows that are not there`);
  if (copy.pragma('application_id', { simple: true }) !== applicationId) throw unlike('it is not a register');
  return { counts: countsOf(copy), schemaVersion: userVersion(copy), revision: headOf(copy) };
}

export function unlike(detail: string): AppError {
  return new AppError(
    'backup-damaged',
    `The backup is not as it should be (${detail}). It is not used. Check the disk, then make another.`,
  );
}

/** Rows by table, of everything the officer's work is in. */
export function countsOf(raw: Database.Database): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of [...loggedTables, ...frozenTables.map((table) => layoutOf(table))]) {
    const there = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name);
    // An older register has fewer tables.
    if (there)
      counts[name] = raw
        .prepare(`SELECT count(*) FROM ${quoted(name)}`)
        .pluck()
        .get() as number;
  }
  return counts;
}

export function headOf(raw: Database.Database): number {
  return raw.prepare('SELECT revision FROM change_head').pluck().get() as number;
}
