import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  frequencies,
  type Kpi,
  type KpiChange,
  type KpiJudgement,
  type KpiValue,
  type RegisterCount,
  registerCounts,
  unitKinds,
  valueRoles,
  yearKinds,
  yearRules,
} from '#shared/contract/kpi-records.ts';
import type { Detail } from '#shared/contract/record.ts';
import { states } from '#shared/domain/states.ts';
import { isDay, isJson, isTruth, oneOf } from './checks.ts';
import {
  filledIndex,
  id,
  json,
  periodChecks,
  periodColumns,
  position,
  sourceChecks,
  sourceColumns,
} from './columns.ts';
import { bodies } from './meetings.ts';
import { plans, sections } from './plans.ts';

/** How far a figure may miss its target: see the contract's rules. `tolerance_by` null means points. */
const ruleColumns = () => ({
  toleranceBy: text().$type<NonNullable<Kpi['toleranceBy']>>(),
  onTrackWithin: real(),
});
const ruleChecks = () => [oneOf('tolerance_by', ['points', 'percent'])];

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
    measured: text(),
    unitKind: text().$type<NonNullable<Kpi['unitKind']>>(),
    decimals: integer(),
    yearKind: text().$type<NonNullable<Kpi['yearKind']>>(),
    yearStartMonth: integer(),
    frequency: text().$type<NonNullable<Kpi['frequency']>>(),
    yearBy: text().$type<NonNullable<Kpi['yearBy']>>(),
    /** Over other KPIs by their ids in braces: text, so that no circle of references hinders a removal. */
    formula: text(),
    calculated: text().$type<RegisterCount>(),
    calculatedBodyId: text().references(() => bodies.id),
    calculatedPlanId: text().references(() => plans.id),
    ...ruleColumns(),
    dueDays: integer(),
    countsChildren: integer({ mode: 'boolean' }),
  },
  (t) => [
    index('kpis_plan').on(t.planId, t.position),
    index('kpis_section').on(t.sectionId),
    filledIndex('kpis_calculated_body', t.calculatedBodyId, 'calculated_body_id'),
    filledIndex('kpis_calculated_plan', t.calculatedPlanId, 'calculated_plan_id'),
    oneOf('polarity', ['up', 'down']),
    isJson('details', 'array'),
    ...sourceChecks(),
    oneOf('unit_kind', unitKinds),
    oneOf('year_kind', yearKinds),
    oneOf('frequency', frequencies),
    oneOf('year_by', yearRules),
    oneOf('calculated', registerCounts),
    ...ruleChecks(),
    isTruth('counts_children'),
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
    ...ruleColumns(),
    /** Which way was better then. */
    polarity: text().$type<NonNullable<KpiValue['polarity']>>(),
    note: text(),
    enteredAt: text(),
    enteredBy: text(),
    calculated: text().$type<NonNullable<KpiValue['calculated']>>(),
    /** The figures that stood here before, oldest first. */
    revisions: json<NonNullable<KpiValue['revisions']>>(),
  },
  (t) => [
    index('kpi_values_kpi').on(t.kpiId, t.position),
    oneOf('role', valueRoles),
    isTruth('provisional'),
    ...periodChecks(),
    ...sourceChecks(),
    ...ruleChecks(),
    oneOf('polarity', ['up', 'down']),
    oneOf('calculated', ['formula', 'register']),
    isJson('revisions', 'array'),
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
    says: text(),
    byWhen: text(),
    help: text(),
  },
  (t) => [index('kpi_narratives_kpi').on(t.kpiId), isDay('on'), ...periodChecks(), ...sourceChecks()],
);

/** From a day on a KPI measures something else. */
export const kpiChanges = sqliteTable(
  'kpi_changes',
  {
    id: id(),
    kpiId: text()
      .notNull()
      .references(() => kpis.id),
    position: position(),
    on: text().notNull(),
    words: text().notNull(),
    breaks: integer({ mode: 'boolean' }).notNull(),
    fields: json<KpiChange['fields']>().notNull(),
    by: text(),
    ...sourceColumns(),
  },
  (t) => [
    index('kpi_changes_kpi').on(t.kpiId),
    isDay('on'),
    isTruth('breaks'),
    isJson('fields', 'array'),
    ...sourceChecks(),
  ],
);

/** A status by judgement, with its reason: never overwritten; of several for one period the last holds. */
export const kpiJudgements = sqliteTable(
  'kpi_judgements',
  {
    id: id(),
    kpiId: text()
      .notNull()
      .references(() => kpis.id),
    position: position(),
    ...periodColumns(),
    state: text().$type<NonNullable<KpiJudgement['state']>>(),
    reason: text().notNull(),
    by: text(),
    on: text().notNull(),
    ...sourceColumns(),
  },
  (t) => [
    index('kpi_judgements_kpi').on(t.kpiId),
    oneOf('state', states),
    isDay('on'),
    ...periodChecks(),
    ...sourceChecks(),
  ],
);
