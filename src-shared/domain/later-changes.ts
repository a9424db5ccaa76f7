import { formatDay } from './dates.ts';
import { count, listWords } from './words.ts';

/** A row of the register as the change log keeps it, by column; null where there is none. */
export type LoggedValues = Readonly<Record<string, unknown>>;

/** What one act made of one row, net, and how that row stands now. */
export type NetRow = {
  readonly before: LoggedValues | null;
  readonly after: LoggedValues | null;
  readonly now: LoggedValues | null;
};

/** Why a row cannot be put back as it was before the act. */
export type Obstacle = 'changed' | 'removed' | 'added again';

/** Columns that are one value together: where any of them changed, the value did. */
const groups = ['timescale_', 'period_', 'source_'];
/** The copy of the newest update's status: worked out anew from the updates that stay, never put back. */
const copied = ['status_state', 'status_label'];

const sameValue = (column: string): string => groups.find((group) => column.startsWith(group)) ?? column;
export const isStatusCopy = (table: string, column: string): boolean =>
  table === 'actions' && copied.includes(column);

/** The columns that differ between two states of a row. */
export function changedColumns(before: LoggedValues, after: LoggedValues): string[] {
  return Object.keys(after).filter((column) => before[column] !== after[column]);
}

/**
 * Whether something later stands in the way of putting this row back. A row that the act changed goes back value by
 * value: what was done later to its other values stays. A row that the act added may only go as it was added; where it
 * stands in the reading order does not count.
 */
export function obstacleOf(table: string, { before, after, now }: NetRow): Obstacle | null {
  if (after === null) return now === null ? null : 'added again';
  if (now === null) return 'removed';
  const later = changedColumns(after, now).filter((column) => !isStatusCopy(table, column));
  if (before === null) return later.some((column) => column !== 'position') ? 'changed' : null;
  const written = new Set(
    changedColumns(before, after)
      .filter((column) => !isStatusCopy(table, column))
      .map(sameValue),
  );
  return later.some((column) => written.has(sameValue(column))) ? 'changed' : null;
}

/** One act that stands in the way, and what it did to how many of which rows. */
export type InTheWay = {
  /** The rows' table in the officer's words, one and many: 'action', 'actions'. */
  readonly one: string;
  readonly many: string;
  readonly rows: number;
  readonly of: number;
  readonly how: 'changed' | 'removed' | 'added again' | 'referred to' | 'gone';
  readonly by: { readonly label: string; readonly day: string } | null;
};

const namedAtMost = 3;

/** Why an act cannot be undone: "3 of its 5 actions were changed on 4 March 2010 by “Status of 2 actions”". */
export function whyNotUndone(label: string, ways: readonly InTheWay[]): string {
  const named = ways.slice(0, namedAtMost).map(inWords);
  const more = ways.length - named.length;
  const all = more > 0 ? [...named, `${count(more, 'more thing')} came after it`] : named;
  return `“${label}” cannot be undone: ${listWords(all)}. Nothing was changed.`;
}

function inWords({ one, many, rows, of, how, by }: InTheWay): string {
  const when = by ? ` on ${formatDay(by.day)} by “${by.label}”` : ' later';
  if (how === 'gone') return `${rows === 1 ? `the ${one}` : `${rows} ${many}`} it needs went${when}`;
  const verb = `${rows === 1 ? 'was' : 'were'} ${how}`;
  if (of === 1) return `its ${one} ${verb}${when}`;
  return `${rows === of ? (of === 2 ? 'both of its' : `all of its ${of}`) : `${rows} of its ${of}`} ${many} ${verb}${when}`;
}
