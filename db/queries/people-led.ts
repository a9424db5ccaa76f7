import type { LedKind, MergeCounts, PersonLoad, Unled } from '#shared/contract/people.ts';
import type { Period, Status } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { periodOf, statusOf } from './record-parts.ts';

/** What people lead, over all plans. */

/** Went on into another year, or ended there. */
const gone = `SELECT continues_action_id FROM actions WHERE continues_action_id IS NOT NULL
  UNION SELECT from_action_id FROM lineage WHERE from_action_id IS NOT NULL`;
const ended = `(coalesce(a.status_state, '') IN ('complete', 'closed') OR a.id IN (${gone}))`;

const ofAction = `a.timescale_text AS "when", a.timescale_end AS "end", a.status_state, a.status_label,
  ${ended} AS ended, (SELECT max("on") FROM progress g WHERE g.action_id = a.id) AS last_wrote`;
const ofNone = `NULL AS "when", NULL AS "end", NULL AS status_state, NULL AS status_label, 0 AS ended, NULL AS last_wrote`;
const lead = 'l.id AS leadId, l.person_id AS personId, l.text AS said, l.role AS saidRole';

/** Everything that has a lead: one row for each lead. `WHERE` narrows the leads. */
const led = (where: string) => `
  SELECT ${lead}, 'action' AS kind, a.id, a.id AS actionId, a.plan_id AS planId, a.ref, a.text, a.position AS place, ${ofAction}
    FROM leads l JOIN actions a ON a.id = l.action_id WHERE ${where}
  UNION ALL SELECT ${lead}, 'measure', m.id, a.id, a.plan_id, a.ref, m.text, a.position, ${ofAction}
    FROM leads l JOIN measures m ON m.id = l.measure_id JOIN actions a ON a.id = m.action_id WHERE ${where}
  UNION ALL SELECT ${lead}, 'kpi', k.id, NULL, k.plan_id, k.ref, k.name, k.position, ${ofNone}
    FROM leads l JOIN kpis k ON k.id = l.kpi_id WHERE ${where}
  UNION ALL SELECT ${lead}, 'section', s.id, NULL, s.plan_id, s.ref, s.title, s.position, ${ofNone}
    FROM leads l JOIN sections s ON s.id = l.section_id WHERE ${where}`;
const ledBy = led('l.person_id IN (SELECT value FROM json_each(:people))');

export type LedRow = {
  leadId: string;
  personId: string;
  said: string;
  saidRole: string | null;
  kind: LedKind;
  id: string;
  actionId: string | null;
  planId: string | null;
  ref: string | null;
  text: string;
  place: number;
  when: string | null;
  end: string | null;
  status: Status | null;
  ended: boolean;
  lastWrote: string | null;
};

/** All that these people lead, in no order that matters. */
export function ledByPeople(db: ReadDb, personIds: readonly string[]): LedRow[] {
  type Row = Omit<LedRow, 'status' | 'ended' | 'lastWrote'> & {
    status_state: State | null;
    status_label: string | null;
    ended: number;
    last_wrote: string | null;
  };
  return rowsOf<Row>(db, ledBy, { people: JSON.stringify(personIds) }).map(
    ({ status_state, status_label, ended: over, last_wrote, ...row }) => ({
      ...row,
      status: statusOf({ status_state, status_label }),
      ended: over === 1,
      lastWrote: last_wrote,
    }),
  );
}

/** How much each has still to do; those with nothing are left out. */
export function peopleLoads(db: ReadDb, today: string): PersonLoad[] {
  return rowsOf<PersonLoad>(
    db,
    `WITH open_actions AS MATERIALIZED (SELECT a.id, a.timescale_end AS "end" FROM actions a WHERE NOT ${ended})
     SELECT l.person_id AS personId, count(DISTINCT o.id) AS openActions,
       count(DISTINCT CASE WHEN o."end" < ? THEN o.id END) AS overdue,
       count(DISTINCT CASE WHEN mo.id IS NOT NULL THEN m.id END) AS openMeasures,
       count(DISTINCT l.kpi_id) AS kpis, count(DISTINCT l.section_id) AS sections
     FROM leads l LEFT JOIN open_actions o ON o.id = l.action_id
       LEFT JOIN measures m ON m.id = l.measure_id LEFT JOIN open_actions mo ON mo.id = m.action_id
     WHERE l.person_id IS NOT NULL GROUP BY l.person_id`,
    today,
  );
}

