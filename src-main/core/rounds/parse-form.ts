import type { Grid, GridCell, ReadFile } from '#shared/contract/grid.ts';
import { placeName } from '#shared/contract/places.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import { fieldKey, type RoundField, type RowKey, readFieldKey } from '#shared/domain/round-fields.ts';
import { type FormRow, readFormStatus } from '#shared/domain/round-form.ts';
import { markPattern } from '#shared/domain/round-mark.ts';
import { foldWords } from '#shared/domain/round-merge.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { type FoundTable, findTable, rowKeyAt, textAt } from './find-columns.ts';
import { listsSheetName } from './form-checks.ts';
import { type FormFacts, type FrontField, frontFields, type LaidColumn } from './lay-form.ts';
import { parseWordForm } from './parse-word-form.ts';
import {
  type FilledRow,
  isOurs,
  newParsing,
  type OutsideWords,
  type ParsedForm,
  type Parsing,
  reasons,
} from './parsing.ts';
import { checkSum, dataSheetName } from './write-form-xlsx.ts';

/** Reads what came back by the form that was sent. Pure: it reads no file and writes nothing. */
export function parseForm(read: ReadFile, facts: FormFacts): ParsedForm {
  const parsing = newParsing(facts);
  if (read.format === 'docx') parseWordForm(read.grids, parsing);
  else for (const grid of read.grids) parseGrid(grid, parsing);
  return finish(parsing);
}

function parseGrid(grid: Grid, parsing: Parsing): void {
  // Sheets of ours throughout: nobody sees them, so nobody writes there.
  if (grid.hidden && (grid.name === dataSheetName || grid.name === listsSheetName)) return;
  const found = findTable(grid, parsing.form.tables);
  const used = new Set<GridCell>();
  if (found) parseTable(grid, found, parsing, used);
  else parseFront(grid, parsing, used);
  lookOutside(grid, parsing, used);
}

function parseTable(grid: Grid, found: FoundTable, parsing: Parsing, used: Set<GridCell>): void {
  for (let row = found.headRow + 1; row < grid.rows.length; row += 1) {
    const key = identityOf(grid, row, found);
    if (key === null) continue;
    const cells: FilledRow['cells'] = new Map();
    const isStranger = !parsing.rows.has(key);
    for (const { code, fill } of found.table.columns) {
      const column = found.columns.get(code);
      const cell = column === undefined ? undefined : grid.rows[row]?.[column];
      if (!cell) continue;
      // What another form showed is the register's own: only what was filled in there is somebody's words.
      if (isStranger) used.add(cell);
      if (!fill) continue;
      used.add(cell);
      const text = writtenIn(cell, code as RoundField);
      if (text !== '') cells.set(code as RoundField, { text, where: placeName(grid, row, cell.column) });
    }
    parsing.filled.push({ key, cells, about: aboutRow(grid, row, found) });
  }
}

/** What can be read on a row of what it is about: "3.7 Print one leaflet". */
function aboutRow(grid: Grid, row: number, found: FoundTable): string {
  const told = ['shown-ref', 'shown-text', 'shown-name'].flatMap((code) => {
    const column = found.columns.get(code as LaidColumn['code']);
    return column === undefined ? [] : [textAt(grid, row, column)];
  });
  return told.filter(Boolean).join(' ');
}

/** A day is written as the register writes days, whatever the file shows it as. */
function writtenIn(cell: GridCell, field: RoundField | FrontField): string {
  const isDayField = field === 'date' || field === 'done' || field === 'filled-on';
  if (isDayField && cell.value?.kind === 'day') return formatDay(cell.value.day);
  return cell.text.replace(/\r\n?/g, '\n').trim();
}

/**
 * Which row it is. What can be read on it goes before the hidden identity: a sort that left the hidden column where it
 * was, or cells pasted over others, are answers to the words beside them.
 */
function identityOf(grid: Grid, row: number, found: FoundTable): RowKey | null {
  const hidden = rowKeyAt(grid, row);
  const told = found.table.columns.filter(({ code }) => identifying.includes(code));
  const seen = told.map(({ code }) => {
    const column = found.columns.get(code);
    return column === undefined ? null : textAt(grid, row, column);
  });
  const places = told.map((one) => found.table.columns.indexOf(one));
  const alike = seen.every((text) => text === null || text === '')
    ? []
    : found.table.rows.filter(({ cells }) =>
        seen.every((text, at) => text === null || text === foldWords(cells[places[at] ?? 0]?.text ?? '')),
      );
  const own = alike.find(({ key }) => key === hidden);
  if (own) return own.key;
  if (alike.length === 1 && alike[0]) return alike[0].key;
  return hidden;
}

/** Columns that tell one row from another. */
const identifying: readonly string[] = [
  'shown-ref',
  'shown-plan',
  'shown-text',
  'shown-action',
  'shown-name',
  'shown-period',
];

function parseFront(grid: Grid, parsing: Parsing, used: Set<GridCell>): void {
  grid.rows.forEach((cells, row) => {
    const front = frontFields.find(({ code, label }) =>
      (cells ?? []).some((cell) => {
        const text = cell && foldWords(cell.text);
        return text === `@${code}` || text === label;
      }),
    );
    if (!front) return;
    for (const cell of cells ?? []) {
      const text = cell ? foldWords(cell.text) : '';
      if (!cell || text === '' || parsing.expected.has(text) || isOurs(text)) continue;
      if (parsing.front.has(front.code)) continue;
      used.add(cell);
      parsing.front.set(front.code, {
        text: writtenIn(cell, front.code),
        where: placeName(grid, row, cell.column),
      });
    }
  });
}

