import type { GridCell } from '#shared/contract/grid.ts';
import { foldSpace } from '../words.ts';
import { attendanceStart } from './attendance.ts';
import { type TableRow, textLines } from './blocks.ts';
import { bareLabel, decisionLabel, formLabel, insideItem } from './cues.ts';
import { dayIn, labelOf } from './front.ts';

/** What a column of a table in minutes holds. */
export type MinutesField =
  | 'number'
  | 'title'
  | 'body'
  | 'decision'
  | 'action'
  | 'who'
  | 'when'
  | 'status'
  | 'name'
  | 'initials'
  | 'role'
  | 'present'
  | 'apologies'
  | 'absent'
  | 'other';

export type MinutesColumns = {
  readonly kind: 'minutes' | 'actions' | 'attendance' | 'lists';
  /** The rows above the first record. */
  readonly headerRows: number;
  readonly fields: ReadonlyMap<number, MinutesField>;
  readonly labels: ReadonlyMap<number, string>;
};

const words: readonly (readonly [MinutesField, RegExp])[] = [
  [
    'number',
    /^(?:no\.?|nos?|number|#|item(?: no\.?| number| #)?|ref(?:erence)?\.?(?: no\.?)?|minute(?: no\.?| number| ref\.?)|agenda(?: item)?(?: no\.?)?|action (?:no\.?|ref\.?|number)|para(?:graph)?)$/i,
  ],
  [
    'when',
    /^(?:by when|when|date|due(?: date| by)?|deadline|target(?: date)?|time ?scales?|time ?frame|completion(?: date)?|complete by|date (?:due|for completion)|by date)\??$/i,
  ],
  [
    'who',
    /^(?:(?:action|actions) by|by whom|who|owner|action owner|lead(?: officer| person)?|responsib(?:le|ility)(?: (?:person|officer|for action))?|person responsible|assigned to|action for|whom|initials of lead|allocated to|(?:to be )?(?:completed|actioned|done|taken forward) by|by who|lead responsibility)\??$/i,
  ],
  ['status', /^(?:status|rag(?: status| rating)?|progress|update|outcome|complete(?:d)?\??|open\/closed)$/i],
  ['decision', /^(?:decisions?|resolutions?|agreed|outcome|decision made)$/i],
  [
    'action',
    /^(?:actions?|actions? (?:required|points?|agreed|arising|to be taken|item|for information|\/ ?decisions?|log)|agreed actions?|follow[- ]up|task|action\/decision|actions? (?:and|&) (?:owner|lead|who|by whom|when|timescales?))$/i,
  ],
  [
    'body',
    /^(?:discussion|discussions?(?: (?:and|&) (?:decisions?|actions?|outcomes?))?|minutes?|minute text|notes?|details?|summary|main points?|points? (?:discussed|raised)|key points?|comments?|issues?|matters? discussed|narrative|record|description|discussion points?|notes of discussion|subject matter)$/i,
  ],
  ['title', /^(?:subject|topic|agenda item|agenda|item|title|heading|item (?:name|title)|issue)$/i],
  ['initials', /^(?:initials?|abbreviation)$/i],
  [
    'name',
    /^(?:names?|attendees?|(?:[\w’'&]+ ){0,3}members|member|member name|present|name of (?:member|attendee)|governors?|in attendance|representatives?|delegate)$/i,
  ],
  [
    'role',
    /^(?:roles?|titles?|job titles?|position|designation|organisations?|organisation\/role|role\/organisation|representing|agency|company|capacity|department|service|post|school|category|type of governor)$/i,
  ],
  [
    'present',
    /^(?:(?:present|attended|attendance)\s*[/,&(]\s*(?:apolog|absent|not).*|present|attended|attendance|in attendance|here|attended\?|present\?|✓|y\/n)$/i,
  ],
  ['apologies', /^(?:apologies|apology|apols|sent apologies)$/i],
  ['absent', /^(?:absent|not present|did not attend)$/i],
];

/** What kind of table minutes have here, and what its columns hold; null where it is none of theirs. */
export function minutesColumns(rows: readonly TableRow[]): MinutesColumns | null {
  for (let at = 0; at < Math.min(3, rows.length); at++) {
    const found = headerAt(rows, at);
    if (found) return found;
  }
  return null;
}

/** What a table of minutes holds whose header is this row; null where the row is none. */
export function headerAt(rows: readonly TableRow[], at: number): MinutesColumns | null {
  const cells = rows[at]?.cells ?? [];
  if (cells.length < 2) return overMargin(rows, at);
  const fields = new Map<number, MinutesField>();
  const labels = new Map<number, string>();
  const texts = cells.map((cell) => foldSpace(cell.text).replace(/\s*:$/, ''));
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  cells.forEach((cell, index) => {
    const text = texts[index] ?? '';
    labels.set(cell.column, text);
    fields.set(cell.column, fieldOf(text, [...fields.values()]));
  });
  const has = (field: MinutesField) => [...fields.values()].includes(field);
  settleUnlabelled(fields, rows.slice(at + 1));
  for (const [column, field] of fields) {
    const label = labels.get(column) ?? '';
    if (
      field === 'other' &&
      !has('body') &&
      label.length <= 45 &&
      /\b(?:discussions?|minutes?|narrative|notes)\b/i.test(label)
    )
      fields.set(column, 'body');
  }
  // Columns that are headed by who was there, with the names beneath.
  if (texts.length >= 2 && texts.every((text) => attendanceStart(`${text}:`) !== null) && !has('role'))
    return texts.some((text) => /^(?:name|member)s?$/i.test(text))
      ? null
      : { kind: 'lists', headerRows: at + 1, fields, labels };
  if (texts.some((text) => text.length > 45)) return null;
  if (
    has('name') &&
    (has('role') ||
      has('present') ||
      has('apologies') ||
      has('initials') ||
      has('absent') ||
      texts.filter((text) => dayIn(text, '2000') !== null).length >= 2) &&
    !has('action')
  )
    return { kind: 'attendance', headerRows: at + 1, fields, labels };
  const body =
    has('body') ||
    (says(/^(?:item|agenda item|topic|subject)$/i) &&
      (has('action') || has('decision')) &&
      cells.length >= 2 &&
      hasProse(rows.slice(at + 1)));
  // Notes behind an action, its owner and its date are remarks of a plan: minutes say first what was discussed.
  // A reference behind the words is no number of theirs.
  const [numbers, words0] = ['number', 'body'].map(
    (field) => [...fields].find(([, one]) => one === field)?.[0],
  );
  if (numbers !== undefined && words0 !== undefined && numbers > words0) fields.set(numbers, 'other');
  const columnOf = (field: MinutesField) => [...fields].find(([, one]) => one === field)?.[0] ?? -1;
  const isPlan =
    has('action') &&
    has('body') &&
    columnOf('body') > columnOf('action') &&
    (has('who') || has('when') || has('status'));
  // A portal's page: "No. | Item", and in the cell the title, "Minutes:" and what they say.
  if (has('number') && has('title') && fields.size === 2 && hasPortalCells(rows.slice(at + 1))) {
    settleBody(fields, 'title');
    return { kind: 'minutes', headerRows: at + 1, fields, labels };
  }
  if (!isPlan && body && (has('action') || has('who') || has('number') || has('title') || has('decision'))) {
    // "Agenda item | Decision | Reason": what was decided stands in its own column, the item names itself.
    if (!has('body') && !has('decision')) settleBody(fields);
    return { kind: 'minutes', headerRows: at + 1, fields, labels };
  }
  if (has('action') && (has('who') || has('when') || has('status')))
    return { kind: 'actions', headerRows: at + 1, fields, labels };
  return null;
}

function fieldOf(text: string, before: readonly MinutesField[]): MinutesField {
  for (const [field, pattern] of words) {
    if (!pattern.test(text)) continue;
    // "Item | Discussion" numbers or names; a second "number" is a title.
    if (before.includes(field) && field !== 'role') continue;
    return field;
  }
  return 'other';
}

/** "Item | Action": where no column says it holds the discussion, the item's does. */
function settleBody(fields: Map<number, MinutesField>, ...these: readonly MinutesField[]): void {
  const may = these.length > 0 ? these : ['title', 'number'];
  for (const [column, field] of fields) {
    if (may.includes(field)) {
      fields.set(column, 'body');
      return;
    }
  }
}

/** Columns that no header names, by their cells: the discussion under "Item | | Action", "Apols" before a name. */
function settleUnlabelled(fields: Map<number, MinutesField>, rows: readonly TableRow[]): void {
  const columns = new Map<number, string[]>();
  for (const { cells } of rows)
    for (const cell of cells)
      if (!fields.has(cell.column))
        columns.set(cell.column, [...(columns.get(cell.column) ?? []), foldSpace(cell.text)]);
  const named = [...fields.values()];
  const left = Math.min(...fields.keys());
  for (const [column, texts] of columns) {
    // Counts without a header: what is called "Item" beside them is the item itself.
    if (column < left && texts.every((text) => /^\d{1,3}(?:\.\d{1,2})*[.)]?$/.test(text))) {
      for (const [other, field] of fields) if (field === 'number') fields.set(other, 'title');
      fields.set(column, 'number');
      continue;
    }
    const beside = (field: MinutesField) => named.includes(field);
    if (beside('name') && texts.every((text) => attended.test(text))) fields.set(column, 'apologies');
    else if (
      !beside('body') &&
      (beside('action') || beside('number')) &&
      texts.some((text) => text.length > 40)
    )
      fields.set(column, 'body');
  }
}

const attended = /^(?:apol\w*|aps?|a|absent|sent apologies)\.?$/i;

/** "Action Required" alone over the last column, numbers in the margin beneath. */
function overMargin(rows: readonly TableRow[], at: number): MinutesColumns | null {
  const [only] = rows[at]?.cells ?? [];
  if (!only || rows[at]?.cells.length !== 1) return null;
  const label = foldSpace(only.text).replace(/\s*:$/, '');
  if (fieldOf(label, []) !== 'action') return null;
  const beneath = rows.slice(at + 1);
  const columns = [...new Set(beneath.flatMap(({ cells }) => cells.map((cell) => cell.column)))].sort(
    (a, b) => a - b,
  );
  const [number, body] = columns;
  if (number === undefined || body === undefined || body >= only.column || !isMarginTable(beneath))
    return null;
  return {
    kind: 'minutes',
    headerRows: at + 1,
    fields: new Map([
      [number, 'number'],
      [body, 'body'],
      [only.column, 'action'],
    ]),
    labels: new Map([[only.column, label]]),
  };
}

function hasPortalCells(rows: readonly TableRow[]): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) =>
      textLines(cell.text)
        .slice(1)
        .some((line) => bareLabel.test(line)),
    ),
  );
}

