import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, createApp, type Register } from '#core/app.ts';
import type { LogEntry } from '#core/ports.ts';
import { type Caller, callerOf } from '#core/router.ts';

/** A core on a real register in a folder of its own, with a clock and ids that are the same at every run. */
export type Office = {
  app: App;
  caller: Caller;
  register: Register;
  folder: string;
  /** What the core logged. */
  log: LogEntry[];
  /** Puts the calendar to another day. */
  setToday(day: string): void;
  /** Closes the register and takes the folder away. */
  close(): Promise<void>;
};

export async function openOffice(o: Partial<AppOptions> = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-register-core-'));
  mkdirSync(join(folder, 'data'));
  const log: LogEntry[] = [];
  let today = '2010-10-12';
  const app = createApp({
    host: 'cli',
    version: '0.0.0',
    now: clockFrom('2010-10-12T09:00:00.000Z'),
    newId: idsFrom(1),
    today: () => today,
    dataDir: join(folder, 'data'),
    backupsDir: join(folder, 'backups'),
    ports: { log: (entry) => log.push(entry) },
    ...o,
  });
  const register = await app.openPath(join(folder, 'data', 'Office.register'), { create: true });
  return {
    app,
    caller: callerOf(app),
    register,
    folder,
    log,
    setToday(day) {
      today = day;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A clock that goes on by a second each time it is read. */
export function clockFrom(start: string): () => string {
  let ms = Date.parse(start);
  return () => {
    const now = new Date(ms).toISOString();
    ms += 1_000;
    return now;
  };
}

/** UUIDs of version 7 in rising order. */
export function idsFrom(first: number): () => string {
  let next = first;
  return () => {
    const hex = (next++).toString(16).padStart(12, '0');
    return `01900000-0000-7000-8000-${hex}`;
  };
}

/** The code of the refusal that a call ends in; fails where it does not. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await call;
  } catch (error) {
    return { code: (error as { code?: unknown }).code, message: (error as Error).message };
  }
  throw new Error('the call was not refused');
}
