import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChangeSet } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { type OpenedRegister, type OpenOptions, openRegister } from '#db/open.ts';

/** An instant that every test may use. */
export const at = '2010-06-01T09:30:00.000Z';

/** Ids in the shape of UUIDv7 that count up: the same in every run. */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const tail = count.toString(16).padStart(12, '0');
    return `01290000-${tail.slice(0, 4)}-7000-8000-${tail}`;
  };
}

/** A folder of its own, and what opens registers in it; `remove` closes them and takes it away. */
export function tempFolder(options: Partial<OpenOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  const opened: OpenedRegister[] = [];
  const newId = countingIds();
  const open = (name = 'office.register', more: Partial<OpenOptions> = {}): OpenedRegister => {
    const register = openRegister(join(folder, name), {
      now: () => at,
      newId,
      backupsDir: join(folder, 'backups'),
      programVersion: '0.1.0',
      create: true,
      ...options,
      ...more,
    });
    opened.push(register);
    return register;
  };
  const remove = () => {
    for (const { db, close } of opened) if (db.raw.open) close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, path: (name: string) => join(folder, name), open, newId, remove };
}

/** One change set with as little ceremony as a test wants. */
export function act<T>(db: WriteDb, newId: () => string, write: (tx: WriteDb) => T, label = 'an act'): T {
  return inChangeSet(db, { id: newId(), at, kind: 'edit', label }, write);
}
