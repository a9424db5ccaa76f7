import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Detail, Link, Section } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import { id, json, periodColumns, position, sourceColumns, timescaleColumns } from './columns.ts';

export const plans = sqliteTable('plans', {
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
});

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
  (t) => [index('key_entries_plan').on(t.planId)],
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
  (t) => [index('sections_plan').on(t.planId, t.position), index('sections_parent').on(t.parentId)],
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
    index('actions_continues').on(t.continuesActionId),
  ],
);

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
    toActionId: text().references((): AnySQLiteColumn => actions.id),
  },
  (t) => [index('action_links_action').on(t.actionId), index('action_links_to_action').on(t.toActionId)],
);

export type ActionRecord = typeof actions.$inferSelect;
