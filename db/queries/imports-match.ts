import type {
  Detail,
  KeyEntry,
  KpiValue,
  Lead,
  Link,
  Period,
  Section,
  Status,
  Timescale,
} from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import {
  gather,
  jsonOr,
  type LeadRow,
  leadOf,
  periodOf,
  statusOf,
  type TimescaleColumns,
  timescaleColumns,
  timescaleOf,
} from './record-parts.ts';

/** What an import compares a file with: a plan as it stands, in the form the file's records have. */

export type KnownPlan = {
  id: string;
  title: string;
  kind: string;
  period: Period | null;
  preamble: string | null;
  position: number;
};
export type KnownSection = {
  id: string;
  parentId: string | null;
  position: number;
  kind: Section['kind'];
  ref: string | null;
  title: string;
  bullets: string[];
  details: Detail[];
  leads: Lead[];
};
export type KnownAction = {
  id: string;
  sectionId: string | null;
  position: number;
  ref: string | null;
  text: string;
  bullets: string[];
  leads: Lead[];
  timescale: Timescale | null;
  status: Status | null;
  resources: string | null;
  comment: string | null;
  details: Detail[];
  links: { text: string; kind: Link['kind']; code?: string | null }[];
  reviewOn: string | null;
};
export type KnownMeasure = { id: string; actionId: string; position: number; text: string; leads: Lead[] };
export type KnownProgress = {
  id: string;
  actionId: string | null;
  kpiId: string | null;
  position: number;
  on: string | null;
  status: Status | null;
  text: string;
};
export type KnownKpi = {
  id: string;
  sectionId: string | null;
  position: number;
  ref: string | null;
  name: string;
  unit: string | null;
  polarity: 'up' | 'down' | null;
  dataSource: string | null;
  calendar: string | null;
  owners: Lead[];
  details: Detail[];
};
export type KnownValue = {
  id: string;
  kpiId: string;
  position: number;
  role: KpiValue['role'];
  period: Period;
  text: string;
  comparator: string | null;
  provisional: boolean;
};
export type KnownNarrative = { id: string; kpiId: string; period: Period; behind: string; doing: string };
export type KnownContent = {
  key: KeyEntry[];
  sections: KnownSection[];
  actions: KnownAction[];
  measures: KnownMeasure[];
  progress: KnownProgress[];
  kpis: KnownKpi[];
  values: KnownValue[];
  narratives: KnownNarrative[];
  duties: { id: string; text: string }[];
  glossary: { id: string; term: string; meaning: string }[];
};

type PeriodRow = { period_label: string | null; period_start: string | null; period_end: string | null };

/** Every plan by its names, in reading order. */
export function knownPlans(db: ReadDb): KnownPlan[] {
  return rowsOf<Omit<KnownPlan, 'period'> & PeriodRow>(
    db,
    'SELECT id, title, kind, preamble, position, period_label, period_start, period_end FROM plans ORDER BY position, id',
  ).map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    preamble: row.preamble,
    position: row.position,
    period: periodOf(row),
  }));
}

/** The words that name a plan's records, for telling whether a file is that plan. */
export function namesInPlan(db: ReadDb, planId: string): string[] {
  return rowsOf<{ name: string }>(
    db,
    'SELECT text AS name FROM actions WHERE plan_id = ? UNION ALL SELECT name FROM kpis WHERE plan_id = ?',
    planId,
    planId,
  ).map((row) => row.name);
}

