import type {
  Action,
  Detail,
  KeyEntry,
  Measure,
  Plan,
  Progress,
  Section,
} from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import { inTreeOrder } from './plans-list.ts';
import { rowsOf } from './prepared.ts';
import {
  gather,
  jsonOr,
  type LinkColumns,
  linkOf,
  periodOf,
  statusOf,
  type TimescaleColumns,
  timescaleOf,
} from './record-parts.ts';
import {
  type ContentPart,
  inOrderOf,
  type Leaders,
  type Ranks,
  type Reading,
  type Row,
  ranksOf,
} from './register-parts.ts';

/** Plans and all that stands in them, in reading order; in steps, after each of which something else may be done. */
export function* readPlans(
  reading: Reading,
  leadersOf: Leaders,
): Generator<void, ContentPart<'plans' | 'sections' | 'actions' | 'measures'>> {
  const plans = plansIn(reading);
  const planRanks = ranksOf(plans);
  const sections = sectionsIn(reading, leadersOf, planRanks);
  yield;
  const actions = actionsIn(reading, leadersOf, planRanks);
  yield;
  return { plans, sections, actions, measures: measuresIn(reading, leadersOf, ranksOf(actions)) };
}

type PlanRow = Row<{
  kind: string;
  title: string;
  period_label: string | null;
  period_start: string | null;
  period_end: string | null;
  subject: string | null;
  preamble: string | null;
  parent_plan_id: string | null;
  continues_plan_id: string | null;
  silent_days: number | null;
}>;

function plansIn({ db, sourceOf }: Reading): Plan[] {
  const keys = gather(
    rowsOf<KeyEntry & { plan_id: string; position: number }>(db, 'SELECT * FROM key_entries ORDER BY id'),
    (row) => row.plan_id,
    ({ state, label, colour, shape, definition }): KeyEntry => ({ state, label, colour, shape, definition }),
  );
  return rowsOf<PlanRow>(db, 'SELECT * FROM plans ORDER BY position, id').map((row) => ({
    id: row.id,
    source: sourceOf(row),
    kind: row.kind,
    title: row.title,
    period: periodOf(row),
    subject: row.subject,
    preamble: row.preamble,
    parentPlanId: row.parent_plan_id,
    continuesPlanId: row.continues_plan_id,
    key: keys.get(row.id) ?? [],
    ...(row.silent_days === null ? {} : { silentDays: row.silent_days }),
  }));
}

type SectionRow = Row<{
  plan_id: string;
  parent_id: string | null;
  kind: Section['kind'];
  ref: string | null;
  title: string;
  bullets: string;
  details: string;
}>;

function sectionsIn({ db, sourceOf }: Reading, leadersOf: Leaders, plans: Ranks): Section[] {
  const sections = rowsOf<SectionRow>(db, 'SELECT * FROM sections ORDER BY position, id').map(
    (row): Section => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      parentId: row.parent_id,
      kind: row.kind,
      ref: row.ref,
      title: row.title,
      bullets: jsonOr<string[]>(row.bullets, []),
      leads: leadersOf(row.id),
      details: jsonOr<Detail[]>(row.details, []),
    }),
  );
  return inTreeOrder(inOrderOf(sections, ({ planId }) => planId, plans));
}

type ActionRow = Row<
  TimescaleColumns & {
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
  }
>;
function actionsIn({ db, sourceOf }: Reading, leadersOf: Leaders, plans: Ranks): Action[] {
  const links = gather(
    rowsOf<LinkColumns & { action_id: string }>(db, 'SELECT * FROM action_links ORDER BY id'),
    (row) => row.action_id,
    linkOf,
  );
  const actions = rowsOf<ActionRow>(db, 'SELECT * FROM actions ORDER BY position, id').map(
    (row): Action => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      sectionId: row.section_id,
      ref: row.ref,
      text: row.text,
      bullets: jsonOr<string[]>(row.bullets, []),
      leads: leadersOf(row.id),
      timescale: timescaleOf(row),
      status: statusOf(row),
      resources: row.resources,
      comment: row.comment,
      details: jsonOr<Detail[]>(row.details, []),
      links: links.get(row.id) ?? [],
      reviewOn: row.review_on,
      continuesActionId: row.continues_action_id,
    }),
  );
  return inOrderOf(actions, ({ planId }) => planId, plans);
}

type MeasureRow = Row<{ action_id: string; text: string; kpi_id: string | null; done_on: string | null }>;

function measuresIn({ db, sourceOf }: Reading, leadersOf: Leaders, actions: Ranks): Measure[] {
  const measures = rowsOf<MeasureRow>(db, 'SELECT * FROM measures ORDER BY position, id').map(
    (row): Measure => ({
      id: row.id,
      source: sourceOf(row),
      actionId: row.action_id,
      text: row.text,
      leads: leadersOf(row.id),
      kpiId: row.kpi_id,
      ...(row.done_on !== null && { doneOn: row.done_on }),
    }),
  );
  return inOrderOf(measures, ({ actionId }) => actionId, actions);
}

type ProgressRow = Row<{
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
}>;

/** Every update: first those on actions, then those on KPIs, each in the order of what they are about, by day. */
export function readProgress({ db, sourceOf }: Reading, actions: Ranks, kpis: Ranks): Progress[] {
  const owners = new Map([...kpis].map(([id, rank]): [string, number] => [id, rank + actions.size]));
  for (const [id, rank] of actions) owners.set(id, rank);
  const updates = rowsOf<ProgressRow>(
    db,
    `SELECT * FROM progress ORDER BY coalesce("on", ''), position, id`,
  ).map(
    (row): Progress => ({
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
    }),
  );
  return inOrderOf(updates, ({ actionId, kpiId }) => actionId ?? kpiId, owners);
}