export type PlanHeadRow = { id: string; title: string; period: Period | null; continued: boolean };

/** All plans in reading order, and whether another continues them. */
export function planHeads(db: ReadDb): PlanHeadRow[] {
  type Row = {
    id: string;
    title: string;
    period_label: string | null;
    period_start: string | null;
    period_end: string | null;
    continued: number;
  };
  return rowsOf<Row>(
    db,
    `SELECT p.id, p.title, p.period_label, p.period_start, p.period_end,
       EXISTS (SELECT 1 FROM plans n WHERE n.continues_plan_id = p.id) AS continued
     FROM plans p ORDER BY p.position, p.id`,
  ).map((row) => ({ id: row.id, title: row.title, period: periodOf(row), continued: row.continued === 1 }));
}

/** Who leads nothing any more on a day, by id. */
export function retiredOn(db: ReadDb, day: string): Map<string, { name: string; on: string }> {
  const rows = rowsOf<{ id: string; name: string; on: string }>(
    db,
    'SELECT id, name, retired_on AS "on" FROM people WHERE retired_on <= ?',
    day,
  );
  return new Map(rows.map(({ id, ...who }) => [id, who]));
}

/** Open actions and KPIs that nobody leads, plan by plan. */
export function unledRows(db: ReadDb): Omit<Unled, 'daysLate'>[] {
  return rowsOf(
    db,
    `SELECT 'action' AS kind, a.id AS id, a.plan_id AS planId, p.title AS plan, a.ref, a.text, a.timescale_text AS "when",
       a.timescale_end AS "end", p.position AS planPlace, a.position AS place
     FROM actions a JOIN plans p ON p.id = a.plan_id
     WHERE NOT ${ended} AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.action_id = a.id)
     UNION ALL SELECT 'kpi', k.id, k.plan_id, p.title, k.ref, k.name, NULL, NULL, p.position, k.position
     FROM kpis k LEFT JOIN plans p ON p.id = k.plan_id
     WHERE NOT EXISTS (SELECT 1 FROM leads l WHERE l.kpi_id = k.id)
     ORDER BY planPlace, kind, place, id`,
  );
}

/** What hangs on each person, whether it has ended or not: what changes where one becomes another. */
export function tiesOf(db: ReadDb): Map<string, MergeCounts> {
  const none: MergeCounts = {
    actions: 0,
    measures: 0,
    kpis: 0,
    sections: 0,
    updates: 0,
    memberships: 0,
    attendances: 0,
    spells: 0,
  };
  const ties = new Map<string, MergeCounts>();
  const rows = rowsOf<{ personId: string; what: keyof MergeCounts; n: number }>(
    db,
    `SELECT person_id AS personId, CASE WHEN action_id IS NOT NULL THEN 'actions' WHEN measure_id IS NOT NULL
         THEN 'measures' WHEN kpi_id IS NOT NULL THEN 'kpis' ELSE 'sections' END AS what, count(*) AS n
       FROM leads WHERE person_id IS NOT NULL GROUP BY 1, 2
     UNION ALL SELECT by_person_id, 'updates', count(*) FROM progress WHERE by_person_id IS NOT NULL GROUP BY 1
     UNION ALL SELECT person_id, 'memberships', count(*) FROM body_members WHERE person_id IS NOT NULL GROUP BY 1
     UNION ALL SELECT person_id, 'attendances', count(*) FROM attendance WHERE person_id IS NOT NULL GROUP BY 1
     UNION ALL SELECT id, 'spells', count(*) FROM (SELECT person_id AS id FROM spells UNION ALL SELECT of_id FROM spells)
       GROUP BY 1`,
  );
  for (const { personId, what, n } of rows) {
    const own = ties.get(personId) ?? { ...none };
    ties.set(personId, { ...own, [what]: n });
  }
  return ties;
}
