import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type CheckName, checkNames } from '#shared/contract/acceptances.ts';
import { exactlyOne, isDay, oneOf } from './checks.ts';
import { filledIndex, id, position } from './columns.ts';
import { kpis } from './kpis.ts';
import { people } from './people.ts';
import { actions, sections } from './plans.ts';

/** Findings of the checks that the officer accepted, each with a reason. One that no longer fits is kept as history. */
export const acceptances = sqliteTable(
  'acceptances',
  {
    id: id(),
    position: position(),
    check: text().$type<CheckName>().notNull(),
    actionId: text().references(() => actions.id),
    sectionId: text().references(() => sections.id),
    kpiId: text().references(() => kpis.id),
    personId: text().references(() => people.id),
    finding: text().notNull(),
    reason: text().notNull(),
    on: text().notNull(),
    by: text(),
    basis: text().notNull(),
  },
  (t) => [
    filledIndex('acceptances_action', t.actionId, 'action_id'),
    filledIndex('acceptances_section', t.sectionId, 'section_id'),
    filledIndex('acceptances_kpi', t.kpiId, 'kpi_id'),
    filledIndex('acceptances_person', t.personId, 'person_id'),
    oneOf('check', checkNames),
    isDay('on'),
    exactlyOne('acceptances_one_record', ['action_id', 'section_id', 'kpi_id', 'person_id']),
    check('acceptances_with_reason', sql.raw(`trim("reason") <> ''`)),
  ],
);
