import type { GridCell } from '#shared/contract/grid.ts';
import { isPersonName, isRole } from '#shared/domain/lead-kind.ts';
import { foldSpace } from '../words.ts';
import { type Attending, attendanceStart, attendeesOn, initialsOf, readsAsNames } from './attendance.ts';
import { linesInCell, listMark, type TableRow, textLines } from './blocks.ts';
import { decisionLabel, formLabel } from './cues.ts';
import { labelOf } from './front.ts';
import type { MinutesColumns } from './table-columns.ts';
import { lineOf, markRow, type TableReading } from './table-reading.ts';

/** Label beside value: people under "Present", everything else as if it stood on a line. */
export function readFacts(o: TableReading, rows: readonly TableRow[]): void {
  let attending: Attending | null = null;
  const isDecision = rows.some(
    ({ cells }) => cells.length === 2 && decisionLabel.test(foldSpace(cells[0]?.text ?? '')),
  );
  const left = Math.min(...rows.map(({ cells }) => cells[0]?.column ?? Number.POSITIVE_INFINITY));
  for (const { row, cells } of rows) {
    const [first, ...values] = cells;
    if (!first) continue;
    const label = foldSpace(first.text).replace(/\s*:$/, '');
    const starts = attendanceStart(`${label}:`);
    if (starts) {
      attending = starts.attending;
      o.mark(lineOf(row, [first], ''), 'header');
      addPeople(o, row, values, attending);
      continue;
    }
    // Names go on under an empty label.
    if (
      attending &&
      (first.column > left || values.length === 0) &&
      readsAsNames(textLines(first.text)[0] ?? '')
    ) {
      addPeople(o, row, cells, attending);
      continue;
    }
    attending = null;
    if (isDecision && cells.length === 2 && readDecision(o, row, cells, label)) continue;
    // Two pairs on one row: "Date | 3 May | Time | 2pm".
    for (let at = 0; at < cells.length; at += 2) {
      const pair = cells.slice(at, at + 2);
      const [name, value] = pair;
      const text = value
        ? `${foldSpace(name?.text ?? '').replace(/\s*:$/, '')}: ${foldSpace(value.text)}`
        : (name?.text ?? '');
      o.front(lineOf(row, pair, text));
    }
  }
}

/** A box of a form on one decision: what it was about, what was decided, and why. */
function readDecision(o: TableReading, row: number, cells: readonly GridCell[], label: string): boolean {
  const [name, value] = cells;
  if (!name || !value || attendanceStart(`${label}:`)) return false;
  const line = lineOf(row, [value], foldSpace(value.text));
  if (formLabel.test(label)) {
    o.mark(lineOf(row, [name], ''), 'header');
    o.reader.openItem(null, line.text, line);
    return true;
  }
  if (decisionLabel.test(label)) {
    o.mark(lineOf(row, [name], ''), 'header');
    const lines = linesInCell(row, value);
    lines.forEach((one) => {
      const mark = listMark(one.text);
      o.reader.decide(mark?.rest ?? one.text, one, mark?.mark.replace(/\.$/, '') || null);
    });
    return true;
  }
  if (!o.reader.begun() || labelOf(`${label}: ${line.text}`)) return false;
  o.record.addText(`${label}: ${textLines(value.text).join('\n')}`, { ...line, cells });
  return true;
}

/** Names in the first cell, their posts beside them line by line; else names in every cell. */
function addPeople(o: TableReading, row: number, cells: readonly GridCell[], attending: Attending): void {
  const [names, posts] = cells;
  const people = names ? textLines(names.text) : [];
  const beside = posts ? textLines(posts.text) : [];
  const pairs = cells.length === 2 && people.length === beside.length && !beside.every(isSomebody);
  if (!pairs) {
    for (const cell of cells) addNames(o, row, cell, attending);
    return;
  }
  const line = lineOf(row, cells, '');
  people.forEach((name, at) => {
    for (const who of attendeesOn(name, attending))
      o.record.addAttendee({ ...who, role: [beside[at], who.role].filter(Boolean).join('; ') }, line);
  });
}

function isSomebody(text: string): boolean {
  return text.includes(' ') && isPersonName(text) && !isRole(text);
}

function addNames(o: TableReading, row: number, cell: GridCell, attending: Attending): void {
  const line = lineOf(row, [cell], cell.text);
  let any = false;
  for (const text of textLines(cell.text))
    for (const who of attendeesOn(text, attending)) {
      o.record.addAttendee(who, line);
      any = true;
    }
  if (!any) o.record.addDetail({ label: 'Attendance', text: foldSpace(cell.text) }, line);
}

/** "Name | Role" under a label that stands over the table, or names in every cell. */
export function readNames(o: TableReading, rows: readonly TableRow[], over: Attending): void {
  let attending = over;
  const posts = postColumns(rows);
  for (const { row, cells } of rows) {
    const [only] = cells;
    const starts =
      cells.length === 1 && only ? attendanceStart(`${foldSpace(only.text).replace(/:$/, '')}:`) : null;
    if (starts) {
      attending = starts.attending;
      markRow(o, { row, cells });
      continue;
    }
    readName(o, row, cells, attending, posts);
  }
}

/** Columns beside the names of which some cell names nobody: posts and organisations, "Ferry Watch" among them. */
function postColumns(rows: readonly TableRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { cells } of rows)
    for (const cell of cells.slice(1))
      if (!isSomebody(foldSpace(cell.text).replace(/\s*\(.*$/, ''))) found.add(cell.column);
  return found;
}

function readName(
  o: TableReading,
  row: number,
  cells: readonly GridCell[],
  attending: Attending,
  posts: ReadonlySet<number>,
): void {
  const [name, ...others] = cells;
  if (!name) return;
  const line = lineOf(row, cells, '');
  const named = others.some((cell) => !posts.has(cell.column));
  if (named && cells.every((cell) => isSomebody(foldSpace(cell.text).replace(/\s*\(.*$/, '')))) {
    for (const cell of cells) addNames(o, row, cell, attending);
    return;
  }
  const people = attendeesOn(name.text, attending);
  const words = others.map((cell) => foldSpace(cell.text));
  const initials = words.find((text) => /^[A-Z]{2,4}$/.test(text));
  for (const who of people) {
    const role = [who.role, ...words].filter(Boolean).join(', ');
    o.record.addAttendee(
      {
        ...who,
        role: role === '' ? null : role,
        initials: who.initials ?? (initials ? initialsOf(who.name, initials) : null),
      },
      line,
    );
  }
  if (people.length === 0)
    o.record.addDetail(
      { label: 'Attendance', text: foldSpace(cells.map((cell) => cell.text).join(' | ')) },
      line,
    );
}

/** "Present | Apologies" over columns of names. */
export function readLists(o: TableReading, columns: MinutesColumns, rows: readonly TableRow[]): void {
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      const starts = attendanceStart(`${columns.labels.get(cell.column) ?? 'Present'}:`);
      addNames(o, row, cell, starts?.attending ?? { state: 'present', group: null });
    }
  }
}
