import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { createApp } from '#core/app.ts';
import type { LogEntry } from '#core/ports.ts';
import { type Caller, callerOf } from '#core/router.ts';
import { clockFrom, idsFrom } from '../../core/office.ts';

/** The register and the backups of one folder in which something is done, and goes wrong. */
export type Desk = {
  readonly folder: string;
  readonly register: string;
  readonly backups: string;
  readonly app: ReturnType<typeof createApp>;
  readonly caller: Caller;
  /** What the core wrote into its log. */
  readonly log: LogEntry[];
};

/** One thing an officer does that writes. */
export type Work = {
  readonly name: string;
  /** Makes the folder as it is beforehand. */
  prepare(desk: Desk): Promise<void>;
  /** Whether the register is open before it is begun. */
  readonly opens: boolean;
  /** Does it, for the so manieth time; throws what the officer is told. */
  run(desk: Desk, turn?: number): Promise<void>;
  /** Whether a register has what was done then. */
  isDone(raw: Database.Database, turn?: number): boolean;
  /** What is amiss in the folder otherwise, once it was done so often (true for once), or refused. */
  judge?(desk: Pick<Desk, 'register' | 'backups'>, done: number | boolean): string[];
};

/** A core on a folder, nothing opened. `turn` keeps ids and instants of several runs apart. */
export function deskIn(folder: string, turn = 0): Desk {
  const log: LogEntry[] = [];
  const app = createApp({
    host: 'cli',
    version: '0.1.0',
    now: clockFrom(new Date(Date.parse('2010-10-12T09:00:00.000Z') + turn * 3_600_000).toISOString()),
    newId: idsFrom(1 + turn * 1_000_000),
    today: () => '2010-10-12',
    dataDir: join(folder, 'data'),
    backupsDir: join(folder, 'backups'),
    ports: { log: (entry) => log.push(entry) },
  });
  const register = join(folder, 'data', 'Office.register');
  return { folder, register, backups: join(folder, 'backups'), app, caller: callerOf(app), log };
}
