import Papa from 'papaparse';
import type { Block, Cell, Piece, ReportDocument } from '../document.ts';
import { cleanText } from './escape.ts';

type Table = Extract<Block, { kind: 'table' }>;

export type CsvFile = { readonly name: string; readonly bytes: Uint8Array };

/** The tables of a report that are tables of their own, under the names of their sheets. */
export function csvTables(report: ReportDocument): { name: string; table: Table }[] {
  const counts = new Map<string, number>();
  return report.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const wanted = block.sheet ?? block.caption;
    const n = (counts.get(wanted) ?? 0) + 1;
    counts.set(wanted, n);
    return [{ name: n === 1 ? wanted : `${wanted} ${n}`, table: block }];
  });
}

/**
 * One table as comma-separated values (RFC 4180): UTF-8 with the mark by which Excel knows it, lines ended by CR LF,
 * one row a record. The headings that stand across the table on paper are columns here, before the others, so that
 * a row can be sorted and filtered without losing its place.
 */
export function writeCsv(table: Table): Uint8Array {
  const depth = table.rows.reduce(
    (most, row) => (row.kind === 'group' ? Math.max(most, row.level + 1) : most),
    0,
  );
  const under: string[] = [];
  const places = () => Array.from({ length: depth }, (_, level) => under[level] ?? '');
  const records: string[][] = [];
  table.rows.forEach((row, at) => {
    if (row.kind === 'cells') {
      records.push([...places(), ...row.cells.map(cellValue)]);
      return;
    }
    under.length = Math.min(under.length, row.level);
    under[row.level] = clean([row.ref, row.title].filter(Boolean).join(' '));
    // A heading with nothing under it is told too: it has a record of its own.
    const next = table.rows[at + 1];
    if (!next || (next.kind === 'group' && next.level <= row.level)) {
      records.push([...places(), ...table.columns.map(() => '')]);
    }
  });
  const heads = [
    ...Array.from({ length: depth }, (_, level) => (level === 0 ? 'Under' : `Under, level ${level + 1}`)),
    ...table.columns.map(({ label }) => clean(label)),
  ];
  const text = Papa.unparse(
    [heads, ...records].map((fields) => fields.map(unformulated)),
    { newline: '\r\n' },
  );
  return Buffer.from(`\ufeff${text}\r\n`, 'utf8');
}

/**
 * Excel takes a field that begins with one of these for a formula, whatever quotes stand round it (OWASP, CSV
 * injection). An apostrophe before it makes it text; a plain number, which a sign may begin, is left one.
 */
function unformulated(value: string): string {
  if (/^[+-]?\d[\d,]*(?:\.\d+)?%?$/.test(value)) return value;
  return /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
}

const cellValue = (cell: Cell): string =>
  cell.number === undefined ? cell.pieces.map(pieceValue).join('\n') : String(cell.number);

/** Words alone: a sign before a status would only hinder whoever filters by it. */
function pieceValue(piece: Piece): string {
  if (piece.kind === 'words') return clean(piece.runs.map((run) => run.text).join(''));
  if (piece.kind === 'list') return piece.items.map((item) => `• ${clean(item)}`).join('\n');
  return clean([piece.mark.label, piece.note].filter(Boolean).join(' '));
}

const clean = (text: string) => cleanText(text).replaceAll(/\r\n?/g, '\n');
