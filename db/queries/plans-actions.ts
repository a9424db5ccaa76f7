import type { ActionRow } from '#shared/contract/plans.ts';
import type { Detail, Lead, Link } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { standing } from '../standing.ts';
import { carriedOn } from './checks-facts.ts';
import { rowsOf } from './prepared.ts';
import {
  gather,
  jsonOr,
  type LeadRow,
  type LinkColumns,
  leadOf,
  linkColumns,
  linkOf,
  type SourceColumns,
  sourceFinder,
  statusOf,
  type TimescaleColumns,
  timescaleColumns,
  timescaleOf,
} from './record-parts.ts';
import { keyOfColumns, sharedBy } from './shared-values.ts';

type ActionColumns = TimescaleColumns &
  SourceColumns & {
    id: string;
    plan_id: string;
    section_id: string | null;
    ref: string | null;
    text: string;
    bullets: string;
    status_state: State | null;
    status_label: string | null;
    resources: string | null;
    comment: string | null;
    details: string;
    review_on: string | null;
    continues_action_id: string | null;
  };

/** Which actions: all of a plan, or the ones named. Each part is one statement, whatever their number. */
const scopes = {
  plan: 'plan_id = ?',
  ids: 'id IN (SELECT value FROM json_each(?))',
} as const;
type Scope = keyof typeof scopes;

const chosen = (scope: Scope) => `(SELECT id FROM actions WHERE ${scopes[scope]})`;

const statements = {
  actions: (scope: Scope) => `SELECT id, plan_id, section_id, ref, text, bullets, ${timescaleColumns},
      status_state, status_label, resources, comment, details, review_on, continues_action_id,
      source_file_id, source_where, source_cells
    FROM actions WHERE ${scopes[scope]} ORDER BY position, id`,
  leads: (scope: Scope) => `SELECT action_id AS owner, position, text, person_id, role, note
    FROM leads WHERE action_id IN ${chosen(scope)}`,
  measures: (scope: Scope) => `SELECT id, action_id AS owner, position, text, kpi_id, done_on
    FROM measures WHERE action_id IN ${chosen(scope)}`,
  measureLeads: (
    scope: Scope,
  ) => `SELECT l.measure_id AS owner, l.position, l.text, l.person_id, l.role, l.note
    FROM measures m JOIN leads l ON l.measure_id = m.id WHERE m.action_id IN ${chosen(scope)}`,
  links: (scope: Scope) => `SELECT action_id AS owner, ${linkColumns}
    FROM action_links WHERE action_id IN ${chosen(scope)}`,
  carriedOnOf: `SELECT continues_action_id AS id FROM actions WHERE continues_action_id IN ${chosen('ids')}
    UNION SELECT from_action_id FROM lineage WHERE from_action_id IN ${chosen('ids')}`,
  // Of several rows of one group SQLite gives the one that holds max(): the newest by day, then by order of entry.
  updates: (scope: Scope) => `SELECT action_id AS owner, "on", text, "by",
      max(coalesce("on", '') || printf('%020d', position)) AS newest
    FROM progress WHERE action_id IN ${chosen(scope)} AND text <> ''
      AND ${standing} GROUP BY action_id`,
};

type MeasureRow = {
  id: string;
  owner: string;
  position: number;
  text: string;
  kpi_id: string | null;
  done_on: string | null;
};
type LinkRow = LinkColumns & { owner: string };
type UpdateRow = { owner: string; on: string | null; text: string; by: string | null };

/**
 * The actions of a plan in the order of their positions. How late one is depends on the day, which the register
 * does not know: `daysLate` is null here.
 */
export function actionsOfPlan(db: ReadDb, planId: string): ActionRow[] {
  return assemble(db, 'plan', planId);
}

/** The actions named, in the order of their positions; ones that are not there are left out. */
export function actionsById(db: ReadDb, ids: readonly string[]): ActionRow[] {
  return assemble(db, 'ids', JSON.stringify(ids));
}

function assemble(db: ReadDb, scope: Scope, value: string): ActionRow[] {
  const noLeads: Lead[] = [];
  const rows = rowsOf<ActionColumns>(db, statements.actions(scope), value);
  // Of a plan, all of the register that went on: a walk along an index, where 20,000 would each be looked for.
  const carried =
    scope === 'plan'
      ? carriedOn(db)
      : new Set(rowsOf<{ id: string }>(db, statements.carriedOnOf, value, value).map(({ id }) => id));
  const oneLead = sharedBy(
    (row: LeadRow) => keyOfColumns(row.text, row.person_id, row.role, row.note),
    leadOf,
  );
  const leadsOf = (text: string) => gather(rowsOf<LeadRow>(db, text, value), (row) => row.owner, oneLead);
  const leads = sharedLists(leadsOf(statements.leads(scope)));
  const measureLeads = leadsOf(statements.measureLeads(scope));
  const measures = gather(
    rowsOf<MeasureRow>(db, statements.measures(scope), value),
    (row) => row.owner,
    ({ id, text, kpi_id, done_on }) => ({
      id,
      text,
      leads: measureLeads.get(id) ?? noLeads,
      kpiId: kpi_id,
      ...(done_on !== null && { doneOn: done_on }),
    }),
  );
  const links = gather(rowsOf<LinkRow>(db, statements.links(scope), value), (row) => row.owner, linkOf);
  const updates = new Map(
    rowsOf<UpdateRow>(db, statements.updates(scope), value).map((row) => [
      row.owner,
      { on: row.on, text: row.text, by: row.by },
    ]),
  );
  const sourceOf = sourceFinder(db);
  const timescale = sharedBy(keyOfTimescale, timescaleOf);
  const status = sharedBy((row: ActionColumns) => keyOfColumns(row.status_state, row.status_label), statusOf);
  // One empty list of each kind for all: see sharedBy.
  const noBullets: string[] = [];
  const noDetails: Detail[] = [];
  const noLinks: Link[] = [];
  const noMeasures: ActionRow['measures'] = [];
  return rows.map((row) => ({
    id: row.id,
    source: sourceOf(row),
    planId: row.plan_id,
    sectionId: row.section_id,
    ref: row.ref,
    text: row.text,
    bullets: jsonOr<string[]>(row.bullets, noBullets),
    leads: leads.get(row.id) ?? noLeads,
    timescale: timescale(row),
    status: status(row),
    resources: row.resources,
    comment: row.comment,
    details: jsonOr<Detail[]>(row.details, noDetails),
    links: links.get(row.id) ?? noLinks,
    reviewOn: row.review_on,
    continuesActionId: row.continues_action_id,
    measures: measures.get(row.id) ?? noMeasures,
    lastUpdate: updates.get(row.id) ?? null,
    daysLate: null,
    ...(carried.has(row.id) && { carriedOn: true as const }),
  }));
}

function keyOfTimescale(row: TimescaleColumns): string {
  return keyOfColumns(
    row.timescale_text,
    row.timescale_kind,
    row.timescale_start,
    row.timescale_end,
    row.timescale_precision,
    row.timescale_ongoing,
    row.timescale_recurrence,
    row.timescale_revised_from,
    row.timescale_ambiguous,
  );
}

/** Lists of one and the same lead as one list: most actions have one lead, and a lead has many actions. */
function sharedLists(lists: Map<string, Lead[]>): Map<string, Lead[]> {
  const listOf = new Map<Lead, Lead[]>();
  for (const [owner, list] of lists) {
    const [only] = list;
    if (only === undefined || list.length > 1) continue;
    const known = listOf.get(only);
    if (known) lists.set(owner, known);
    else listOf.set(only, list);
  }
  return lists;
}
