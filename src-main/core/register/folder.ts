import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterFile } from '#shared/contract/office.ts';
import { registerExtension } from './file-names.ts';

type File = z.infer<typeof RegisterFile>;

/** The registers of the office's folder, the one last written to first. A folder that is not there has none. */
export function registersIn(folder: string): File[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(registerExtension) && !name.startsWith('.'))
    .flatMap((name) => registerFile(join(folder, name)) ?? [])
    .sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || a.name.localeCompare(b.name));
}

/** What a list says of one register; null where there is no such file. */
export function registerFile(path: string): File | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return null;
  // What was saved last may still stand in the log beside the file.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const modified = log && log.mtimeMs > found.mtimeMs ? log.mtime : found.mtime;
  return {
    id: basename(path),
    name: basename(path, registerExtension),
    modifiedAt: modified.toISOString(),
    bytes: found.size,
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return [];
    if (code === 'EACCES' || code === 'EPERM') {
      throw new AppError(
        'no-permission',
        'This computer does not let you read the folder of registers. Ask whoever looks after it for access.',
        { cause: error },
      );
    }
    throw error;
  }
}
