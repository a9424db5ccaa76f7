import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** What was brought in, and what of it waits in the tray. */

export type ImportFileRow = {
  id: string;
  importId: string;
  name: string;
  sha256: string;
  cells: number;
  placed: number;
  inTray: number;
  lost: number;
};
export type TrayRow = {
  id: string;
  importId: string;
  file: string;
  where: string;
  text: string;
  state: 'open' | 'placed' | 'kept' | 'discarded';
  reason: string | null;
};

/** When each import was, by its id. */
export const importInstants = (db: ReadDb): Map<string, string> =>
  new Map(rowsOf<{ id: string; at: string }>(db, 'SELECT id, at FROM imports').map(({ id, at }) => [id, at]));

/** Every import, newest first, with how many pieces of its tray are open. */
export function importRows(db: ReadDb): { id: string; at: string; openTray: number }[] {
  return rowsOf(
    db,
    `SELECT i.id, i.at, (SELECT count(*) FROM tray t JOIN import_files f ON f.id = t.import_file_id
       WHERE f.import_id = i.id AND t.state = 'open') AS openTray
     FROM imports i ORDER BY i.at DESC, i.id DESC`,
  );
}

export function importFileRows(db: ReadDb): ImportFileRow[] {
  return rowsOf(
    db,
    `SELECT id, import_id AS importId, name, sha256, cells, placed, in_tray AS inTray, lost
     FROM import_files ORDER BY import_id, position`,
  );
}

/** The pieces in the tray, of one import or of all. */
export function trayRows(db: ReadDb, importId: string | null): TrayRow[] {
  const text = `SELECT t.id, f.import_id AS importId, f.name AS file, t."where", t.text, t.state, t.reason
     FROM tray t JOIN import_files f ON f.id = t.import_file_id`;
  const order = 'ORDER BY f.import_id, f.position, t.position, t.id';
  return importId === null
    ? rowsOf(db, `${text} ${order}`)
    : rowsOf(db, `${text} WHERE f.import_id = ? ${order}`, importId);
}

/** The last import of a file with these bytes: when and as what; null where there was none. */
export function seenBefore(db: ReadDb, sha256: string): { importId: string; at: string } | null {
  return (
    rowOf<{ importId: string; at: string }>(
      db,
      `SELECT f.import_id AS importId, i.at FROM import_files f JOIN imports i ON i.id = f.import_id
       WHERE f.sha256 = ? ORDER BY i.at DESC LIMIT 1`,
      sha256,
    ) ?? null
  );
}

/** Mappings that the officer corrected in earlier imports. */
export function mappingProfiles(db: ReadDb): { id: string; signature: string; mapping: unknown }[] {
  return rowsOf<{ id: string; signature: string; mapping: string }>(
    db,
    'SELECT id, signature, mapping FROM import_profiles ORDER BY used_at',
  ).map((row) => ({ ...row, mapping: JSON.parse(row.mapping) as unknown }));
}

/** Whether the register holds any plan, KPI, meeting or person. */
export function holdsAnything(db: ReadDb): boolean {
  return (
    rowOf(
      db,
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM plans) OR EXISTS (SELECT 1 FROM kpis) OR EXISTS (SELECT 1 FROM people)
         OR EXISTS (SELECT 1 FROM meetings) OR EXISTS (SELECT 1 FROM imports) OR EXISTS (SELECT 1 FROM snapshots)`,
    ) !== undefined
  );
}

/** The last position in use, for adding after it. */
export function lastPositions(db: ReadDb): Record<string, number> {
  const row = rowOf<Record<string, number | null>>(
    db,
    `SELECT (SELECT max(position) FROM plans) AS plans, (SELECT max(position) FROM sections) AS sections,
       (SELECT max(position) FROM actions) AS actions, (SELECT max(position) FROM measures) AS measures,
       (SELECT max(position) FROM progress) AS progress, (SELECT max(position) FROM kpis) AS kpis,
       (SELECT max(position) FROM kpi_values) AS kpiValues, (SELECT max(position) FROM kpi_narratives) AS kpiNarratives,
       (SELECT max(position) FROM duties) AS duties, (SELECT max(position) FROM glossary) AS glossary,
       (SELECT max(position) FROM bodies) AS bodies, (SELECT max(position) FROM meetings) AS meetings,
       (SELECT max(position) FROM attendance) AS attendance, (SELECT max(position) FROM agenda_items) AS agendaItems,
       (SELECT max(position) FROM resolutions) AS resolutions,
       (SELECT max(position) FROM reporting_lines) AS reportingLines,
       (SELECT max(position) FROM owed_reports) AS owedReports`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, last]) => [name, last ?? 0]));
}
