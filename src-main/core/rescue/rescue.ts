import { copyFileSync, existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { listBackups, verifyBackup } from '#db/backup.ts';
import { makeFolder } from '#db/files.ts';
import { schemaVersion } from '#db/migrate.ts';
import { recoverRegister } from '#db/recover.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Recovered, RescueView } from '#shared/contract/safety.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { capital } from '#shared/domain/words.ts';
import type { App } from '../app.ts';
import { plainBackup } from '../backups/backups.ts';
import { freeFileName, registerExtension } from '../register/file-names.ts';
import { registerFile } from '../register/folder.ts';
import { inFolderAside } from '../restore/open-beside.ts';

/** A register that could not be opened because of what is in it. Its file is only ever read. */
export type Failed = {
  readonly path: string;
  readonly code: RescueView['code'];
  readonly said: string;
};

const codes: readonly string[] = ['register-damaged', 'register-foreign', 'register-newer'];

/** What failed, where it is the content of the file that is at fault; null for everything else. */
export function failedBy(path: string, error: unknown): Failed | null {
  if (!(error instanceof AppError) || !codes.includes(error.code)) return null;
  return { path: resolve(path), code: error.code as Failed['code'], said: error.message };
}

/** What can be said of the file, and the newest backup that is good. Reads every byte of as many as it must. */
export function lookAt(app: App): RescueView | null {
  const { failed } = app;
  if (!failed) return null;
  const stat = statSync(failed.path, { throwIfNoEntry: false });
  const log = statSync(`${failed.path}-wal`, { throwIfNoEntry: false });
  return {
    name: basename(failed.path, registerExtension),
    code: failed.code,
    said: failed.said,
    bytes: stat?.size ?? 0,
    modifiedAt: (stat?.mtime ?? new Date(0)).toISOString(),
    logBytes: log?.size ?? null,
    ...newestGood(app, basename(failed.path)),
  };
}

function newestGood(app: App, register: string): Pick<RescueView, 'newestGood' | 'notGood'> {
  const { backupsDir } = app.options;
  let notGood = 0;
  for (const entry of listBackups(backupsDir, { register, check: 'size' })) {
    const judged = entry.verdict === 'good' ? verifyBackup(backupsDir, entry.id) : entry;
    if (judged.verdict === 'good') return { newestGood: plainBackup(judged), notGood };
    notGood += 1;
  }
  return { newestGood: null, notGood };
}

/** Copies the file as it is, with its log, into a folder of its own. */
export function keepCopy(app: App): { folder: string; files: string[] } {
  const { path } = failedOf(app);
  const { dataDir, today } = app.options;
  const name = basename(path, registerExtension);
  const folder = freeFolder(join(dataDir, 'Damaged', `${name} ${today()}`));
  makeFolder(folder);
  const files = ['', '-wal', '-shm'].filter((end) => existsSync(`${path}${end}`));
  for (const end of files) copyFileSync(`${path}${end}`, join(folder, `${basename(path)}${end}`));
  return { folder, files: files.map((end) => `${basename(path)}${end}`) };
}

function freeFolder(wanted: string): string {
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? wanted : `${wanted} (${n})`;
    if (!existsSync(folder)) return folder;
  }
}

/** Reads what can be read into a new register, which is checked as it is opened; the counts say what was lost. */
export function recover(app: App): Promise<Recovered> {
  const { path } = failedOf(app);
  const { dataDir, now, newId, version, today } = app.options;
  const name = basename(path, registerExtension);
  const to = join(dataDir, freeFileName(dataDir, `${name} recovered ${today()}`));
  return inFolderAside(app, (aside) => {
    const { tables: found, untold } = recoverRegister({
      ...{ from: path, to, aside, now, newId, backupsDir: aside, programVersion: version },
      pattern: patternFor(app, basename(path)),
      label: `What could be read of “${name}”`,
    });
    const register = registerFile(to);
    if (!register) {
      throw new AppError('register-vanished', `The recovered register was moved away from “${dirname(to)}”.`);
    }
    const known = found.filter((one) => one.lost !== null);
    return {
      register,
      tables: found.map(({ table, kept, lost }) => ({
        what: capital(rowName(table).many),
        kept,
        lost: lost ?? 0,
      })),
      kept: found.reduce((sum, { kept }) => sum + kept, 0),
      untold,
      lost: known.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
      unknown: found.filter(({ lost }) => lost === null).map(({ table }) => capital(rowName(table).many)),
    };
  });
}

/**
 * The newest good backup whose tables begin on the same pages: of this version, and not the one before a migration, which
 * is packed anew.
 */
function patternFor(app: App, register: string): string | null {
  const { backupsDir } = app.options;
  const fitting = listBackups(backupsDir, { register, check: 'size' }).filter(
    ({ verdict, manifest, reason }) =>
      verdict === 'good' && reason !== 'before-migration' && manifest?.schemaVersion === schemaVersion(),
  );
  return fitting.find(({ id }) => verifyBackup(backupsDir, id).verdict === 'good')?.path ?? null;
}

function failedOf(app: App): Failed {
  if (app.failed) return app.failed;
  throw new AppError('not-possible', 'No register has failed to open. Open one from the list.');
}
