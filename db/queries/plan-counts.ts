import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

type Counts = { sections: number; actions: number; updates: number; kpis: number; figures: number };
const none: Counts = { sections: 0, actions: 0, updates: 0, kpis: 0, figures: 0 };

/** How much hangs on each plan. */
export function planCounts(db: ReadDb): (planId: string) => Counts {
  const rows = rowsOf<{ planId: string; what: keyof Counts; n: number }>(
    db,
    `SELECT plan_id AS planId, 'sections' AS what, count(*) AS n FROM sections GROUP BY plan_id
     UNION ALL SELECT plan_id, 'actions', count(*) FROM actions GROUP BY plan_id
     UNION ALL SELECT a.plan_id, 'updates', count(*) FROM progress p JOIN actions a ON a.id = p.action_id GROUP BY a.plan_id
     UNION ALL SELECT plan_id, 'kpis', count(*) FROM kpis WHERE plan_id IS NOT NULL GROUP BY plan_id
     UNION ALL SELECT k.plan_id, 'figures', count(*) FROM kpi_values v JOIN kpis k ON k.id = v.kpi_id
       WHERE k.plan_id IS NOT NULL GROUP BY k.plan_id`,
  );
  const byPlan = new Map<string, Counts>();
  for (const { planId, what, n } of rows) byPlan.set(planId, { ...(byPlan.get(planId) ?? none), [what]: n });
  return (planId) => byPlan.get(planId) ?? none;
}
