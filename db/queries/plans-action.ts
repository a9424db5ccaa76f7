import type { ActionView } from '#shared/contract/plans.ts';
import type { Measure, Progress } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, type SourceColumns, sourceFinder, statusOf } from './record-parts.ts';

/** The parts of one action's drawer. */

export function measuresOfAction(db: ReadDb, actionId: string): Measure[] {
  const sourceOf = sourceFinder(db);
  const leads = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT l.measure_id AS owner, l.position, l.text, l.person_id, l.role, l.note
       FROM measures m JOIN leads l ON l.measure_id = m.id WHERE m.action_id = ?`,
      actionId,
    ),
    (row) => row.owner,
    leadOf,
  );
  return rowsOf<
    SourceColumns & {
      id: string;
      action_id: string;
      text: string;
      kpi_id: string | null;
      done_on: string | null;
    }
  >(
    db,
    `SELECT id, action_id, text, kpi_id, done_on, source_file_id, source_where, source_cells
     FROM measures WHERE action_id = ? ORDER BY position, id`,
    actionId,
  ).map((row) => ({
    id: row.id,
    source: sourceOf(row),
    actionId: row.action_id,
    text: row.text,
    leads: leads.get(row.id) ?? [],
    kpiId: row.kpi_id,
    ...(row.done_on !== null && { doneOn: row.done_on }),
  }));
}

type ProgressColumns = SourceColumns & {
  id: string;
  action_id: string | null;
  kpi_id: string | null;
  on: string | null;
  status_state: State | null;
  status_label: string | null;
  text: string;
  by: string | null;
  evidence: string | null;
  status_colour: string | null;
  meeting_id: string | null;
  corrects_id: string | null;
};

/** Newest first: by day, undated ones last, and of one day the last entered first. */
export function progressOfAction(db: ReadDb, actionId: string): Progress[] {
  const sourceOf = sourceFinder(db);
  return rowsOf<ProgressColumns>(
    db,
    `SELECT * FROM progress WHERE action_id = ? ORDER BY coalesce("on", '') DESC, position DESC, id DESC`,
    actionId,
  ).map((row) => ({
    id: row.id,
    source: sourceOf(row),
    actionId: row.action_id,
    kpiId: row.kpi_id,
    on: row.on,
    status: statusOf(row),
    text: row.text,
    by: row.by,
    evidence: row.evidence,
    ...(row.status_colour !== null && { statusColour: row.status_colour }),
    ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
    ...(row.corrects_id !== null && { correctsId: row.corrects_id }),
  }));
}

/** The words of the rows that this one says it is the same as. */
export function sameAsOf(db: ReadDb, actionId: string): ActionView['sameAs'] {
  return rowsOf(
    db,
    `SELECT a.ref, a.text FROM action_links l JOIN actions a ON a.id = l.to_action_id
     WHERE l.action_id = ? AND l.kind = 'same-as' ORDER BY l.position`,
    actionId,
  );
}

/** The meetings that spoke of an action, the latest first; those without a day last. */
export function meetingsOfAction(db: ReadDb, actionId: string): ActionView['meetings'] {
  return rowsOf(
    db,
    `SELECT m.id, m.title, m.held_on AS "on", s.number, s.text
     FROM (SELECT meeting_id, number, text, position FROM resolutions WHERE action_id = ?
           UNION ALL
           SELECT meeting_id, NULL, text, position FROM progress WHERE action_id = ? AND meeting_id IS NOT NULL) s
     JOIN meetings m ON m.id = s.meeting_id
     ORDER BY m.held_on IS NULL, m.held_on DESC, m.id, s.number IS NULL, s.position`,
    actionId,
    actionId,
  );
}

/** The same action in other years, oldest first: back to its first version, then every version that follows. */
export function lineageOf(db: ReadDb, actionId: string): ActionView['lineage'] {
  return rowsOf(
    db,
    `WITH RECURSIVE
       back(id, continues, depth) AS (
         SELECT id, continues_action_id, 0 FROM actions WHERE id = ?
         UNION SELECT a.id, a.continues_action_id, b.depth + 1 FROM actions a JOIN back b ON a.id = b.continues
         WHERE b.depth < 200),
       forward(id, depth) AS (
         SELECT id, 0 FROM (SELECT id FROM back ORDER BY depth DESC LIMIT 1)
         UNION SELECT a.id, f.depth + 1 FROM actions a JOIN forward f ON a.continues_action_id = f.id
         WHERE f.depth < 200)
     SELECT a.id, a.plan_id AS planId, p.period_label AS period, a.ref, a.text
     FROM forward f JOIN actions a ON a.id = f.id JOIN plans p ON p.id = a.plan_id
     GROUP BY a.id ORDER BY min(f.depth), p.position, a.position`,
    actionId,
  );
}

/** The file an action came from and the cell of each field; null for what was typed in. */
export function originOf(db: ReadDb, actionId: string): ActionView['origin'] {
  const row = rowOf<{ file: string; importedAt: string; where: string | null; cells: string | null }>(
    db,
    `SELECT f.name AS file, i.at AS importedAt, a.source_where AS "where", a.source_cells AS cells
     FROM actions a JOIN import_files f ON f.id = a.source_file_id JOIN imports i ON i.id = f.import_id
     WHERE a.id = ?`,
    actionId,
  );
  if (!row) return null;
  const cells = row.cells ? (JSON.parse(row.cells) as Record<string, string>) : {};
  return {
    file: row.file,
    importedAt: row.importedAt,
    where: row.where ?? '',
    cells: Object.entries(cells).map(([field, where]) => ({ field, where })),
  };
}

/** The plan, and the section if any, an action stands in. */
export function placeOfAction(
  db: ReadDb,
  actionId: string,
): { plan: ActionView['plan']; section: ActionView['section'] } | undefined {
  const row = rowOf<{
    planId: string;
    planTitle: string;
    sectionId: string | null;
    sectionRef: string | null;
    sectionTitle: string | null;
  }>(
    db,
    `SELECT p.id AS planId, p.title AS planTitle, s.id AS sectionId, s.ref AS sectionRef, s.title AS sectionTitle
     FROM actions a JOIN plans p ON p.id = a.plan_id LEFT JOIN sections s ON s.id = a.section_id WHERE a.id = ?`,
    actionId,
  );
  if (!row) return undefined;
  return {
    plan: { id: row.planId, title: row.planTitle },
    section:
      row.sectionId === null
        ? null
        : { id: row.sectionId, ref: row.sectionRef, title: row.sectionTitle ?? '' },
  };
}
