import Database from 'better-sqlite3';
import type { RegisterJson } from '#shared/contract/register.ts';
import { codeOf } from './driver-errors.ts';
import { type WriteDb, writeHandle } from './handles.ts';
import { quoted } from './layout.ts';
import { migrateRegister } from './migrate.ts';
import { writeRegister } from './queries/register-write.ts';
import { dropDerived, makeDerived } from './triggers.ts';

/**
 * A snapshot laid out as a register again, to be looked at by the queries that read a register. It lives in memory
 * alone: nothing of it is ever on the disk, and nothing is left of it when the program ends, however it ends.
 */

/** An empty register without triggers and index, made once: making its tables takes longer than filling them. */
let empty: Buffer | null = null;

function emptyPages(): Buffer {
  if (empty) return empty;
  const raw = new Database(':memory:');
  try {
    migrateRegister(raw);
    // What is laid out is no act of anybody, so nothing is logged; the index is filled at once at the end.
    dropDerived(raw);
    empty = raw.serialize();
  } finally {
    raw.close();
  }
  return empty;
}

/**
 * Lays a register out in memory and gives its pages: what `openFrozen` takes, in whatever thread. It has no history.
 * What refers to a record that is not there (a snapshot may be of one plan) is laid out without that reference.
 * `told` is called with how many records have been laid out so far.
 */
export function layFrozen(json: RegisterJson, told?: (records: number) => void): Uint8Array<ArrayBuffer> {
  const raw = new Database(Buffer.from(emptyPages()));
  try {
    raw.pragma('journal_mode = MEMORY');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('foreign_keys = OFF');
    raw
      .transaction(() => {
        writeRegister(writeHandle(raw), json, { told, isPart: true });
        cutLooseEnds(raw);
        makeDerived(raw);
      })
      .immediate();
    // SQLite's own memory cannot be handed to another thread: the pages are copied once.
    return new Uint8Array(raw.serialize());
  } finally {
    raw.close();
  }
}

type Loose = { readonly table: string; readonly rowid: number; readonly fkid: number };

/** Takes out each reference to what is not there, and with it the row that is nothing without. */
function cutLooseEnds(raw: Database.Database): void {
  while (true) {
    const loose = raw.pragma('foreign_key_check') as Loose[];
    if (loose.length === 0) return;
    for (const { table, rowid, fkid } of loose) {
      const references = raw.pragma(`foreign_key_list(${quoted(table)})`) as { id: number; from: string }[];
      const columns = references.filter(({ id }) => id === fkid).map(({ from }) => `${quoted(from)} = NULL`);
      try {
        raw.prepare(`UPDATE ${quoted(table)} SET ${columns.join(', ')} WHERE rowid = ?`).run(rowid);
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error;
        raw.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid);
      }
    }
  }
}

export type Frozen = { readonly db: WriteDb; close(): void };

/**
 * Opens what was laid out, to be read only: SQLite itself refuses every write, and `guard`, which throws, is asked before
 * any act. The handle can be taken wherever a register's is.
 */
export function openFrozen(pages: Uint8Array, guard: () => never): Frozen {
  const raw = new Database(Buffer.from(pages.buffer, pages.byteOffset, pages.byteLength), { readonly: true });
  raw.pragma('trusted_schema = OFF');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('query_only = ON');
  return { db: writeHandle(raw, guard), close: () => void raw.close() };
}
