import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { Link } from '#shared/contract/register.ts';
import { oneOf } from './checks.ts';
import { filledIndex, id, position } from './columns.ts';
import { fundingStreams } from './funding.ts';
import { kpis } from './kpis.ts';
import { duties } from './office.ts';
import { actions, plans, sections } from './plans.ts';

/**
 * What an action is linked with, one row a target. Words that point to several things ("CSD1,2 and 8") stand in
 * as many rows that follow each other, each with all the words and, in `code`, the piece that is its own.
 */
export const actionLinks = sqliteTable(
  'action_links',
  {
    id: id(),
    actionId: text()
      .notNull()
      .references(() => actions.id),
    position: position(),
    kind: text().$type<Link['kind']>().notNull(),
    text: text().notNull(),
    toPlanId: text().references(() => plans.id),
    toSectionId: text().references(() => sections.id),
    toActionId: text().references(() => actions.id),
    code: text(),
    toKpiId: text().references(() => kpis.id),
    toDutyId: text().references(() => duties.id),
    toStreamId: text().references(() => fundingStreams.id),
  },
  (t) => [
    filledIndex('action_links_to_plan', t.toPlanId, 'to_plan_id'),
    filledIndex('action_links_to_section', t.toSectionId, 'to_section_id'),
    index('action_links_action').on(t.actionId),
    filledIndex('action_links_to_action', t.toActionId, 'to_action_id'),
    filledIndex('action_links_to_kpi', t.toKpiId, 'to_kpi_id'),
    filledIndex('action_links_to_duty', t.toDutyId, 'to_duty_id'),
    filledIndex('action_links_to_stream', t.toStreamId, 'to_stream_id'),
    oneOf('kind', Link.shape.kind.options),
  ],
);
