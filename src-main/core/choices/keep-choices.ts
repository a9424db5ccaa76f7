import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#db/files.ts';
import type { App } from '../app.ts';

const fileName = 'choices.json';
/** Names kept at most: those not set for longest go first. */
const mostKept = 500;

type Kept = Record<string, string>;

/** What is kept, the last set last. A file that cannot be read is as none: choices are no record. */
function readAll({ options }: App): Kept {
  try {
    const read: unknown = JSON.parse(readFileSync(join(options.dataDir, fileName), 'utf8'));
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      const { now, ports } = options;
      ports.log({ at: now(), level: 'remark', what: 'choices of the viewer', reference: null, cause: error });
    }
    return {};
  }
}

export function choiceOf(app: App, name: string): string | null {
  return readAll(app)[name] ?? null;
}

/** Keeps a choice; whole or not at all, so that a loss of power leaves the choices as they were. */
export function keepChoice(app: App, name: string, value: string): void {
  const { [name]: _before, ...others } = readAll(app);
  const kept = [...Object.entries(others), [name, value] as const].slice(-mostKept);
  const path = join(app.options.dataDir, fileName);
  makeFolder(app.options.dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(kept)));
  renameSync(`${path}.new`, path);
}
