import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { quoted } from '#db/layout.ts';
import { scratchFolder } from '../scratch.ts';
import { columnsOf, tablesIn } from './past-register.ts';

/** How many rows a table has, and a hash over all of them in the order of their keys. */
export type Digest = { readonly rows: number; readonly sha256: string };
export type Shape = Readonly<Record<string, readonly string[]>>;

/** Which columns each table of the office has. */
export const shapeOf = (raw: Database.Database): Shape =>
  Object.fromEntries(tablesIn(raw).map((table) => [table, columnsOf(raw, table)]));

/** Every table of the office by a hash of its rows; with `shape`, of the columns named there only. */
export function digestsOf(raw: Database.Database, shape: Shape = shapeOf(raw)): Record<string, Digest> {
  return Object.fromEntries(
    Object.entries(shape).map(([table, columns]) => {
      const list = columns.map(quoted).join(', ');
      const hash = createHash('sha256');
      let rows = 0;
      const all = raw
        .prepare(`SELECT ${list} FROM ${quoted(table)} ORDER BY 1, ${list}`)
        .raw()
        .iterate();
      for (const row of all) {
        hash.update(`${JSON.stringify(row, plain)}\n`);
        rows += 1;
      }
      return [table, { rows, sha256: hash.digest('hex') }];
    }),
  );
}

const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : Buffer.isBuffer(value) ? value.toString('base64') : value;

/**
 * Looks at a register without touching it or what lies beside it: at a copy of the file and its log, in another
 * place, as if the program had been killed now.
 */
export function lookAtCopy<T>(path: string, look: (raw: Database.Database) => T): T {
  const folder = scratchFolder('copy');
  try {
    const copy = join(folder, 'copy.register');
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
    const raw = new Database(copy, { fileMustExist: true });
    try {
      return look(raw);
    } finally {
      raw.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
