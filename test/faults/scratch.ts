import { accessSync, constants, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for thousands of short runs, in memory where the system has such a place: what is tested is which calls
 * are made and what follows when they fail, not how fast a disk is.
 */
export function scratchFolder(what: string): string {
  return realpathSync(mkdtempSync(join(place(), `plan-register-${what}-`)));
}

let known: string | null = null;

function place(): string {
  known ??= mayUse('/dev/shm') ? '/dev/shm' : tmpdir();
  return known;
}

function mayUse(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    // There is no such place on this system: the usual one does.
    return false;
  }
}
