import type { ReadDb } from '#db/handles.ts';
import { type LoggedRow, loggedRowsOfAction } from '#db/queries/history-changes.ts';
import type { ChangeEntry } from '#shared/contract/plans.ts';

/** Rows of the log looked at for one drawer: years of edits of one action. */
const mostRows = 500;

/** The history of one action, newest first: each field that an act changed, with its words before and after. */
export function changesOfAction(db: ReadDb, actionId: string): ChangeEntry[] {
  return loggedRowsOfAction(db, actionId, mostRows).flatMap(entriesOf);
}

type Row = Record<string, unknown>;

/** What a column is called in the officer's words. Columns not named here are bookkeeping and are not shown. */
const actionColumns: readonly [column: string, field: string][] = [
  ['ref', 'ref'],
  ['text', 'text'],
  ['bullets', 'text'],
  ['timescale_text', 'timescale'],
  ['status_label', 'status'],
  ['resources', 'resources'],
  ['comment', 'comment'],
  ['review_on', 'reviewOn'],
];

/** Tables whose rows are one value of the action each: the field it belongs to, and the column of its words. */
const partTables: Readonly<Record<string, { field: string; column: string }>> = {
  leads: { field: 'leads', column: 'text' },
  measures: { field: 'measures', column: 'text' },
  action_links: { field: 'links', column: 'text' },
  progress: { field: 'lastUpdate', column: 'text' },
};

function entriesOf(logged: LoggedRow): ChangeEntry[] {
  const before: Row | null = logged.old === null ? null : JSON.parse(logged.old);
  const after: Row | null = logged.new === null ? null : JSON.parse(logged.new);
  const entry = { changeSetId: logged.setId, at: logged.at, label: logged.label };
  const part = partTables[logged.tableName];
  const columns: readonly (readonly [string, string])[] = part ? [[part.column, part.field]] : actionColumns;
  if (!part && logged.tableName !== 'actions') return [];
  return columns.flatMap(([column, field]) => {
    const words = { before: inWords(before?.[column]), after: inWords(after?.[column]) };
    return words.before === words.after ? [] : [{ ...entry, field, ...words }];
  });
}

/** Lists stand in the log as JSON; here one a line. Nothing, and an empty list, are null. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') return Array.isArray(value) ? value.join('\n') || null : String(value);
  if (!value.startsWith('[')) return value;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.join('\n') || null : value;
  } catch {
    // Words that merely begin with a bracket.
    return value;
  }
}
