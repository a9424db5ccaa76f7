import type { BackLink } from '#shared/contract/links.ts';
import type { LinkTargetKind } from '#shared/domain/link-targets.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

const columns: Readonly<Record<LinkTargetKind, string>> = {
  section: 'to_section_id',
  action: 'to_action_id',
  plan: 'to_plan_id',
  kpi: 'to_kpi_id',
  duty: 'to_duty_id',
  stream: 'to_stream_id',
};

/** The actions whose links point to something, each once, plan by plan in reading order. */
export function linksPointingTo(db: ReadDb, kind: LinkTargetKind, id: string): BackLink[] {
  return rowsOf(
    db,
    `SELECT a.id AS actionId, a.plan_id AS planId, p.title AS plan, a.ref, a.text, min(l.text) AS words
     FROM action_links l JOIN actions a ON a.id = l.action_id JOIN plans p ON p.id = a.plan_id
     WHERE l.${columns[kind]} = ? GROUP BY a.id ORDER BY p.position, p.id, a.position, a.id`,
    id,
  );
}

/** The titles of all plans, by id. */
export function planTitles(db: ReadDb): Map<string, string> {
  return new Map(
    rowsOf<{ id: string; title: string }>(db, 'SELECT id, title FROM plans').map(({ id, title }) => [
      id,
      title,
    ]),
  );
}
