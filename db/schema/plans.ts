import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Detail, type Section, sectionKinds } from '#shared/contract/register.ts';
import { type State, states } from '#shared/domain/states.ts';
import { isDay, isJson, oneOf } from './checks.ts';
import {
  filledIndex,
  id,
  json,
  periodChecks,
  periodColumns,
  position,
  sourceChecks,
  sourceColumns,
  timescaleChecks,
  timescaleColumns,
} from './columns.ts';

export const plans = sqliteTable(
  'plans',
  {
    id: id(),
    position: position(),
    /** strategy, delivery plan, work plan, action plan, improvement plan, or the office's own word. */
    kind: text().notNull(),
    title: text().notNull(),
    ...periodColumns(),
    /** What the plan is about, e.g. a cluster of centres with its inspection. */
    subject: text(),
    preamble: text(),
    parentPlanId: text().references((): AnySQLiteColumn => plans.id),
    continuesPlanId: text().references((): AnySQLiteColumn => plans.id),
    ...sourceColumns(),
    /** Days without an update after which an action of this plan counts as silent; null for the office's own. */
    silentDays: integer(),
  },
  (t) => [
    filledIndex('plans_parent', t.parentPlanId, 'parent_plan_id'),
    filledIndex('plans_continues', t.continuesPlanId, 'continues_plan_id'),
    ...periodChecks(),
    ...sourceChecks(),
  ],
);

/** A plan's key: what its status words and colours mean. Without entries the default key holds. */
export const keyEntries = sqliteTable(
  'key_entries',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    position: position(),
    state: text().$type<State>().notNull(),
    label: text().notNull(),
    colour: text().notNull(),
    shape: text().notNull(),
    definition: text().notNull(),
  },
  (t) => [index('key_entries_plan').on(t.planId), oneOf('state', states)],
);

/** Chapters, priorities, objectives, recommendations: a tree. */
export const sections = sqliteTable(
  'sections',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    parentId: text().references((): AnySQLiteColumn => sections.id),
    position: position(),
    kind: text().$type<Section['kind']>().notNull(),
    ref: text(),
    title: text().notNull(),
    bullets: json<string[]>().notNull(),
    details: json<Detail[]>().notNull(),
    ...sourceColumns(),
  },
  (t) => [
    index('sections_plan').on(t.planId, t.position),
    index('sections_parent').on(t.parentId),
    oneOf('kind', sectionKinds),
    isJson('bullets', 'array'),
    isJson('details', 'array'),
    ...sourceChecks(),
  ],
);

export const actions = sqliteTable(
  'actions',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    sectionId: text().references(() => sections.id),
    position: position(),
    ref: text(),
    text: text().notNull(),
    bullets: json<string[]>().notNull(),
    ...timescaleColumns(),
    /** The status of the newest progress row that has one: written only together with it. */
    statusState: text().$type<State>(),
    statusLabel: text(),
    resources: text(),
    comment: text(),
    details: json<Detail[]>().notNull(),
    reviewOn: text(),
    continuesActionId: text().references((): AnySQLiteColumn => actions.id),
    ...sourceColumns(),
  },
  (t) => [
    index('actions_plan').on(t.planId, t.position),
    index('actions_section').on(t.sectionId),
    index('actions_end').on(t.timescaleEnd),
    filledIndex('actions_continues', t.continuesActionId, 'continues_action_id'),
    oneOf('status_state', states),
    isJson('bullets', 'array'),
    isJson('details', 'array'),
    isDay('review_on'),
    ...timescaleChecks(),
    ...sourceChecks(),
  ],
);

export type ActionRecord = typeof actions.$inferSelect;
