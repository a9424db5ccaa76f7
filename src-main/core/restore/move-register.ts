import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { listBackups, restoreBackup, verifyBackup } from '#db/backup.ts';
import { adoptBackup } from '#db/backup-adopt.ts';
import { manifestName } from '#db/backup-manifest.ts';
import { revision } from '#db/change-log.ts';
import { makeFolder } from '#db/files.ts';
import { openRegister } from '#db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { Received } from '#shared/contract/safety.ts';
import type { App, Register } from '../app.ts';
import { plainBackup } from '../backups/backups.ts';
import { freeFileName } from '../register/file-names.ts';
import { receivedIn } from '../safety/received.ts';
import { inFolderAside } from './open-beside.ts';

/** What one file may hold once it is unpacked; a register beyond that travels as a backup and its record. */
const mostUnpacked = 600 * 1024 * 1024;
/** What a window can be handed, and hand back, as one file. */
const mostPacked = 30 * 1024 * 1024;

/** The whole register as one file for another laptop: a backup made now, and its record. */
export async function bundleRegister(app: App, register: Register): Promise<FileOut> {
  const { id } = await app.backups.make(register, 'before-move');
  const { backupsDir, today } = app.options;
  const packed = zipSync(
    {
      [id]: readFileSync(join(backupsDir, id)),
      [manifestName(id)]: readFileSync(join(backupsDir, manifestName(id))),
    },
    { level: 6 },
  );
  if (packed.length > mostPacked) {
    throw new AppError(
      'file-too-large',
      `The register is too large for one file. Copy the backup “${id}” and its record, the file of the same name that ends in .json, from “${backupsDir}” to a folder “Received” beside the registers of the other laptop.`,
    );
  }
  return {
    name: `${register.name}, ${today()}.moved-register`,
    mime: 'application/zip',
    base64: Buffer.from(packed).toString('base64'),
  };
}

type Sent = { readonly name: string; readonly base64: string };

/**
 * Takes in what came from elsewhere: the one file of another laptop, or a backup with its record. Every byte is checked
 * against the record, what is in it against what a register is; only then does it stand among what was received.
 */
export function receiveBackup(app: App, sent: readonly Sent[]): Promise<Received> {
  const files = sent.flatMap((file) => unpacked(file));
  const backup = files.find(({ name }) => name.endsWith('.register'));
  if (!backup) {
    throw new AppError(
      'nothing-found',
      'There is no backup among these files. Choose the file that was saved for another laptop, or a backup with its record.',
    );
  }
  const record = files.find(({ name }) => name === manifestName(backup.name));
  const { now, newId, version } = app.options;
  return inFolderAside(app, (aside) => {
    const id = record
      ? backup.name
      : adoptBackup(aside, { ...backup, at: now(), newId, programVersion: version });
    if (record) {
      writeFileSync(join(aside, id), backup.bytes);
      writeFileSync(join(aside, manifestName(id)), record.bytes);
    }
    // Opened as it would be when it is used: damage and anything planted in it are found here.
    const checked = join(aside, 'checked.register');
    const found = restoreBackup({ dir: aside, id, to: checked });
    openRegister(checked, { now, newId, backupsDir: aside, programVersion: version }).close();
    const dir = receivedIn(app.options);
    makeFolder(dir);
    if (verifiedAlready(dir, id, found.sha256) === false) {
      for (const name of [id, manifestName(id)]) renameSync(join(aside, name), join(dir, name));
    }
    const register = basename(found.manifest?.register ?? id, '.register');
    return { backup: plainBackup(found), register, proved: record !== undefined };
  });
}

/** Whether the very same was received before; throws where another file has its name. */
function verifiedAlready(dir: string, id: string, sha256: string): boolean {
  if (!listBackups(dir, { check: 'size' }).some((one) => one.id === id)) return false;
  const there = verifyBackup(dir, id);
  if (there.verdict === 'good' && there.sha256 === sha256) return true;
  throw new AppError(
    'conflict',
    `Another file “${id}” was received before, and nothing is overwritten. It is in “${dir}”: move it elsewhere, then try again.`,
  );
}

type Plain = { readonly name: string; readonly bytes: Buffer };

function unpacked({ name, base64 }: Sent): Plain[] {
  const bytes = Buffer.from(base64, 'base64');
  const plain = (path: string) => path.split(/[\\/]/).at(-1) ?? '';
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') return [{ name: plain(name), bytes }];
  let left = mostUnpacked;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        left -= originalSize;
        return left >= 0 && /\.register(\.json)?$/.test(entry);
      },
    });
    return Object.entries(entries).map(([entry, content]) => ({
      name: plain(entry),
      bytes: Buffer.from(content),
    }));
  } catch (cause) {
    throw new AppError(
      'file-damaged',
      `“${plain(name)}” arrived damaged. Save it again on the other laptop, and copy it once more.`,
      { cause },
    );
  }
}

/**
 * Moves the open register from a place that endangers it to the program's own folder: a verified copy is opened there,
 * and the file that was open keeps its place under a name that is not opened by mistake. Nothing is deleted.
 */
export async function moveHome(app: App, register: Register): Promise<Register> {
  const { dataDir, today } = app.options;
  const from = resolve(register.path);
  const { live } = await app.safety.standing(register);
  if (live?.moveTo !== dataDir && resolve(live?.moveTo ?? '') !== resolve(dataDir)) {
    throw new AppError(
      'not-possible',
      'The register lies where it should already, or the program’s own folder is no better. Nothing was moved.',
    );
  }
  makeFolder(dataDir);
  const { id } = await app.backups.make(register, 'before-move');
  const to = join(dataDir, freeFileName(dataDir, register.name));
  const { manifest } = restoreBackup({ dir: app.options.backupsDir, id, to });
  if (manifest?.revision !== revision(register.db)) {
    throw new AppError(
      'conflict',
      `Something was written while the register was being copied. It stays where it is; the copy “${basename(to)}” holds what was there before. Move it again.`,
    );
  }
  const moved = await app.openPath(to);
  setAside(app, from, today());
  return moved;
}

/** The old file stays, under a name that neither a double click nor the list opens. */
function setAside(app: App, from: string, day: string): void {
  const aside = join(dirname(from), `${basename(from)}-moved-${day}`);
  try {
    renameSync(from, aside);
  } catch (cause) {
    const { now, ports } = app.options;
    ports.log({
      at: now(),
      level: 'remark',
      what: 'renaming the register that was moved',
      reference: null,
      cause,
    });
  }
}