/** Everything of one plan that an import may match. */
export function knownContent(db: ReadDb, planId: string): KnownContent {
  const leadsBy = (text: string) => gather(rowsOf<LeadRow>(db, text, planId), (row) => row.owner, leadOf);
  const ofSections = leadsBy(
    'SELECT l.section_id AS owner, l.position, l.text, l.person_id, l.role, l.note FROM leads l JOIN sections s ON s.id = l.section_id WHERE s.plan_id = ?',
  );
  const ofActions = leadsBy(
    'SELECT l.action_id AS owner, l.position, l.text, l.person_id, l.role, l.note FROM leads l JOIN actions a ON a.id = l.action_id WHERE a.plan_id = ?',
  );
  const ofMeasures = leadsBy(
    'SELECT l.measure_id AS owner, l.position, l.text, l.person_id, l.role, l.note FROM leads l JOIN measures m ON m.id = l.measure_id JOIN actions a ON a.id = m.action_id WHERE a.plan_id = ?',
  );
  const ofKpis = leadsBy(
    'SELECT l.kpi_id AS owner, l.position, l.text, l.person_id, l.role, l.note FROM leads l JOIN kpis k ON k.id = l.kpi_id WHERE k.plan_id = ?',
  );
  const links = gather(
    rowsOf<{ owner: string; position: number; text: string; kind: Link['kind'] }>(
      db,
      'SELECT l.action_id AS owner, l.position, l.text, l.kind, l.code FROM action_links l JOIN actions a ON a.id = l.action_id WHERE a.plan_id = ?',
      planId,
    ),
    (row) => row.owner,
    ({ text, kind }) => ({ text, kind }),
  );
  return {
    key: rowsOf<KeyEntry>(
      db,
      'SELECT state, label, colour, shape, definition FROM key_entries WHERE plan_id = ? ORDER BY position, id',
      planId,
    ),
    sections: rowsOf<SectionRow>(
      db,
      'SELECT id, parent_id, position, kind, ref, title, bullets, details FROM sections WHERE plan_id = ? ORDER BY position, id',
      planId,
    ).map(({ parent_id, bullets, details, ...row }) => ({
      ...row,
      parentId: parent_id,
      bullets: jsonOr(bullets, []),
      details: jsonOr(details, []),
      leads: ofSections.get(row.id) ?? [],
    })),
    actions: rowsOf<ActionRow>(
      db,
      `SELECT id, section_id, position, ref, text, bullets, resources, comment, details, review_on, status_state,
         status_label, ${timescaleColumns} FROM actions WHERE plan_id = ? ORDER BY position, id`,
      planId,
    ).map((row) => ({
      id: row.id,
      sectionId: row.section_id,
      position: row.position,
      ref: row.ref,
      text: row.text,
      bullets: jsonOr(row.bullets, []),
      leads: ofActions.get(row.id) ?? [],
      timescale: timescaleOf(row),
      status: statusOf(row),
      resources: row.resources,
      comment: row.comment,
      details: jsonOr(row.details, []),
      links: links.get(row.id) ?? [],
      reviewOn: row.review_on,
    })),
    measures: rowsOf<{ id: string; actionId: string; position: number; text: string }>(
      db,
      'SELECT m.id, m.action_id AS actionId, m.position, m.text FROM measures m JOIN actions a ON a.id = m.action_id WHERE a.plan_id = ? ORDER BY m.position, m.id',
      planId,
    ).map((row) => ({ ...row, leads: ofMeasures.get(row.id) ?? [] })),
    progress: rowsOf<ProgressRow>(
      db,
      `SELECT p.id, p.action_id, p.kpi_id, p.position, p."on" AS day, p.status_state, p.status_label, p.text FROM progress p
         LEFT JOIN actions a ON a.id = p.action_id LEFT JOIN kpis k ON k.id = p.kpi_id
         WHERE coalesce(a.plan_id, k.plan_id) = ? ORDER BY p.position, p.id`,
      planId,
    ).map((row) => ({
      id: row.id,
      actionId: row.action_id,
      kpiId: row.kpi_id,
      position: row.position,
      on: row.day,
      status: statusOf(row),
      text: row.text,
    })),
    ...knownFigures(db, planId, ofKpis),
    duties: rowsOf(db, 'SELECT id, text FROM duties WHERE plan_id = ? ORDER BY position, id', planId),
    glossary: rowsOf(
      db,
      'SELECT id, term, meaning FROM glossary WHERE plan_id = ? ORDER BY position, id',
      planId,
    ),
  };
}

type SectionRow = Omit<KnownSection, 'parentId' | 'bullets' | 'details' | 'leads'> & {
  parent_id: string | null;
  bullets: string;
  details: string;
};
type ActionRow = TimescaleColumns &
  Pick<KnownAction, 'id' | 'position' | 'ref' | 'text' | 'resources' | 'comment'> & {
    section_id: string | null;
    bullets: string;
    details: string;
    review_on: string | null;
    status_state: Status['state'] | null;
    status_label: string | null;
  };
type ProgressRow = {
  id: string;
  action_id: string | null;
  kpi_id: string | null;
  position: number;
  day: string | null;
  status_state: Status['state'] | null;
  status_label: string | null;
  text: string;
};

function knownFigures(
  db: ReadDb,
  planId: string,
  owners: Map<string, Lead[]>,
): Pick<KnownContent, 'kpis' | 'values' | 'narratives'> {
  const nowhere: Period = { label: '', start: null, end: null };
  return {
    kpis: rowsOf<Omit<KnownKpi, 'owners' | 'details'> & { details: string }>(
      db,
      `SELECT id, section_id AS sectionId, position, ref, name, unit, polarity, data_source AS dataSource, calendar, details
         FROM kpis WHERE plan_id = ? ORDER BY position, id`,
      planId,
    ).map((row) => ({ ...row, details: jsonOr(row.details, []), owners: owners.get(row.id) ?? [] })),
    values: rowsOf<Omit<KnownValue, 'period' | 'provisional'> & PeriodRow & { provisional: number }>(
      db,
      `SELECT v.id, v.kpi_id AS kpiId, v.position, v.role, v.period_label, v.period_start, v.period_end, v.text,
         v.comparator, v.provisional FROM kpi_values v JOIN kpis k ON k.id = v.kpi_id WHERE k.plan_id = ?
         ORDER BY v.position, v.id`,
      planId,
    ).map((row) => ({ ...row, provisional: row.provisional === 1, period: periodOf(row) ?? nowhere })),
    narratives: rowsOf<Omit<KnownNarrative, 'period'> & PeriodRow>(
      db,
      `SELECT n.id, n.kpi_id AS kpiId, n.period_label, n.period_start, n.period_end, n.behind, n.doing
         FROM kpi_narratives n JOIN kpis k ON k.id = n.kpi_id WHERE k.plan_id = ? ORDER BY n.position, n.id`,
      planId,
    ).map((row) => ({ ...row, period: periodOf(row) ?? nowhere })),
  };
}