function hasProse(rows: readonly TableRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => cell.text.length > 80 || cell.text.includes('\n')));
}

/** Label beside value throughout: the date, the place, who was there. */
export function isFactsTable(rows: readonly TableRow[]): boolean {
  let facts = 0;
  for (const { cells } of rows) {
    const [first, second] = cells;
    if (!first) continue;
    const label = foldSpace(first.text).replace(/\s*:$/, '');
    const value = second ? foldSpace(second.text) : '';
    if (
      attendanceStart(`${label}:`) ||
      labelOf(`${label}: ${value === '' ? '-' : value}`) ||
      decisionLabel.test(label) ||
      insideItem.test(label) ||
      formLabel.test(label)
    )
      facts++;
  }
  return facts >= 1 && facts >= rows.length * 0.5;
}

/** "Date | Time | Venue" over a row with what they are: label and value of each column; null for any other table. */
export function turnedFacts(
  rows: readonly TableRow[],
): { label: GridCell; value: GridCell; row: number; text: string }[] | null {
  const [labels, values, more] = rows;
  if (!labels || !values || more || labels.cells.length < 2) return null;
  const pairs = labels.cells.flatMap((label) => {
    const value = values.cells.find((cell) => cell.column === label.column);
    const text = `${foldSpace(label.text).replace(/\s*:$/, '')}: ${foldSpace(value?.text ?? '')}`;
    return value ? [{ label, value, row: values.row, text }] : [];
  });
  const known = pairs.filter(({ text }) => labelOf(text) !== null || /^time:/i.test(text)).length;
  return known >= 2 && known >= labels.cells.length * 0.5 ? pairs : null;
}

/** Numbers or headings in the margin beside the text, without a header over them. */
export function isMarginTable(rows: readonly TableRow[]): boolean {
  const left = Math.min(...rows.map(({ cells }) => cells[0]?.column ?? Number.POSITIVE_INFINITY));
  const pairs = rows.filter(({ cells }) => cells.length >= 2 && cells[0]?.column === left);
  if (pairs.length < 2) return false;
  const numbered = pairs.filter(({ cells }) =>
    /^(?:item\s*)?(?:[A-Z]{1,6}[ /-]?)?\d{1,4}(?:[./]\d{1,4})*[.)]?$/i.test(cells[0]?.text.trim() ?? ''),
  );
  const prose = rows.some(({ cells }) => cells.some((cell) => cell.column > left && cell.text.length > 25));
  return numbered.length >= pairs.length * 0.6 && prose;
}
