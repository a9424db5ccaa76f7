import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { State } from '#shared/domain/states.ts';
import { id, position, sourceColumns } from './columns.ts';
import { kpis } from './kpis.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { actions, sections } from './plans.ts';

/** What hangs on sections, actions and KPIs: who leads, what is measured, what was reported. */

/** A target or success criterion of an action. */
export const measures = sqliteTable(
  'measures',
  {
    id: id(),
    actionId: text()
      .notNull()
      .references(() => actions.id),
    position: position(),
    text: text().notNull(),
    kpiId: text().references(() => kpis.id),
    ...sourceColumns(),
  },
  (t) => [index('measures_action').on(t.actionId), index('measures_kpi').on(t.kpiId)],
);

/** Who leads one section, action, measure or KPI (exactly one of the four). */
export const leads = sqliteTable(
  'leads',
  {
    id: id(),
    sectionId: text().references(() => sections.id),
    actionId: text().references(() => actions.id),
    measureId: text().references(() => measures.id),
    kpiId: text().references(() => kpis.id),
    position: position(),
    text: text().notNull(),
    personId: text().references(() => people.id),
    role: text(),
    note: text(),
  },
  (t) => [
    index('leads_section').on(t.sectionId),
    index('leads_action').on(t.actionId),
    index('leads_measure').on(t.measureId),
    index('leads_kpi').on(t.kpiId),
    index('leads_person').on(t.personId),
  ],
);

/** A dated update on one action or KPI; never overwritten. `position` orders updates of the same day. */
export const progress = sqliteTable(
  'progress',
  {
    id: id(),
    actionId: text().references(() => actions.id),
    kpiId: text().references(() => kpis.id),
    meetingId: text().references(() => meetings.id),
    position: position(),
    on: text(),
    statusState: text().$type<State>(),
    statusLabel: text(),
    text: text().notNull(),
    by: text(),
    byPersonId: text().references(() => people.id),
    evidence: text(),
    ...sourceColumns(),
  },
  (t) => [index('progress_action').on(t.actionId), index('progress_kpi').on(t.kpiId)],
);
