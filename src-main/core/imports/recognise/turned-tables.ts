import type { Grid, GridCell } from '#shared/contract/grid.ts';
import { looksLikeFigure, standsForFigure } from './figures.ts';
import { namesRecord } from './form-labels.ts';
import type { FormTable } from './forms.ts';
import { headingMeans } from './header-words.ts';
import { headingPath } from './headers.ts';
import { sheetOf } from './sheet.ts';
import type { Region } from './tables.ts';
import { headsFigures, looksLikePeriod, looksLikeRole } from './value-headings.ts';
import { foldSpace } from './words.ts';

/**
 * Tables of figures whose rows are periods or kinds of figures, not indicators. Laid out again with a row for each
 * indicator they are read like any other: with indicators across, each column becomes a row; with none named, all of
 * the table is of the one indicator that stands above it.
 */
const mostRows = 80;
const mostColumns = 40;

/** The table laid out again; null where its rows are indicators already. */
export function turnedTable(region: Region): FormTable | null {
  const { sheet, header, left, right, top, bottom } = region;
  if (header.bottom < header.top || bottom - top > mostRows || right - left > mostColumns) return null;
  if (right === left || region.repeats.length > 0) return null;
  const rows: number[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells = sheet.filled(row).filter((cell) => cell.column >= left && cell.column <= right);
    if (cells.length >= 2) rows.push(row);
  }
  if (rows.length < 2) return null;
  const names = rows.map((row) => sheet.shown(row, left)?.text.trim() ?? '');
  const periods = names.filter((name) => looksLikePeriod(name)).length;
  const heads = names.filter((name) => headsFigures(name)).length;
  if (heads < names.length) return null;
  const columns = Array.from({ length: right - left }, (_, at) => left + 1 + at).filter((column) =>
    rows.some((row) => sheet.text(row, column) !== ''),
  );
  if (columns.length === 0 || !columns.every((column) => holdsFigures(region, rows, column))) return null;
  const paths = columns.map((column) => foldSpace(headingPath(sheet, header, column).join(' ')));
  if (paths.some((path) => path === '')) return null;
  if (paths.every((path) => headsFigures(path))) return ofOne(region, rows, columns, paths);
  return periods === names.length ? acrossToDown(region, rows, columns) : null;
}

function holdsFigures({ sheet }: Region, rows: readonly number[], column: number): boolean {
  const texts = rows.map((row) => sheet.text(row, column)).filter((text) => text !== '');
  const figures = texts.filter((text) => looksLikeFigure(text));
  const codes = texts.filter((text) => standsForFigure(text));
  return figures.length > 0 && figures.length + codes.length >= texts.length * 0.6;
}

type Laid = { readonly cell: GridCell; readonly cells: readonly GridCell[] };

/** Each column a row: its heading the indicator's name, the periods the headings. */
function acrossToDown(region: Region, rows: readonly number[], columns: readonly number[]): FormTable {
  const { sheet, left } = region;
  const corner = headingCells(region, left);
  const head: (Laid | null)[] = [{ cell: words('Indicator', corner[0]), cells: corner }];
  for (const row of rows) head.push(laid(sheet.shown(row, left)));
  const lines = columns.map((column) => {
    const cells = headingCells(region, column);
    const name = foldSpace(headingPath(sheet, region.header, column).join(' '));
    return [{ cell: words(name, cells[0]), cells }, ...rows.map((row) => laid(sheet.shown(row, column)))];
  });
  return formTable(region, [head, ...lines]);
}

/** One row for all: the name from above the table, a column for each figure. */
function ofOne(
  region: Region,
  rows: readonly number[],
  columns: readonly number[],
  paths: readonly string[],
): FormTable | null {
  const { sheet, left } = region;
  const name = nameAbove(region);
  if (!name) return null;
  const head: (Laid | null)[] = [{ cell: words('Indicator', name), cells: headingCells(region, left) }];
  const line: (Laid | null)[] = [laid(name)];
  for (const row of rows) {
    const label = sheet.shown(row, left);
    columns.forEach((column, at) => {
      const said = [paths[at] ?? '', foldSpace(label?.text ?? '')];
      const cells = [...headingCells(region, column), ...(label ? [label] : [])];
      head.push({ cell: words(said.filter((one) => one !== '').join(' '), label), cells });
      line.push(laid(sheet.shown(row, column)));
    });
  }
  return formTable(region, [head, line]);
}

/** The lone words right above a table: they name what its figures are of. */
function nameAbove({ sheet, header, right }: Region): GridCell | null {
  for (let row = header.top - 1; row >= Math.max(0, header.top - 3); row--) {
    const cells = Array.from({ length: right + 1 }, (_, column) => sheet.cell(row, column)).filter(
      (cell) => cell !== undefined && cell.text.trim() !== '',
    );
    const [only] = cells;
    if (!only) continue;
    if (cells.length > 1) return nameInForm(sheet, row);
    return only.text.length > 200 || looksLikeRole(only.text) ? null : only;
  }
  return null;
}

/** The indicator that a form above the table names: "Indicator" and its name beside it. */
function nameInForm(sheet: Region['sheet'], bottom: number): GridCell | null {
  for (let row = bottom; row >= Math.max(0, bottom - 14); row--) {
    const cells = (sheet.grid.rows[row] ?? []).filter(
      (cell) => cell !== undefined && cell.text.trim() !== '',
    );
    if (cells.length === 0) return null;
    const [label, name] = cells;
    const words = label?.text.trim().replace(/\s*:$/, '') ?? '';
    if (name && cells.length === 2 && namesRecord(words) && headingMeans(words, 'kpi-name') >= 0.9)
      return name;
  }
  return null;
}

function headingCells({ sheet, header }: Region, column: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    const cell = sheet.shown(row, column);
    if (cell?.text.trim() && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

function laid(cell: GridCell | undefined): Laid | null {
  return cell?.text.trim() ? { cell, cells: [cell] } : null;
}

function words(text: string, like: GridCell | undefined): GridCell {
  return { row: like?.row ?? 0, column: like?.column ?? 0, text };
}

function formTable(region: Region, lines: readonly (readonly (Laid | null)[])[]): FormTable {
  const width = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line, row) =>
    line.map((one, column) => (one ? { ...one.cell, row, column } : undefined)),
  );
  const { name } = region.sheet.grid;
  const grid: Grid = {
    name,
    hidden: false,
    rowCount: rows.length,
    columnCount: width,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: [],
  };
  const header = { row: 0, top: 0, bottom: 0, left: 0, right: width - 1 };
  const block = { top: region.header.top, bottom: region.bottom };
  return {
    table: {
      sheet: sheetOf(grid, region.sheet.index),
      header,
      left: 0,
      right: width - 1,
      top: 1,
      bottom: rows.length - 1,
      repeats: [],
    },
    saysBoth: () => false,
    cellsAt: (row, column) => lines[row]?.[column]?.cells ?? [],
    blocks: lines.slice(1).map(() => block),
  };
}
