import type { Status } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { statusOf } from './record-parts.ts';

/** What binds a lead beyond the plans: duties that their work answers, resolutions that are tracked as their actions. */

export type DutyOfLead = {
  id: string;
  text: string;
  basis: string | null;
  /** The words of the date from which it is in force. */
  when: string | null;
  /** References, or the words where there is none, of what answers it, in reading order. */
  answers: string[];
};

/** The duties that any of these actions, sections or KPIs answers, in the order of the register. */
export function dutiesAnswered(db: ReadDb, recordIds: readonly string[]): DutyOfLead[] {
  type Row = Omit<DutyOfLead, 'answers'> & { answer: string };
  const rows = rowsOf<Row>(
    db,
    `WITH own AS (SELECT value AS id FROM json_each(?)), bound AS (
       SELECT duty_id, coalesce(action_id, section_id, kpi_id) AS record_id, position FROM duty_answers
       UNION SELECT to_duty_id, action_id, position FROM action_links WHERE to_duty_id IS NOT NULL)
     SELECT d.id, d.text, d.basis, d.timescale_text AS "when",
       coalesce(nullif(a.ref, ''), nullif(a.text, ''), nullif(s.ref, ''), s.title, nullif(k.ref, ''), k.name) AS answer
     FROM bound b JOIN duties d ON d.id = b.duty_id LEFT JOIN actions a ON a.id = b.record_id
       LEFT JOIN sections s ON s.id = b.record_id LEFT JOIN kpis k ON k.id = b.record_id
     WHERE b.record_id IN (SELECT id FROM own)
     ORDER BY d.position, d.id, b.position`,
    JSON.stringify(recordIds),
  );
  const duties = new Map<string, DutyOfLead>();
  for (const { answer, ...duty } of rows) {
    const known = duties.get(duty.id) ?? { ...duty, answers: [] };
    if (!known.answers.includes(answer)) known.answers.push(answer);
    duties.set(duty.id, known);
  }
  return [...duties.values()];
}

export type ResolutionOfLead = {
  id: string;
  number: string;
  text: string;
  meetingId: string;
  meeting: string;
  heldOn: string | null;
  actionId: string;
  planId: string;
  ref: string | null;
  status: Status | null;
};

/** The resolutions that are tracked as any of these actions, the latest meeting first. */
export function resolutionsTracked(db: ReadDb, actionIds: readonly string[]): ResolutionOfLead[] {
  type Row = Omit<ResolutionOfLead, 'status'> & { status_state: State | null; status_label: string | null };
  return rowsOf<Row>(
    db,
    `SELECT r.id, r.number, r.text, m.id AS meetingId, m.title AS meeting, m.held_on AS heldOn,
       a.id AS actionId, a.plan_id AS planId, a.ref, a.status_state, a.status_label
     FROM resolutions r JOIN meetings m ON m.id = r.meeting_id JOIN actions a ON a.id = r.action_id
     WHERE r.action_id IN (SELECT value FROM json_each(?))
     ORDER BY m.held_on DESC, m.position, r.position`,
    JSON.stringify(actionIds),
  ).map(({ status_state, status_label, ...row }) => ({
    ...row,
    status: statusOf({ status_state, status_label }),
  }));
}
