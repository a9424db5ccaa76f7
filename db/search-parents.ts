import type { SearchHit } from '#shared/contract/office.ts';
import type { ReadDb } from './handles.ts';
import { rowOf } from './queries/prepared.ts';

type Parents = Pick<SearchHit, 'planId' | 'actionId' | 'kpiId' | 'meetingId' | 'roundId'>;

const none: Parents = { planId: null, actionId: null, kpiId: null, meetingId: null, roundId: null };

/** For each kind, the columns of Parents that it has, from the record's id. */
const statements: Record<SearchHit['kind'], string | null> = {
  plan: 'SELECT id AS planId FROM plans WHERE id = ?',
  section: 'SELECT plan_id AS planId FROM sections WHERE id = ?',
  action: 'SELECT plan_id AS planId, id AS actionId FROM actions WHERE id = ?',
  measure: `SELECT a.plan_id AS planId, a.id AS actionId
    FROM measures m JOIN actions a ON a.id = m.action_id WHERE m.id = ?`,
  progress: `SELECT coalesce(a.plan_id, k.plan_id) AS planId, p.action_id AS actionId, p.kpi_id AS kpiId
    FROM progress p LEFT JOIN actions a ON a.id = p.action_id LEFT JOIN kpis k ON k.id = p.kpi_id
    WHERE p.id = ?`,
  kpi: 'SELECT plan_id AS planId, id AS kpiId FROM kpis WHERE id = ?',
  duty: 'SELECT plan_id AS planId FROM duties WHERE id = ?',
  person: null,
  body: null,
  meeting: 'SELECT id AS meetingId FROM meetings WHERE id = ?',
  'agenda-item': 'SELECT meeting_id AS meetingId FROM agenda_items WHERE id = ?',
  resolution: 'SELECT meeting_id AS meetingId FROM resolutions WHERE id = ?',
  'funding-stream': null,
  'report-words': null,
  'report-template': null,
  'owed-report': `SELECT r.meeting_id AS meetingId
    FROM owed_reports o JOIN resolutions r ON r.id = o.resolution_id WHERE o.id = ?`,
  'reporting-line': null,
  closure: null,
  glossary: 'SELECT plan_id AS planId FROM glossary WHERE id = ?',
  round: 'SELECT id AS roundId FROM rounds WHERE id = ?',
  'round-form': 'SELECT round_id AS roundId FROM round_forms WHERE id = ?',
  circulation: null,
  'circulation-list': null,
  snapshot: null,
};

/** The plan, action, KPI, meeting and round that hold a record: where a click on it leads. */
export function parentsOf(db: ReadDb, kind: SearchHit['kind'], id: string): Parents {
  const statement = statements[kind];
  return { ...none, ...(statement ? rowOf<Partial<Parents>>(db, statement, id) : undefined) };
}
