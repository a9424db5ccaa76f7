import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** Who reports to whom, with the names of both ends. */
export type ReportingRow = {
  id: string;
  position: number;
  level: number | null;
  report: string;
  every: string | null;
  fromBodyId: string | null;
  fromPlanId: string | null;
  from: string | null;
  fromTitle: string | null;
  toBodyId: string | null;
  toPlanId: string | null;
  to: string | null;
  toTitle: string | null;
};

/** By level, those without one last; within it in order. */
export function reportingRows(db: ReadDb): ReportingRow[] {
  return rowsOf(
    db,
    `SELECT l.id, l.position, l.level, l.report, l.every,
       l.from_body_id AS fromBodyId, l.from_plan_id AS fromPlanId, l."from",
       coalesce(fb.name, fp.title, l."from") AS fromTitle,
       l.to_body_id AS toBodyId, l.to_plan_id AS toPlanId, l."to",
       coalesce(tb.name, tp.title, l."to") AS toTitle
     FROM reporting_lines l
     LEFT JOIN bodies fb ON fb.id = l.from_body_id LEFT JOIN plans fp ON fp.id = l.from_plan_id
     LEFT JOIN bodies tb ON tb.id = l.to_body_id LEFT JOIN plans tp ON tp.id = l.to_plan_id
     ORDER BY l.level IS NULL, l.level, l.position, l.id`,
  );
}

/** Bodies that say themselves to whom they report. */
export function bodiesReporting(db: ReadDb): { id: string; name: string; toId: string; to: string }[] {
  return rowsOf(
    db,
    `SELECT b.id, b.name, t.id AS toId, t.name AS "to" FROM bodies b JOIN bodies t ON t.id = b.reports_to_id
     ORDER BY b.position, b.id`,
  );
}

export function reportingEnds(db: ReadDb): {
  bodies: { id: string; name: string }[];
  plans: { id: string; title: string }[];
} {
  return {
    bodies: rowsOf(db, 'SELECT id, name FROM bodies ORDER BY position, id'),
    plans: rowsOf(db, 'SELECT id, title FROM plans ORDER BY position, id'),
  };
}

export function lastReportingPosition(db: ReadDb): number {
  return rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM reporting_lines')?.last ?? 0;
}
