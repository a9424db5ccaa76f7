import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endingKinds, type LineageKind, lineageKinds } from '#shared/contract/lineage.ts';
import { exactlyOne, isDay, oneOf } from './checks.ts';
import { filledIndex, id, position, sourceChecks, sourceColumns } from './columns.ts';
import { kpis } from './kpis.ts';
import { actions, plans } from './plans.ts';

const endings = endingKinds.map((kind) => `'${kind}'`).join(', ');

/**
 * What became of each action and KPI of a plan when it was rolled forward. `plan_id` is the plan of the new year.
 * An action's `continues_action_id` is the first of those that it came of; here stand all of them.
 */
export const lineage = sqliteTable(
  'lineage',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    position: position(),
    kind: text().$type<LineageKind>().notNull(),
    fromActionId: text().references(() => actions.id),
    toActionId: text().references(() => actions.id),
    fromKpiId: text().references(() => kpis.id),
    toKpiId: text().references(() => kpis.id),
    reason: text(),
    /** What is measured has changed, in words. */
    measuredChange: text(),
    on: text().notNull(),
    ...sourceColumns(),
  },
  (t) => [
    index('lineage_plan').on(t.planId, t.position),
    filledIndex('lineage_from_action', t.fromActionId, 'from_action_id'),
    filledIndex('lineage_to_action', t.toActionId, 'to_action_id'),
    filledIndex('lineage_from_kpi', t.fromKpiId, 'from_kpi_id'),
    filledIndex('lineage_to_kpi', t.toKpiId, 'to_kpi_id'),
    oneOf('kind', lineageKinds),
    isDay('on'),
    exactlyOne('lineage_one_origin', ['from_action_id', 'from_kpi_id']),
    check(
      'lineage_leads_on',
      sql.raw(
        `("to_action_id" IS NOT NULL) = ("from_action_id" IS NOT NULL AND "kind" NOT IN (${endings})) ` +
          `AND ("to_kpi_id" IS NOT NULL) = ("from_kpi_id" IS NOT NULL AND "kind" NOT IN (${endings}))`,
      ),
    ),
    check(
      'lineage_dropped_with_reason',
      sql.raw(`"kind" <> 'dropped' OR trim(coalesce("reason", '')) <> ''`),
    ),
    ...sourceChecks(),
  ],
);
