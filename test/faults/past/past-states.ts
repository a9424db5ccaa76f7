import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { listBackups, restoreBackup } from '#db/backup.ts';
import { checkRegister } from '#db/integrity.ts';
import { schemaVersion, userVersion } from '#db/migrate.ts';
import { openRegister } from '#db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import { hundredThousandRows, makeRegister } from '../../bench/make-register.ts';
import { countingIds } from '../../db/temp-register.ts';
import { scratchFolder } from '../scratch.ts';
import { digestsOf, lookAtCopy, type Shape, shapeOf } from './contents.ts';
import { dirtied } from './dirty.ts';
import { exampleFile, writePastRegister } from './past-register.ts';

/** What a register of an earlier program holds. */
export const fillings = ['empty', 'typical', 'large', 'dirty'] as const;
export type Filling = (typeof fillings)[number];

export type Migrated = {
  readonly version: number;
  readonly filling: Filling;
  readonly rows: number;
  readonly tables: number;
  readonly openMs: number;
  readonly faults: readonly string[];
};

const now = () => new Date().toISOString();
const optionsIn = (folder: string) => ({
  ...{ now, newId: countingIds(), backupsDir: join(folder, 'backups'), programVersion: '0.1.0' },
});

let large: string | null = null;

/** About 100,000 rows, made once. */
function largeFile(): string {
  if (large !== null) return large;
  const folder = scratchFolder('large');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  large = makeRegister(join(folder, 'large.register'), hundredThousandRows, folder).path;
  return large;
}

/**
 * Makes a register of the first `version` migrations, opens it with the program of today, and compares: every row of
 * every table is as it was, the register is sound, and the backup of before restores to what was there.
 */
export function migratedFrom(version: number, filling: Filling): Migrated {
  const folder = scratchFolder('past');
  try {
    const path = join(folder, 'office.register');
    writePastRegister(path, version, sourceOf(filling));
    if (filling === 'dirty') dirtied(path);
    const shape = lookAtCopy(path, shapeOf);
    const before = lookAtCopy(path, (raw) => digestsOf(raw, shape));
    const began = performance.now();
    const { db, close } = openRegister(path, optionsIn(folder));
    const openMs = Math.round(performance.now() - began);
    const faults: string[] = [];
    try {
      if (userVersion(db.raw) !== schemaVersion()) faults.push(`it is of version ${userVersion(db.raw)}`);
      faults.push(...checkRegister(db).map(({ text }) => text));
      faults.push(...unlike(before, digestsOf(db.raw, stillThere(shape, shapeOf(db.raw)))));
    } finally {
      close();
    }
    if (version < schemaVersion()) faults.push(...backupOf(folder, version, shape, before));
    const rows = Object.values(before).reduce((sum, table) => sum + table.rows, 0);
    return { version, filling, rows, tables: Object.keys(before).length, openMs, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sourceOf = (filling: Filling): string | null =>
  filling === 'empty' ? null : filling === 'large' ? largeFile() : exampleFile();

/** Columns of before that there still are: all of them, or what stood in the others is lost. */
function stillThere(then: Shape, today: Shape): Shape {
  return Object.fromEntries(
    Object.entries(then).map(([table, columns]) => {
      const kept = new Set(today[table]);
      return [table, columns.filter((column) => kept.has(column))];
    }),
  );
}

type Digests = ReturnType<typeof digestsOf>;

function unlike(before: Digests, after: Digests): string[] {
  return Object.entries(before).flatMap(([table, { rows, sha256 }]) => {
    const now = after[table];
    if (!now) return [`the table ${table} is gone`];
    if (now.rows !== rows) return [`${table} has ${now.rows} of ${rows} rows`];
    // An empty table may have been made anew with other columns.
    return rows === 0 || now.sha256 === sha256 ? [] : [`rows of ${table} are no longer as they were`];
  });
}

function backupOf(folder: string, version: number, shape: Shape, before: Digests): string[] {
  const dir = join(folder, 'backups');
  const [backup, ...others] = listBackups(dir);
  if (!backup || others.length > 0) return [`${others.length + (backup ? 1 : 0)} backups were made`];
  if (backup.verdict !== 'good' || backup.reason !== 'before-migration')
    return [`a backup ${backup.verdict}`];
  const to = join(folder, 'restored.register');
  restoreBackup({ dir, id: backup.id, to });
  return lookAtCopy(to, (raw) => [
    ...(userVersion(raw) === version ? [] : ['the backup is of another version']),
    ...(JSON.stringify(digestsOf(raw, shape)) === JSON.stringify(before)
      ? []
      : ['the backup holds other rows']),
  ]);
}

/** What is amiss when a register of a later program is opened: it is refused, and not a byte of it is touched. */
export function refusedNewer(by: number): string[] {
  const folder = scratchFolder('newer');
  try {
    mkdirSync(join(folder, 'office'));
    const path = join(folder, 'office', 'office.register');
    copyFileSync(exampleFile(), path);
    const raw = new Database(path);
    raw.pragma(`user_version = ${schemaVersion() + by}`);
    raw.close();
    const bytes = () => hash('sha256', readFileSync(path));
    const [sum, { mtimeMs }] = [bytes(), statSync(path)];
    const code = refusalOf(() => openRegister(path, optionsIn(folder)).close());
    return [
      ...(code === 'register-newer' ? [] : [`it is refused with ${code}`]),
      ...(bytes() === sum && statSync(path).mtimeMs === mtimeMs ? [] : ['it was written to']),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusalOf(open: () => void): string {
  try {
    open();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'nothing';
}
