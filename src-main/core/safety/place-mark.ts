import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { within } from './patience.ts';
import { writeSynced } from './place-files.ts';

/** The mark that makes a folder the one that was chosen, and not another stick in the same socket. */
export const markName = 'plan-register-place.json';

/** The mark in a folder; null where the folder is there and has none. Throws where the folder is not there. */
export async function markIn(folder: string): Promise<string | null> {
  await within(() => stat(folder));
  try {
    const read: unknown = JSON.parse(await within(() => readFile(join(folder, markName), 'utf8')));
    const mark = typeof read === 'object' && read !== null && 'mark' in read ? read.mark : null;
    return typeof mark === 'string' && mark !== '' ? mark : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export function leaveMark(folder: string, mark: string): Promise<void> {
  const about =
    'Backups of Plan Register go here. This file tells the program that it is the folder you chose.';
  return writeSynced(join(folder, markName), `${JSON.stringify({ mark, about }, null, 2)}\n`);
}
