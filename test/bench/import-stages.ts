import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { readFile } from '#core/imports/read/read-file.ts';
import { startReading } from '#core/imports/session/reading-session.ts';

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