/** Every text that is neither the form's own nor in a cell to fill, and every comment. */
function lookOutside(grid: Grid, parsing: Parsing, used: ReadonlySet<GridCell>): void {
  const look = (cell: GridCell | undefined) => {
    if (!cell) return;
    const where = placeName(grid, cell.row, cell.column);
    if (cell.note?.trim()) parsing.outside.push({ where, text: cell.note.trim(), why: reasons.comment });
    const text = foldWords(cell.text);
    if (text === '' || used.has(cell) || parsing.expected.has(text) || isOurs(text)) return;
    parsing.outside.push({ where, text: cell.text.trim(), why: reasons.outside });
  };
  for (const cells of grid.rows) for (const cell of cells ?? []) look(cell);
  for (const cell of grid.strays ?? []) look(cell);
}

function finish(parsing: Parsing): ParsedForm {
  const { rows, outside } = parsing;
  const values: Record<string, string> = {};
  const where: Record<string, string> = {};
  const byRow = Map.groupBy(parsing.filled, ({ key }) => key);
  for (const [key, all] of byRow) {
    const row = rows.get(key);
    const said = all.filter(({ cells }) => cells.size > 0);
    if (!row) {
      for (const one of said) sayOutside(one, `${reasons.stranger} ${one.about}`.trim(), outside);
      continue;
    }
    const [first, ...others] = differing(said, row);
    if (!first) continue;
    if (others.length > 0) {
      for (const one of [first, ...others]) sayOutside(one, reasons.twice, outside);
      continue;
    }
    takeRow(first, row, { values, where, outside });
  }
  const filledOn = dayOf(parsing.front.get('filled-on')?.text ?? '');
  for (const [code, { text, where: place }] of parsing.front) {
    if (code === 'anything-else') outside.push({ where: place, text, why: reasons.note });
    if (code === 'filled-on' && filledOn === null) outside.push({ where: place, text, why: reasons.day });
  }
  return {
    values,
    where,
    filledOn,
    filledBy: parsing.front.get('filled-by')?.text ?? null,
    outside,
    missing: [...rows.keys()].filter((key) => !byRow.has(key as RowKey)).length,
  };
}

function sayOutside({ cells }: FilledRow, why: string, outside: OutsideWords[]): void {
  for (const { text, where } of cells.values()) outside.push({ where, text, why });
}

/** Of one row that stands several times: those that say something of their own. What was sent filled says nothing. */
function differing(said: readonly FilledRow[], row: FormRow): FilledRow[] {
  if (said.length < 2) return [...said];
  const sent = sentWords(row);
  const own = said.filter(({ cells }) =>
    [...cells].some(([field, { text }]) => foldWords(text) !== foldWords(sent[field] ?? '')),
  );
  const wordsIn = ({ cells }: FilledRow) =>
    JSON.stringify([...cells].map(([field, { text }]) => [field, foldWords(text)]).sort());
  return [...new Map(own.map((one) => [wordsIn(one), one])).values()];
}

/** What the cells to fill held already when the form was sent. */
function sentWords(row: FormRow): Partial<Record<RoundField, string | null>> {
  if (row.kind !== 'figure') return {};
  const { text, provisional, note } = row.figure;
  return { figure: text, provisional: text === null ? null : provisional ? 'Yes' : 'No', note };
}

type Taking = Pick<ParsedForm, 'values' | 'where' | 'outside'>;

function takeRow({ key, cells }: FilledRow, row: FormRow, taking: Taking): void {
  const take = (field: RoundField, text: string, place: string) => {
    const name = fieldKey(key, field);
    const before = taking.values[name];
    taking.values[name] = before === undefined ? text : `${text}\n${before}`;
    taking.where[name] ??= place;
  };
  for (const [field, { text, where }] of cells) {
    if (readFieldKey(fieldKey(key, field)) === null) continue;
    if (field === 'status' && row.kind === 'action') {
      const status = readFormStatus(text, row.labels);
      if (!status) taking.outside.push({ where, text, why: reasons.status });
      else take('status', status.label, where);
      if (status?.rest) take('words', status.rest, where);
    } else if (field === 'done') {
      const day = dayOf(text);
      if (day === null) taking.outside.push({ where, text, why: reasons.day });
      else take('done', formatDay(day), where);
    } else take(field, text, where);
  }
}

/** One day, however it was written; null where it is none. */
export function dayOf(text: string): string | null {
  const plain = foldWords(text);
  if (plain === '') return null;
  if (isDay(plain)) return plain;
  const read = readTimescale(plain, {});
  if (read.precision !== 'day' || read.ambiguous || read.revisedFrom) return null;
  return read.end ?? read.start;
}

export type FormMark = {
  readonly formId: string;
  readonly version: number;
  /** The check sum that the file carries along, and the office it is of; null where they were taken out. */
  readonly check: string | null;
  readonly office: string | null;
};

/** The form that a file says it is, and whether what it carries along is what was sent. */
export function markIn(read: ReadFile): FormMark | null {
  let mark: { formId: string; version: number } | null = null;
  let check: string | null = null;
  let office: string | null = null;
  for (const grid of read.grids) {
    for (const cells of grid.rows) {
      for (const cell of cells ?? []) {
        const found: RegExpExecArray | null = mark === null && cell ? markPattern.exec(cell.text) : null;
        if (found) mark = { formId: (found[1] ?? '').toLowerCase(), version: Number(found[2]) };
      }
      if (grid.name !== dataSheetName) continue;
      if (cells?.[0]?.text === 'check') check = cells[1]?.text.trim() ?? null;
      if (cells?.[0]?.text === 'office') office = cells[1]?.text.trim() ?? null;
    }
  }
  return mark && { ...mark, check, office };
}

/** True where the file carries along what was sent, and it is not what the register sent under that name. */
export const isAltered = (check: string | null, facts: FormFacts): boolean =>
  check !== null && check !== checkSum(facts);
