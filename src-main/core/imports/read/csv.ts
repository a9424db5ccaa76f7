import Papa from 'papaparse';
import { AppError } from '#shared/contract/errors.ts';
import type { Grid, GridCell, ReadFile } from '#shared/contract/grid.ts';
import { guessDelimiter } from './delimiter.ts';
import type { ReadLimits } from './limits.ts';
import { pipeTableRows } from './pipe-table.ts';
import { plainValue } from './plain-numbers.ts';
import { tooLarge, tooManyRows } from './refusals.ts';
import { decodeText } from './text-encoding.ts';
import { clean } from './xlsx/texts.ts';

/**
 * A text table as one Grid. Rows are records, so a line break inside quotes does not begin a new one, and an
 * empty line is an empty row. Text stays as it stands; numbers and percentages are given beside it, dates are
 * not read here (in a text table nothing says which way round they are).
 *
 * Throws AppError file-damaged for quotes that never close, file-too-large, file-empty.
 */
export function readCsv(bytes: Buffer, fileName: string, limits: ReadLimits): ReadFile {
  const remarks: string[] = [];
  const { text: whole, encoding } = decodeText(bytes);
  if (encoding === 'windows-1252') {
    remarks.push(
      'The text was read in the letters of Windows (Windows-1252). Check £ signs, quotation marks and accents.',
    );
  }
  const nuls = whole.includes('\0');
  if (nuls) remarks.push('The file contained empty characters (NUL). They were taken out.');
  const text = oneKindOfLineEnd(nuls ? whole.replaceAll('\0', '') : whole);
  if (text.trim() === '') {
    throw new AppError(
      'file-empty',
      `“${fileName}” has nothing in it but blanks. Choose the file that holds the table.`,
    );
  }
  const drawn = pipeTableRows(text);
  if (drawn !== null) {
    const rows = drawn.map((fields, at) => readRecord(fields, at, fileName, limits));
    if (rows.length > limits.rows) throw tooManyRows(fileName, limits.rows);
    return { format: 'csv', grids: [rowsGrid(rows, fileName.replace(/\.[^.]*$/, ''))], remarks };
  }
  const { delimiter, body } = declaredDelimiter(text) ?? { delimiter: guessDelimiter(text), body: text };
  const rows = parse(body, delimiter, fileName, limits);
  return { format: 'csv', grids: [rowsGrid(rows, fileName.replace(/\.[^.]*$/, ''))], remarks };
}

/** Old Macintosh files end their lines with CR alone. */
function oneKindOfLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Excel's own way to say it: a first line "sep=;". */
function declaredDelimiter(text: string): { delimiter: string; body: string } | null {
  const line = /^"?sep=(.)"?\n/i.exec(text);
  return line === null ? null : { delimiter: line[1] as string, body: text.slice(line[0].length) };
}

function parse(
  text: string,
  delimiter: string,
  fileName: string,
  limits: ReadLimits,
): (readonly (GridCell | undefined)[] | undefined)[] {
  const rows: (readonly (GridCell | undefined)[] | undefined)[] = [];
  let at = -1;
  let cells = 0;
  let unclosed = -1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      at += 1;
      if (errors.some((error) => error.code === 'MissingQuotes')) unclosed = at;
      const row = readRecord(data, at, fileName, limits);
      // Empty lines below the table do not count, but nobody needs millions of them.
      if (row.length === 0 && at < limits.cells) return;
      if (at >= limits.rows) throw tooManyRows(fileName, limits.rows);
      cells += row.length;
      if (cells > limits.cells) {
        throw tooLarge(fileName, `it has more than ${limits.cells.toLocaleString('en-GB')} cells`);
      }
      rows[at] = row;
    },
  });
  if (unclosed >= 0) {
    throw new AppError(
      'file-damaged',
      `In “${fileName}” a quotation mark in row ${(unclosed + 1).toLocaleString('en-GB')} is opened and never closed, so it cannot be told where its cells end. Correct it, or open the file in Excel and save it as an Excel Workbook (.xlsx).`,
    );
  }
  return rows;
}

function readRecord(
  fields: readonly string[],
  at: number,
  fileName: string,
  limits: ReadLimits,
): (GridCell | undefined)[] {
  if (fields.length > limits.columns) {
    throw tooLarge(fileName, `row ${at + 1} has ${fields.length.toLocaleString('en-GB')} cells`);
  }
  return readRow(fields, at, fileName, limits);
}

function readRow(
  data: readonly string[],
  at: number,
  fileName: string,
  limits: ReadLimits,
): (GridCell | undefined)[] {
  const row: (GridCell | undefined)[] = [];
  data.forEach((raw, column) => {
    const cell = readField(raw, at, column, fileName, limits);
    if (cell !== undefined) row[column] = cell;
  });
  return row;
}

function readField(
  raw: string,
  row: number,
  column: number,
  fileName: string,
  limits: ReadLimits,
): GridCell | undefined {
  if (raw === '') return undefined;
  const text = clean(raw);
  if (text === '') return undefined;
  if (text.length > limits.textLength) {
    throw tooLarge(
      fileName,
      `a cell of row ${row + 1} has ${text.length.toLocaleString('en-GB')} letters; a quotation mark may be missing`,
    );
  }
  const value = plainValue(text);
  return value === undefined ? { row, column, text } : { row, column, text, value };
}

function rowsGrid(rows: readonly (readonly (GridCell | undefined)[] | undefined)[], name: string): Grid {
  return {
    name,
    hidden: false,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: [],
  };
}
