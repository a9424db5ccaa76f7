import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { plainName } from '../plain-name.ts';

export const registerExtension = '.register';

/**
 * A file name that every system takes, from the words a person typed. Throws `wrong-use` where nothing is left
 * of them.
 */
export function fileNameFrom(words: string): string {
  const bare = plainName(words.replace(/\.register\s*$/i, ''), 'register');
  if (bare === '') {
    throw new AppError(
      'wrong-use',
      'A register needs a name of letters or digits, such as Early Years Office.',
    );
  }
  return `${bare}${registerExtension}`;
}

/** The same, with a number behind it where the folder has a file of that name already. */
export function freeFileName(folder: string, words: string): string {
  const name = fileNameFrom(words);
  const stem = name.slice(0, -registerExtension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem} ${number}${registerExtension}`;
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}

/**
 * The path of a register of the office's folder. An id is a bare file name: anything that could lead elsewhere
 * is `not-found`.
 */
export function pathOfId(folder: string, id: string): string {
  const isBare = basename(id) === id && !id.includes('\\') && !id.includes('\0') && !id.startsWith('.');
  if (!isBare || !id.endsWith(registerExtension)) {
    throw new AppError(
      'not-found',
      'There is no register of this name in the folder. Choose one of the list.',
    );
  }
  return join(folder, id);
}
