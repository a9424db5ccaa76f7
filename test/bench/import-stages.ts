import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { createApp } from '#core/app.ts';
import { readFile } from '#core/imports/read/read-file.ts';
import { startReading } from '#core/imports/session/reading-session.ts';
import { callerOf } from '#core/router.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';

/** One measured run: the whole and its parts, in milliseconds. */
export type Sample = { readonly ms: number; readonly parts: Readonly<Record<string, number>> };

const options = {
  fileName: 'plan.xlsx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};

/** What is measured; each runs in a process of its own. */
export const stages: Readonly<Record<string, (bytes: Uint8Array) => Promise<Sample>>> = {
  /** The least it could cost: the library alone, and its rows put into one table in one durable transaction. */
  bare: async (bytes) => {
    const start = performance.now();
    const book = await readXlsx(bytes, { readStyles: true });
    const parsed = performance.now();
    insertBare(book.sheets[0]?.rows ?? []);
    const end = performance.now();
    return { ms: end - start, parts: { parse: parsed - start, insert: end - parsed } };
  },
  /** Our own reader, guards and display texts with it. */
  read: async (bytes) => {
    const start = performance.now();
    readFile(bytes, 'plan.xlsx');
    return { ms: performance.now() - start, parts: {} };
  },
  /** Reading and recognising in the worker, its start and the handing over with it. */
  session: async (bytes) => {
    const start = performance.now();
    let recognising = start;
    const session = await startReading({
      name: 'plan.xlsx',
      bytes,
      options,
      limits: { timeMs: 120_000 },
      onProgress: ({ step }) => {
        if (step === 'recognise') recognising = performance.now();
      },
    });
    const end = performance.now();
    await session.close();
    return { ms: end - start, parts: { read: recognising - start, recognise: end - recognising } };
  },
  /** All of it, as the officer's "Bring in" does it: read, recognise, compare, look for every cell, write. */
  import: async (bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const app = createApp({
      host: 'cli',
      ...realWorld(),
      dataDir: folder,
      backupsDir: join(folder, 'Backups'),
    });
    await app.openPath(join(folder, 'office.register'), { create: true });
    const parts: Record<string, number> = {};
    const start = performance.now();
    let step = { what: 'read', since: start };
    const next = (what: string) => {
      const now = performance.now();
      parts[step.what] = (parts[step.what] ?? 0) + now - step.since;
      step = { what, since: now };
    };
    const core = callerOf(app);
    const files = [{ name: 'plan.xlsx', base64: Buffer.from(bytes).toString('base64') }];
    const watch = async (jobId: string, steps: Readonly<Record<string, string>>) => {
      for await (const { what } of app.jobs.watch(jobId)) {
        const [, name] = Object.entries(steps).find(([words]) => what.startsWith(words)) ?? [];
        if (name !== undefined && step.what !== name) next(name);
      }
    };
    void watch('read', { Recognising: 'recognise', Comparing: 'compare' });
    const { sessionId } = await core.imports.start({ jobId: 'read', files });
    next('look');
    void watch('bring', { Bringing: 'write' });
    await core.imports.bringIn({ sessionId, jobId: 'bring' });
    next('end');
    const ms = performance.now() - start;
    await app.close();
    rmSync(folder, { recursive: true, force: true });
    return { ms, parts };
  },
};

function insertBare(rows: readonly (readonly unknown[])[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  const columns = rows[0]?.length ?? 0;
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  db.exec(`CREATE TABLE bare (${names.join(', ')})`);
  const insert = db.prepare(`INSERT INTO bare VALUES (${names.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const row of rows) insert.run(row.map(bindable));
  })();
  db.close();
  rmSync(folder, { recursive: true, force: true });
}

function bindable(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'boolean' ? Number(value) : value;
}
