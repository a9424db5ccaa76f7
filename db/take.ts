import Database from 'better-sqlite3';
import { codeOf } from './driver-errors.ts';

/** How often a register that another program holds is asked for: about a second in all, then it is open elsewhere. */
const attempts = 8;
/** How long SQLite itself waits each time, in milliseconds. */
const waitMs = 60;

/**
 * Opens a file for this process alone. Two programs that start at the same moment can each hold what the other one
 * waits for, and then SQLite refuses both: so each lets go, rests for a time of its own, and asks again. Throws the
 * driver's error, SQLITE_BUSY where another program keeps it.
 */
export function takenForItself(path: string): Database.Database {
  for (let attempt = 1; ; attempt += 1) {
    const raw = new Database(path, { fileMustExist: true, timeout: waitMs });
    try {
      takeForItself(raw);
      return raw;
    } catch (error) {
      raw.close();
      if (!codeOf(error).startsWith('SQLITE_BUSY') || attempt === attempts) throw error;
    }
    rest(10 + Math.random() * 25 * attempt);
  }
}

/**
 * SQLite's own exclusive lock, held until the file is closed: it works on every system, goes with the process
 * however that ends, and leaves nothing behind. The transaction takes it at once, and writes nothing.
 */
function takeForItself(raw: Database.Database): void {
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('mmap_size = 0');
  raw.pragma('temp_store = MEMORY');
  // 64 MB: a long act keeps its pages at hand instead of writing and reading them again and again.
  raw.pragma('cache_size = -64000');
  raw.pragma('foreign_keys = ON');
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.exec('BEGIN EXCLUSIVE; ROLLBACK');
}

/** Opening is one piece: nothing else is done by this process meanwhile. */
function rest(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
