import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type State, states } from '#shared/domain/states.ts';
import { exactlyOne, isDay, oneOf } from './checks.ts';
import { filledIndex, id, position, sourceChecks, sourceColumns } from './columns.ts';
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
    /** The day on which it was met; null while it is not. */
    doneOn: text(),
  },
  (t) => [
    index('measures_action').on(t.actionId),
    filledIndex('measures_kpi', t.kpiId, 'kpi_id'),
    ...sourceChecks(),
  ],
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
    filledIndex('leads_section', t.sectionId, 'section_id'),
    filledIndex('leads_action', t.actionId, 'action_id'),
    filledIndex('leads_measure', t.measureId, 'measure_id'),
    filledIndex('leads_kpi', t.kpiId, 'kpi_id'),
    filledIndex('leads_person', t.personId, 'person_id'),
    exactlyOne('leads_one_owner', ['section_id', 'action_id', 'measure_id', 'kpi_id']),
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
    /**
     * The colour that the status had when the plan's key was changed after it, #rrggbb; null while the key still
     * has that colour. So a changed key recolours nothing that was said before.
     */
    statusColour: text(),
    /** The earlier update that this one puts right: that one stands as it was given, and counts no longer. */
    correctsId: text().references((): AnySQLiteColumn => progress.id),
  },
  (t) => [
    filledIndex('progress_corrects', t.correctsId, 'corrects_id'),
    filledIndex('progress_meeting', t.meetingId, 'meeting_id'),
    filledIndex('progress_by_person', t.byPersonId, 'by_person_id'),
    filledIndex('progress_action', t.actionId, 'action_id'),
    filledIndex('progress_kpi', t.kpiId, 'kpi_id'),
    exactlyOne('progress_one_owner', ['action_id', 'kpi_id']),
    isDay('on'),
    oneOf('status_state', states),
    ...sourceChecks(),
  ],
);
