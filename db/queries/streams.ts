import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { statusOf } from './record-parts.ts';

/** An action that money is spoken of in: its resources, or a link to a stream. */
export type FundedAction = {
  id: string;
  planId: string;
  plan: string;
  ref: string | null;
  text: string;
  resources: string | null;
  status: ReturnType<typeof statusOf>;
  /** The streams that its links point to. */
  linked: string[];
};

/** Actions with resources or with links to funding streams, plan by plan in reading order. */
export function fundedActions(db: ReadDb): FundedAction[] {
  type Row = Omit<FundedAction, 'status' | 'linked'> & {
    status_state: State | null;
    status_label: string | null;
    streams: string | null;
  };
  return rowsOf<Row>(
    db,
    `SELECT a.id, a.plan_id AS planId, p.title AS plan, a.ref, a.text, a.resources, a.status_state, a.status_label,
       l.streams
     FROM actions a JOIN plans p ON p.id = a.plan_id
     LEFT JOIN (SELECT action_id, group_concat(to_stream_id, ' ') AS streams FROM action_links
       WHERE to_stream_id IS NOT NULL GROUP BY action_id) l ON l.action_id = a.id
     WHERE trim(coalesce(a.resources, '')) <> '' OR l.streams IS NOT NULL
     ORDER BY p.position, p.id, a.position, a.id`,
  ).map(({ status_state, status_label, streams, ...action }) => ({
    ...action,
    status: statusOf({ status_state, status_label }),
    linked: streams?.split(' ') ?? [],
  }));
}
