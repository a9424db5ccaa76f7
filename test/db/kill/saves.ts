import { fileURLToPath } from 'node:url';
import type { ReadDb } from '#db/handles.ts';
import type { Work } from './loop.ts';

/** Rows of one long act: enough for the triggers to be set aside in the middle of it (db/bulk.ts). */
export const bulkRows = 1_200;

/** Saves of one row, and acts of many, as child.ts does them. */
export const saves: Work = {
  script: fileURLToPath(new URL('./child.ts', import.meta.url)),
  judge(db, acknowledged, begun) {
    return [
      ...acknowledged.flatMap((act) => judgeDone(db, act, acknowledged, begun)),
      ...judgeBegun(db, begun),
    ];
  },
};

function judgeDone(db: ReadDb, act: string, acknowledged: readonly string[], begun: string | null): string[] {
  const [what, id = ''] = act.split(' ');
  if (what === 'save') return isThere(db, id) ? [] : [`an acknowledged save is lost: ${id}`];
  const rows = rowsOfBulk(db, id);
  if (what === 'undo') return rows === 0 ? [] : [`${rows} rows of an undone act are there: ${id}`];
  const undone = acknowledged.includes(`undo ${id}`);
  if (undone || (begun === `undo ${id}` && rows === 0)) return [];
  return rows === bulkRows ? [] : [`an acknowledged act has ${rows} of ${bulkRows} rows: ${id}`];
}

/** What was under way when the program was killed is done or not done, never half. */
function judgeBegun(db: ReadDb, begun: string | null): string[] {
  const [what, id = ''] = (begun ?? '').split(' ');
  if (what !== 'bulk' && what !== 'undo') return [];
  const rows = rowsOfBulk(db, id);
  return rows === 0 || rows === bulkRows
    ? []
    : [`${rows} of ${bulkRows} rows of an act under way are there: ${id}`];
}

function isThere(db: ReadDb, id: string): boolean {
  return db.raw.prepare('SELECT 1 FROM glossary WHERE id = ?').get(id) !== undefined;
}

function rowsOfBulk(db: ReadDb, id: string): number {
  return db.raw.prepare('SELECT count(*) FROM glossary WHERE term = ?').pluck().get(`bulk ${id}`) as number;
}
