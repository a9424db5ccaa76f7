import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, isTruth, oneOf } from './checks.ts';
import { redatedCondition } from './redated.ts';

/** One act of the officer: everything one save, paste or import wrote. */
export const changeSets = sqliteTable(
  'change_sets',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    at: text().notNull(),
    /** A closed word for grouping: 'edit', 'import', 'progress', 'snapshot', ... */
    kind: text().notNull(),
    /** What Undo says: "5 cells in Early Years Delivery Plan 2010-11". */
    label: text().notNull(),
    /** 'replaced': undone, and then overtaken by a new act, so that redo is no longer possible. */
    state: text().$type<'done' | 'undone' | 'replaced'>().notNull(),
    /** 0 for acts that stand for ever, such as a snapshot. */
    undoable: integer({ mode: 'boolean' }).notNull(),
  },
  () => [oneOf('state', ['done', 'undone', 'replaced']), isTruth('undoable')],
);

/**
 * One row written: its table and id, and the whole row before and after as JSON. Written by triggers only.
 * Of an added row `new` stays null as long as the row itself, or the `old` of its next change, says the same:
 * it is filled in when the act is undone (log.ts reads it in every case). A frozen row has neither.
 */
export const changes = sqliteTable(
  'changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    changeSetSeq: integer()
      .notNull()
      .references(() => changeSets.seq),
    tableName: text().notNull(),
    rowId: text().notNull(),
    op: text().$type<'added' | 'changed' | 'removed' | 'frozen'>().notNull(),
    old: text(),
    new: text(),
  },
  (t) => [
    index('changes_set').on(t.changeSetSeq),
    index('changes_row').on(t.rowId),
    // Few changes move an end date: how often and how far one slipped is asked of all actions at once.
    index('changes_redated').on(t.rowId).where(sql.raw(redatedCondition)),
    oneOf('op', ['added', 'changed', 'removed', 'frozen']),
    isJson('old', 'object'),
    isJson('new', 'object'),
  ],
);

/** One row: the change set now being written, or null; and whether the log is being replayed. */
export const changeHead = sqliteTable(
  'change_head',
  {
    id: integer().primaryKey(),
    changeSetSeq: integer(),
    replaying: integer({ mode: 'boolean' }).notNull(),
    /** Grows with every change set, undo and redo: compared by whoever prepared a change earlier. */
    revision: integer().notNull(),
  },
  () => [check('change_head_one_row', sql`"id" = 1`), isTruth('replaying')],
);

/**
 * The text of the register in searchable pieces: one for each row that holds words. A piece leads to the record
 * that a reader would open for it: the words of a lead are a piece of the action led. The full-text index stands
 * on this table. Kept by triggers.
 */
export const searchDocs = sqliteTable('search_docs', {
  rowid: integer().primaryKey(),
  /** What the record is (contract searchKinds). */
  kind: text().notNull(),
  recordId: text().notNull(),
  /** The row the words stand in; the record's own row for its main piece. */
  pieceId: text().notNull().unique(),
  /** What the record is called; empty in its further pieces. */
  title: text().notNull(),
  body: text().notNull(),
});
