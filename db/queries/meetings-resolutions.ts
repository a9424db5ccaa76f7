import type { OwedReport } from '#shared/contract/meeting-records.ts';
import type { Lead, Status } from '#shared/contract/record.ts';
import type { ResolutionShown, TrackedAction } from '#shared/contract/resolutions.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { type ResolutionRow, resolutionOf } from './meeting-rows.ts';
import { rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, sourceFinder, statusOf } from './record-parts.ts';
import { owedReportsIn } from './register-follow-up.ts';

/** Resolutions with the meeting, the item and the action they belong to, in a fixed number of statements. */

/** A resolution as the register has it, before anybody judges what became of it. */
export type ResolutionFound = Omit<
  ResolutionShown,
  'ref' | 'standing' | 'because' | 'doneOn' | 'days' | 'late'
> & {
  itemRef: string | null;
  meetingRef: string | null;
  meetingState: string;
  itemConfidential: boolean;
};

export type Which = {
  bodyId?: string | null;
  meetingId?: string | null;
  /** Days of the meeting, both included. */
  from?: string | null;
  to?: string | null;
};

type Row = ResolutionRow & {
  body_id: string | null;
  body: string | null;
  meeting: string;
  held_on: string | null;
  meeting_ref: string | null;
  meeting_state: string;
  item: string | null;
  item_ref: string | null;
  item_confidential: number | null;
  plan_id: string | null;
  plan: string | null;
  action_ref: string | null;
  action_text: string | null;
  action_when: string | null;
  action_end: string | null;
  action_state: State | null;
  action_label: string | null;
  told_on: string | null;
};

const chosen = `(:meetingId IS NULL OR m.id = :meetingId) AND (:bodyId IS NULL OR m.body_id = :bodyId)
  AND (:from IS NULL OR m.held_on >= :from) AND (:to IS NULL OR m.held_on <= :to)`;

/** The newest meeting first, and within one meeting in the order of its items. */
export function resolutionsFound(db: ReadDb, which: Which): ResolutionFound[] {
  const params = { bodyId: null, meetingId: null, from: null, to: null, ...which };
  const sourceOf = sourceFinder(db);
  const rows = rowsOf<Row>(
    db,
    `SELECT r.*, m.body_id, b.name AS body, m.title AS meeting, m.held_on, m.minute_ref AS meeting_ref,
       m.state AS meeting_state, i.title AS item, i.minute_ref AS item_ref, i.confidential AS item_confidential,
       a.plan_id, l.title AS plan, a.ref AS action_ref, a.text AS action_text, a.timescale_text AS action_when,
       a.timescale_end AS action_end, a.status_state AS action_state, a.status_label AS action_label,
       (SELECT max(p."on") FROM progress p WHERE p.action_id = r.action_id AND p.status_state IS NOT NULL) AS told_on
     FROM resolutions r JOIN meetings m ON m.id = r.meeting_id LEFT JOIN bodies b ON b.id = m.body_id
       LEFT JOIN agenda_items i ON i.id = r.agenda_item_id LEFT JOIN actions a ON a.id = r.action_id
       LEFT JOIN plans l ON l.id = a.plan_id
     WHERE ${chosen}
     ORDER BY m.held_on IS NULL, m.held_on DESC, m.position DESC, m.id, coalesce(i.position, 0), r.position, r.id`,
    params,
  );
  const leads = leadsOfResolutions(db, params);
  const actionLeads = leadsOfActions(db, params);
  const reports = reportsByResolution(db);
  return rows.map((row) => ({
    resolution: resolutionOf(row, sourceOf, leads.get(row.id)),
    meetingId: row.meeting_id,
    bodyId: row.body_id,
    body: row.body,
    meeting: row.meeting,
    heldOn: row.held_on,
    meetingRef: row.meeting_ref,
    meetingState: row.meeting_state,
    item: row.item,
    itemRef: row.item_ref,
    itemConfidential: row.item_confidential === 1,
    action: actionOf(row, actionLeads),
    reports: reports.get(row.id) ?? [],
  }));
}

function actionOf(row: Row, leads: ReadonlyMap<string, Lead[]>): TrackedAction | null {
  if (row.action_id === null || row.plan_id === null) return null;
  const status: Status | null = statusOf({ status_state: row.action_state, status_label: row.action_label });
  return {
    actionId: row.action_id,
    planId: row.plan_id,
    plan: row.plan ?? '',
    ref: row.action_ref,
    text: row.action_text ?? '',
    leads: leads.get(row.action_id) ?? [],
    when: row.action_when,
    end: row.action_end,
    status,
    toldOn: row.told_on,
  };
}

function leadsOfResolutions(db: ReadDb, params: object): Map<string, Lead[]> {
  return gather(
    rowsOf<LeadRow>(
      db,
      `SELECT x.resolution_id AS owner, x.position, x.text, x.person_id, x.role, x.note
       FROM meetings m JOIN resolutions r ON r.meeting_id = m.id JOIN resolution_leads x ON x.resolution_id = r.id
       WHERE ${chosen} ORDER BY x.resolution_id, x.position, x.id`,
      params,
    ),
    (row) => row.owner,
    leadOf,
  );
}

function leadsOfActions(db: ReadDb, params: object): Map<string, Lead[]> {
  return gather(
    rowsOf<LeadRow>(
      db,
      `SELECT x.action_id AS owner, x.position, x.text, x.person_id, x.role, x.note FROM leads x
       WHERE x.action_id IN (SELECT r.action_id FROM meetings m JOIN resolutions r ON r.meeting_id = m.id WHERE ${chosen})
       ORDER BY x.action_id, x.position, x.id`,
      params,
    ),
    (row) => row.owner,
    leadOf,
  );
}

function reportsByResolution(db: ReadDb): Map<string, OwedReport[]> {
  const found = new Map<string, OwedReport[]>();
  for (const report of owedReportsIn(db)) {
    if (report.resolutionId === null) continue;
    found.set(report.resolutionId, [...(found.get(report.resolutionId) ?? []), report]);
  }
  return found;
}
