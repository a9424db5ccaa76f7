import type Database from 'better-sqlite3';
import { codeOf } from './driver-errors.ts';
import { quoted } from './layout.ts';

/** A row as it was read, by column name. */
export type FoundRow = Readonly<Record<string, unknown>>;

/** Rows that were read; `lost` counts places between them where a row cannot be read, null where nobody can say. */
export type Readable = { readonly rows: readonly FoundRow[]; readonly lost: number | null };

/** Places looked at one by one between what can be read from either end; beyond, nobody can say what is lost. */
const mostProbed = 500_000;

/** Places without a row after which the end of a table is taken to be reached, where its end cannot be read. */
const mostEmpty = 500;

/**
 * Every row of a table that can be read, in a file that may be damaged anywhere: from the front until it breaks off,
 * from the back until it breaks off, and each place between by itself.
 */
export function readableRows(raw: Database.Database, table: string): Readable {
  const rows = new Map<number, FoundRow>();
  const name = quoted(table);
  const front = walk(raw, `SELECT rowid AS "_at", * FROM ${name} ORDER BY rowid`, rows);
  if (front.whole) return { rows: [...rows.values()], lost: 0 };
  const back = walk(raw, `SELECT rowid AS "_at", * FROM ${name} ORDER BY rowid DESC`, rows);
  const lowest = front.last ?? 0;
  const one = raw.prepare(`SELECT * FROM ${name} WHERE rowid = ?`);
  const highest = back.last;
  if (highest === null || highest - lowest > mostProbed) {
    // The end cannot be reached, so that it is not known how much there was.
    for (let at = lowest + 1, empty = 0; empty < mostEmpty && at < lowest + mostProbed; at += 1)
      empty = probe(one, at, rows) === 'row' ? 0 : empty + 1;
    return { rows: inOrder(rows), lost: null };
  }
  let lost = 0;
  for (let at = lowest + 1; at < highest; at += 1) if (probe(one, at, rows) === 'broken') lost += 1;
  return { rows: inOrder(rows), lost };
}

const inOrder = (rows: ReadonlyMap<number, FoundRow>): FoundRow[] =>
  [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);

/** Reads on until the file breaks off. */
function walk(
  raw: Database.Database,
  text: string,
  rows: Map<number, FoundRow>,
): { whole: boolean; last: number | null } {
  let last: number | null = null;
  try {
    for (const { _at, ...row } of raw.prepare(text).iterate() as IterableIterator<
      FoundRow & { _at: number }
    >) {
      rows.set(_at, row);
      last = _at;
    }
    return { whole: true, last };
  } catch (error) {
    if (isDamage(error)) return { whole: false, last };
    throw error;
  }
}

function probe(one: Database.Statement, at: number, rows: Map<number, FoundRow>): 'row' | 'none' | 'broken' {
  if (rows.has(at)) return 'row';
  try {
    const row = one.get(at) as FoundRow | undefined;
    if (!row) return 'none';
    rows.set(at, row);
    return 'row';
  } catch (error) {
    if (isDamage(error)) return 'broken';
    throw error;
  }
}

/** What a damaged file makes the driver say: that is expected here, and everything else is not. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR|FORMAT)/.test(codeOf(error));
