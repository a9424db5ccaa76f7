import type { DutyAnswerShown } from '#shared/contract/duties.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { statusOf, type TimescaleColumns, timescaleColumns, timescaleOf } from './record-parts.ts';

/** A duty with the plan it came with. */
export type DutyRow = {
  id: string;
  text: string;
  basis: string | null;
  inForceFrom: ReturnType<typeof timescaleOf>;
  planId: string | null;
  plan: string | null;
};

/** All duties: the office's own first, then plan by plan. */
export function allDuties(db: ReadDb): DutyRow[] {
  type Row = TimescaleColumns & Omit<DutyRow, 'inForceFrom'>;
  return rowsOf<Row>(
    db,
    `SELECT d.id, d.text, d.basis, ${timescaleColumns}, d.plan_id AS planId, p.title AS plan
     FROM duties d LEFT JOIN plans p ON p.id = d.plan_id
     ORDER BY p.position IS NOT NULL, p.position, p.id, d.position, d.id`,
  ).map((row) => {
    const { id, text, basis, planId, plan } = row;
    return { id, text, basis, planId, plan, inForceFrom: timescaleOf(row) };
  });
}

export function dutyHead(db: ReadDb, dutyId: string): { id: string; text: string } | undefined {
  return rowOf(db, 'SELECT id, text FROM duties WHERE id = ?', dutyId);
}

type AnswerRow = Omit<DutyAnswerShown, 'status'> & {
  dutyId: string;
  status_state: State | null;
  status_label: string | null;
};

/** What answers which duty, as it was said with the duty or in the links of an action; each thing once a duty. */
export function answersOfDuties(db: ReadDb): Map<string, DutyAnswerShown[]> {
  const rows = rowsOf<AnswerRow>(
    db,
    `SELECT s.dutyId, s.kind, s.recordId, s.said, p.id AS planId, p.title AS plan,
       coalesce(a.ref, e.ref, k.ref) AS ref, coalesce(a.text, e.title, k.name) AS text,
       a.status_state, a.status_label
     FROM (
       SELECT duty_id AS dutyId, CASE WHEN action_id IS NOT NULL THEN 'action' WHEN section_id IS NOT NULL
           THEN 'section' ELSE 'kpi' END AS kind, coalesce(action_id, section_id, kpi_id) AS recordId,
         'duty' AS said, position, id FROM duty_answers
       UNION ALL SELECT to_duty_id, 'action', action_id, 'link', position, id FROM action_links
         WHERE to_duty_id IS NOT NULL) s
     LEFT JOIN actions a ON s.kind = 'action' AND a.id = s.recordId
     LEFT JOIN sections e ON s.kind = 'section' AND e.id = s.recordId
     LEFT JOIN kpis k ON s.kind = 'kpi' AND k.id = s.recordId
     LEFT JOIN plans p ON p.id = coalesce(a.plan_id, e.plan_id, k.plan_id)
     ORDER BY s.said, p.position, p.id, s.position, s.id`,
  );
  const byDuty = new Map<string, DutyAnswerShown[]>();
  for (const { dutyId, status_state, status_label, ...answer } of rows) {
    const list = byDuty.get(dutyId) ?? [];
    if (list.some((one) => one.kind === answer.kind && one.recordId === answer.recordId)) continue;
    list.push({ ...answer, status: statusOf({ status_state, status_label }) });
    byDuty.set(dutyId, list);
  }
  return byDuty;
}

const columnOf = { action: 'action_id', section: 'section_id', kpi: 'kpi_id' } as const;

/** The rows that say that something answers a duty: with the duty, and in the links of an action. */
export function answerRows(
  db: ReadDb,
  o: { dutyId: string; kind: keyof typeof columnOf; recordId: string },
): { answers: string[]; links: string[] } {
  const ids = (text: string) => rowsOf<{ id: string }>(db, text, o.dutyId, o.recordId).map(({ id }) => id);
  return {
    answers: ids(`SELECT id FROM duty_answers WHERE duty_id = ? AND ${columnOf[o.kind]} = ?`),
    links:
      o.kind === 'action' ? ids('SELECT id FROM action_links WHERE to_duty_id = ? AND action_id = ?') : [],
  };
}

const named = {
  action: `SELECT 'action' AS kind, a.id AS recordId, a.plan_id AS planId, p.title AS plan, a.ref, a.text,
      a.status_state, a.status_label FROM actions a JOIN plans p ON p.id = a.plan_id WHERE a.id = ?`,
  section: `SELECT 'section' AS kind, s.id AS recordId, s.plan_id AS planId, p.title AS plan, s.ref, s.title AS text,
      NULL AS status_state, NULL AS status_label FROM sections s JOIN plans p ON p.id = s.plan_id WHERE s.id = ?`,
  kpi: `SELECT 'kpi' AS kind, k.id AS recordId, k.plan_id AS planId, p.title AS plan, k.ref, k.name AS text,
      NULL AS status_state, NULL AS status_label FROM kpis k LEFT JOIN plans p ON p.id = k.plan_id WHERE k.id = ?`,
} as const;

/** Something that may answer a duty, as it is shown; undefined where there is none of that id. */
export function answerable(
  db: ReadDb,
  kind: keyof typeof named,
  id: string,
): Omit<DutyAnswerShown, 'said'> | undefined {
  type Row = Omit<AnswerRow, 'dutyId' | 'said'>;
  const row = rowOf<Row>(db, named[kind], id);
  if (!row) return undefined;
  const { status_state, status_label, ...rest } = row;
  return { ...rest, status: statusOf({ status_state, status_label }) };
}

/** The duties that something answers. */
export function dutiesAnsweredBy(
  db: ReadDb,
  id: string,
): { id: string; text: string; basis: string | null }[] {
  return rowsOf(
    db,
    `SELECT id, text, basis FROM duties WHERE id IN (
       SELECT duty_id FROM duty_answers WHERE action_id = ?1 OR section_id = ?1 OR kpi_id = ?1
       UNION SELECT to_duty_id FROM action_links WHERE action_id = ?1) ORDER BY position, id`.replaceAll(
      '?1',
      '?',
    ),
    id,
    id,
    id,
    id,
  );
}
