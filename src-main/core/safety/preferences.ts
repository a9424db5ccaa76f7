import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#db/files.ts';
import type { Options } from '../options.ts';

const fileName = 'safety.json';

/** What this installation remembers of its backups. Outside the register: it is about a machine, not about the work. */
const Preferences = z.object({
  /** Which installation this is, written into the record of each backup. */
  madeBy: z.string(),
  second: z
    .object({
      folder: z.string(),
      /** The mark that was left in the folder: another stick in the same socket has another, or none. */
      mark: z.string(),
      lastAt: z.string().nullable(),
    })
    .nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

export type PreferencesFile = {
  get(): Preferences;
  set(next: Partial<Preferences>): void;
};

/** Reads once; writes whole or not at all, so that a loss of power leaves them as they were. */
export function preferencesOf(options: Options): PreferencesFile {
  const path = join(options.dataDir, fileName);
  let known: Preferences | null = null;
  const get = () => {
    known ??= read(path, options) ?? { madeBy: options.newId(), second: null };
    return known;
  };
  return {
    get,
    set(next) {
      known = { ...get(), ...next };
      makeFolder(options.dataDir);
      const file = openSync(`${path}.new`, 'w');
      try {
        writeSync(file, `${JSON.stringify(known, null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.new`, path);
    },
  };
}

/** A file that cannot be read is as none: the officer is asked for the second place again. */
function read(path: string, { now, ports }: Options): Preferences | null {
  try {
    return Preferences.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) {
      ports.log({ at: now(), level: 'remark', what: 'places of backups', reference: null, cause });
    }
    return null;
  }
}
