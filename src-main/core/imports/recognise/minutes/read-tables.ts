import { foldSpace } from '../words.ts';
import { split } from './arising.ts';
import { attendanceStart, readsAsNames } from './attendance.ts';
import { linesInCell, type TableRow, textLines } from './blocks.ts';
import { readAttendance } from './read-attendance.ts';
import { readItems } from './read-item-rows.ts';
import { readFacts, readLists, readNames } from './read-people-tables.ts';
import {
  isFactsTable,
  isMarginTable,
  type MinutesColumns,
  type MinutesField,
  minutesColumns,
  turnedFacts,
} from './table-columns.ts';
import { fieldsOf, lineOf, markRow, type TableReading } from './table-reading.ts';

/** Reads one table of minutes: who was there, facts, items with their discussion, actions; else its rows are text. */
export function readMinutesTable(o: TableReading, rows: readonly TableRow[]): void {
  const columns = minutesColumns(rows);
  if (columns) {
    for (const row of rows.slice(0, columns.headerRows - 1)) readRowAsText(o, row);
    const head = rows[columns.headerRows - 1];
    if (head) markRow(o, head);
    const records = rows.slice(columns.headerRows);
    if (columns.kind === 'attendance') readAttendance(o, columns, records);
    else if (columns.kind === 'lists') readLists(o, columns, records);
    else if (columns.kind === 'actions') readActions(o, columns, records);
    else readItems(o, columns, records);
    return;
  }
  const turned = turnedFacts(rows);
  if (turned) {
    if (rows[0]) markRow(o, rows[0]);
    for (const { row, value, text } of turned) o.front(lineOf(row, [value], text));
    return;
  }
  const [top] = rows;
  const label =
    top?.cells.length === 1
      ? attendanceStart(`${foldSpace(top.cells[0]?.text ?? '').replace(/:$/, '')}:`)
      : null;
  const grouped =
    label?.rest === '' && rows.length > 1 && rows[1]?.cells.some((cell) => readsAsNames(cell.text));
  const attending = grouped ? label.attending : o.reader.attending();
  if (
    attending !== null &&
    (grouped || (!isFactsTable(rows) && rows.every(({ cells }) => readsAsNames(cells[0]?.text ?? ''))))
  ) {
    readNames(o, rows, attending);
    return;
  }
  if (isFactsTable(rows)) {
    readFacts(o, rows);
    return;
  }
  if (isMarginTable(rows)) {
    const fields = new Map<number, MinutesField>();
    const starts = [...new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.column)))].sort(
      (a, b) => a - b,
    );
    starts.forEach((column, at) => {
      fields.set(
        column,
        at === 0 ? 'number' : at === 1 ? 'body' : at === starts.length - 1 ? 'action' : 'other',
      );
    });
    readItems(o, { kind: 'minutes', headerRows: 0, fields, labels: new Map() }, rows);
    return;
  }
  for (const row of rows) readRowAsText(o, row);
}

/** A row of no known table: one line, its cells set apart. */
function readRowAsText(o: TableReading, { row, cells }: TableRow): void {
  const [first] = cells;
  if (cells.length === 1 && first) {
    const lines = linesInCell(row, first);
    lines.forEach((line, at) => {
      if (o.reader.begun()) o.reader.read(line, lines[at + 1]);
      else o.front(line);
    });
    return;
  }
  const line = lineOf(row, cells, cells.map((cell) => textLines(cell.text).join(' ')).join(' | '));
  if (o.record.item()) o.record.addText(line.text, line);
  else o.front(line);
}

function readActions(o: TableReading, columns: MinutesColumns, rows: readonly TableRow[]): void {
  for (const { row, cells } of rows) {
    const line = lineOf(row, cells, '');
    const found = fieldsOf(columns, cells);
    const what = found.get('action');
    if (!what) {
      readRowAsText(o, { row, cells });
      continue;
    }
    const text = textLines(what.text).join('\n');
    const arising = split(text, null);
    const who = foldSpace(found.get('who')?.text ?? '');
    const when = foldSpace(found.get('when')?.text ?? '');
    const said = foldSpace(found.get('status')?.text ?? '');
    const status = said === '' ? null : o.context.statusWords(said);
    const details = cells.flatMap((cell) => {
      const field = columns.fields.get(cell.column) ?? 'other';
      const kept = [
        'other',
        'title',
        'body',
        'decision',
        'name',
        'role',
        'initials',
        'present',
        'apologies',
        'absent',
      ].includes(field);
      if (!kept && !(field === 'status' && status === null)) return [];
      return [{ label: columns.labels.get(cell.column) ?? '', text: textLines(cell.text).join('\n') }];
    });
    if (status && status.rest !== '') details.push({ label: 'Status', text: said });
    o.record.addAction(
      {
        ref: foldSpace(found.get('number')?.text ?? '') || null,
        text,
        lead: who !== '' ? who : arising.lead,
        time: when !== '' ? when : arising.time,
        status: status?.status ?? null,
        details,
      },
      line,
    );
  }
}
