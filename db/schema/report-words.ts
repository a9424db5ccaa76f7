import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { reportNames } from '#shared/contract/circulation-names.ts';
import type { TemplateChoices } from '#shared/contract/report-records.ts';
import { isDay, isJson, isTruth } from './checks.ts';
import { snapshots } from './circulation.ts';
import { filledIndex, id, json, position } from './columns.ts';

/**
 * Which reports there are grows with the program: the contract says so, not the table, which would have to be made anew.
 */

/** Words of the office's own at one place of one report, for one snapshot or for the one to be taken next. */
export const reportWords = sqliteTable(
  'report_words',
  {
    id: id(),
    report: text().$type<(typeof reportNames)[number]>().notNull(),
    /** What the report is of: no reference, because words outlive the plan that they were written of. */
    ofId: text(),
    snapshotId: text().references(() => snapshots.id),
    place: text().notNull(),
    /** The record at which they stand; no reference, as above. */
    recordId: text(),
    text: text().notNull(),
    internal: integer({ mode: 'boolean' }).notNull(),
    writtenOn: text().notNull(),
  },
  (t) => [
    index('report_words_report').on(t.report),
    filledIndex('report_words_snapshot', t.snapshotId, 'snapshot_id'),
    isTruth('internal'),
    isDay('written_on'),
  ],
);

/** All that one chooses of a report, kept under a name. */
export const reportTemplates = sqliteTable(
  'report_templates',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    report: text().$type<(typeof reportNames)[number]>().notNull(),
    /** Whether this kind of report begins with it. */
    usual: integer({ mode: 'boolean' }).notNull(),
    choices: json<TemplateChoices>().notNull(),
  },
  () => [isTruth('usual'), isJson('choices', 'object')],
);
