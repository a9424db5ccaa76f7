import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Closure, closureKinds } from '#shared/contract/meeting-records.ts';
import { isDay, oneOf } from './checks.ts';
import { filledIndex, id, position } from './columns.ts';
import { bodies } from './meetings.ts';
import { plans } from './plans.ts';

/** Who reports to whom, and the days on which nobody meets. */

export const reportingLines = sqliteTable(
  'reporting_lines',
  {
    id: id(),
    position: position(),
    level: integer(),
    fromBodyId: text().references(() => bodies.id),
    fromPlanId: text().references(() => plans.id),
    /** Words, beside or instead of the record. */
    from: text(),
    report: text().notNull(),
    every: text(),
    toBodyId: text().references(() => bodies.id),
    toPlanId: text().references(() => plans.id),
    to: text(),
  },
  (t) => [
    filledIndex('reporting_lines_from_body', t.fromBodyId, 'from_body_id'),
    filledIndex('reporting_lines_from_plan', t.fromPlanId, 'from_plan_id'),
    filledIndex('reporting_lines_to_body', t.toBodyId, 'to_body_id'),
    filledIndex('reporting_lines_to_plan', t.toPlanId, 'to_plan_id'),
  ],
);

/** School holidays, bank holidays, days on which the office is closed. `until` is the last day. */
export const closures = sqliteTable(
  'closures',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    kind: text().$type<Closure['kind']>().notNull(),
    from: text().notNull(),
    until: text().notNull(),
  },
  () => [oneOf('kind', closureKinds), isDay('from'), isDay('until')],
);
