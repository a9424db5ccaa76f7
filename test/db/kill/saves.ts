import { fileURLToPath } from 'node:url';
import type { ReadDb } from '#db/handles.ts';
import type { Work } from './loop.ts';

/** Rows of one long act: enough for the triggers to be set aside in the middle of it (db/bulk.ts). */
export const bulkRows = 1_200;

/** Saves of one row, and acts of many, as child.ts does them. */
export const saves: Work = {
  script: fileURLToPath(new URL('./child.ts', import.meta.url)),
  judge(db, acknowledged, begun) {
    return [...acknowledged.flatMap((act) => judgeDone(db, act, acknowledged)), ...judgeBegun(db, begun)];
  },
  happened(db, begun) {
    const [what, id = ''] = begun.split(' ');
    if (what === 'save') return isThere(db, id);
    return rowsOfBulk(db, id) === (what === 'undo' ? 0 : bulkRows);
  },
};

function judgeDone(db: ReadDb, act: string, acknowledged: readonly string[]): string[] {
  const [what, id = ''] = act.split(' ');
  if (what === 'save') return isThere(db, id) ? [] : [`an acknowledged save is lost: ${id}`];
  const rows = rowsOfBulk(db, id);
  if (what === 'undo') return rows === 0 ? [] : [`${rows} rows of an undone act are there: ${id}`];
  if (acknowledged.includes(`undo ${id}`)) return [];
  return rows === bulkRows ? [] : [`an acknowledged act has ${rows} of ${bulkRows} rows: ${id}`];
}

/** What was under way and is not done left nothing. */
function judgeBegun(db: ReadDb, begun: string | null): string[] {
  const [what, id = ''] = (begun ?? '').split(' ');
  if (what !== 'bulk' && what !== 'undo') return [];
  const rows = rowsOfBulk(db, id);
  if (rows === (what === 'undo' ? bulkRows : 0)) return [];
  return [`${rows} of ${bulkRows} rows of an act under way are there: ${id}`];
}

function isThere(db: ReadDb, id: string): boolean {
  return db.raw.prepare('SELECT 1 FROM glossary WHERE id = ?').get(id) !== undefined;
}

function rowsOfBulk(db: ReadDb, id: string): number {
  return db.raw.prepare('SELECT count(*) FROM glossary WHERE term = ?').pluck().get(`bulk ${id}`) as number;
}
