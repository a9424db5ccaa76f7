import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './driver-errors.ts';

/**
 * Names that only this program gives, and only to what is not finished: a backup being made, its record, a register
 * being made or restored. Anything else in the folder is somebody's.
 */
const ours = [
  /^\..+ \d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z [a-z-]+\.register\.part(-wal|-shm|-journal)?$/,
  /^.+ \d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z [a-z-]+\.register\.json\.part$/,
  /^\..+\.register\.restoring(-wal|-shm|-journal)?$/,
  /^\..+\.register\.[\da-f]{8}-[\da-f-]{27}\.new(-wal|-shm|-journal)?$/,
];
/** A folder in which a backup is opened or a register recovered, with copies of all that an office holds. */
const ourFolder = /^\.beside-[\da-f]{8}-[\da-f-]{27}$/;

/** How long a file may be under way: another program may be making a backup into the same folder. */
const underWayMs = 6 * 3_600_000;

export const isLeftover = (name: string): boolean => ours.some((pattern) => pattern.test(name));

/**
 * Takes away what a killed program left half made in a folder; gives the names. What is younger than six hours may
 * still be under way, and what bears no name of ours is not touched. A folder that is not there has none.
 */
export function clearLeftovers(dir: string, nowMs = Date.now()): string[] {
  return namesIn(dir).filter((name) => {
    const isFolder = ourFolder.test(name);
    if (!isFolder && !isLeftover(name)) return false;
    const path = join(dir, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!(isFolder ? stat?.isDirectory() : stat?.isFile()) || nowMs - (stat?.mtimeMs ?? nowMs) < underWayMs)
      return false;
    rmSync(path, { force: true, recursive: isFolder });
    return true;
  });
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
