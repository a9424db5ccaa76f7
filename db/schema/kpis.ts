import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Detail, type Kpi, type KpiValue, valueRoles } from '#shared/contract/register.ts';
import { isDay, isJson, isTruth, oneOf } from './checks.ts';
import { id, json, periodChecks, periodColumns, position, sourceChecks, sourceColumns } from './columns.ts';
import { plans, sections } from './plans.ts';

export const kpis = sqliteTable(
  'kpis',
  {
    id: id(),
    planId: text().references(() => plans.id),
    sectionId: text().references(() => sections.id),
    position: position(),
    ref: text(),
    name: text().notNull(),
    unit: text(),
    polarity: text().$type<NonNullable<Kpi['polarity']>>(),
    dataSource: text(),
    calendar: text(),
    tolerance: real(),
    details: json<Detail[]>().notNull(),
    ...sourceColumns(),
  },
  (t) => [
    index('kpis_plan').on(t.planId, t.position),
    index('kpis_section').on(t.sectionId),
    oneOf('polarity', ['up', 'down']),
    isJson('details', 'array'),
    ...sourceChecks(),
  ],
);

/** A figure, or the words that stand instead of one, for one KPI, role and period. */
export const kpiValues = sqliteTable(
  'kpi_values',
  {
    id: id(),
    kpiId: text()
      .notNull()
      .references(() => kpis.id),
    position: position(),
    role: text().$type<KpiValue['role']>().notNull(),
    ...periodColumns(),
    number: real(),
    text: text().notNull(),
    symbol: text(),
    comparator: text(),
    /** The tolerance in force when the figure was entered. */
    tolerance: real(),
    provisional: integer({ mode: 'boolean' }).notNull(),
    ...sourceColumns(),
  },
  (t) => [
    index('kpi_values_kpi').on(t.kpiId, t.position),
    oneOf('role', valueRoles),
    isTruth('provisional'),
    ...periodChecks(),
    ...sourceChecks(),
  ],
);

/** What is behind the figures of one period, and what will be done. */
export const kpiNarratives = sqliteTable(
  'kpi_narratives',
  {
    id: id(),
    kpiId: text()
      .notNull()
      .references(() => kpis.id),
    position: position(),
    ...periodColumns(),
    behind: text().notNull(),
    doing: text().notNull(),
    by: text(),
    on: text(),
    ...sourceColumns(),
  },
  (t) => [index('kpi_narratives_kpi').on(t.kpiId), isDay('on'), ...periodChecks(), ...sourceChecks()],
);
