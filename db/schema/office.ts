import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { exactlyOne, isJson } from './checks.ts';
import {
  filledIndex,
  id,
  json,
  position,
  sourceChecks,
  sourceColumns,
  timescaleChecks,
  timescaleColumns,
} from './columns.ts';
import { kpis } from './kpis.ts';
import { actions, plans, sections } from './plans.ts';

/** Settings of the register, one row a setting: partnership, year starts, outcomes. */
export const settings = sqliteTable(
  'settings',
  {
    id: text().primaryKey(),
    value: json<unknown>().notNull(),
  },
  () => [isJson('value', 'any')],
);

/** A statutory duty, its legal basis and the date it comes into force. */
export const duties = sqliteTable(
  'duties',
  {
    id: id(),
    planId: text().references(() => plans.id),
    position: position(),
    text: text().notNull(),
    basis: text(),
    ...timescaleColumns(),
    ...sourceColumns(),
  },
  (t) => [index('duties_plan').on(t.planId), ...timescaleChecks(), ...sourceChecks()],
);

/** What answers a duty: an action, a section or a KPI. */
export const dutyAnswers = sqliteTable(
  'duty_answers',
  {
    id: id(),
    dutyId: text()
      .notNull()
      .references(() => duties.id),
    actionId: text().references(() => actions.id),
    kpiId: text().references(() => kpis.id),
    sectionId: text().references(() => sections.id),
    position: position(),
  },
  (t) => [
    filledIndex('duty_answers_action', t.actionId, 'action_id'),
    filledIndex('duty_answers_kpi', t.kpiId, 'kpi_id'),
    filledIndex('duty_answers_section', t.sectionId, 'section_id'),
    index('duty_answers_duty').on(t.dutyId),
    exactlyOne('duty_answers_one_answer', ['action_id', 'kpi_id', 'section_id']),
  ],
);

export const glossary = sqliteTable(
  'glossary',
  {
    id: id(),
    planId: text().references(() => plans.id),
    position: position(),
    term: text().notNull(),
    meaning: text().notNull(),
    ...sourceColumns(),
  },
  (t) => [index('glossary_plan').on(t.planId), ...sourceChecks()],
);
