import type { CellStyle, Cell as XlsxCell } from 'hucre';
import { lookOf, type State } from '#shared/domain/states.ts';
import type { Cell, Piece } from '../document.ts';
import { cleanText } from './escape.ts';
import { statusWords } from './signs.ts';

/** Excel's limit of characters in one cell. */
const cellLimit = 32_767;

const ink = { rgb: 'FF15181D' };
const hair = { style: 'thin' as const, color: { rgb: 'FFE1E4E8' } };
/** The colour of the office as Excel writes it; ink where there is none. */
export const officeInk = (colour: string | null | undefined) =>
  /^#[0-9a-f]{6}$/.test(colour ?? '') ? { rgb: `FF${(colour ?? '').slice(1).toUpperCase()}` } : ink;

/** What is written in no other font; a style that names none is written in this. */
export const defaultFont = { name: 'Segoe UI', size: 10, color: ink };
const font = (more: object = {}) => ({ ...defaultFont, ...more });
const top = { vertical: 'top' as const, wrapText: true };

/** The few styles a report's workbook uses. */
export const styles = {
  title: { font: font({ size: 18, bold: true }) },
  subtitle: { font: font({ size: 13, color: { rgb: 'FF454C57' } }) },
  label: { font: font({ bold: true }), alignment: top },
  text: { font: font(), alignment: top },
  heading: { font: font({ size: 13, bold: true }), alignment: { vertical: 'bottom' } },
  head: {
    font: font({ bold: true }),
    alignment: { vertical: 'bottom', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF5F6F7' } },
    border: { bottom: { style: 'medium', color: ink } },
  },
  group: {
    font: font({ bold: true }),
    alignment: { vertical: 'center' },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEEF0F2' } },
    border: { bottom: hair },
  },
  cell: { alignment: top, border: { bottom: hair } },
} satisfies Record<string, CellStyle>;

/** Words of the office's own: set apart by a line at their left, in its colour. */
export const ownStyle = (colour: string | null | undefined): CellStyle => ({
  font: font(),
  alignment: top,
  border: { left: { style: 'thick', color: officeInk(colour) } },
});

export const titleStyle = (colour: string | null | undefined): CellStyle => ({
  font: font({ size: 18, bold: true, color: officeInk(colour) }),
});

/** Pale grounds of the design on which each state's dark text has a contrast of at least 6.3. */
const grounds: Record<State, { ground: string; text: string }> = {
  'not-started': { ground: 'FFF2F3F5', text: 'FF454C57' },
  'on-track': { ground: 'FFE2F3EB', text: 'FF0F5C40' },
  'at-risk': { ground: 'FFFDF0D6', text: 'FF7A4C00' },
  'off-track': { ground: 'FFFAE3E1', text: 'FF980F0A' },
  complete: { ground: 'FFE4EAFA', text: 'FF173A9C' },
  changed: { ground: 'FFF3EAFB', text: 'FF7433B0' },
  closed: { ground: 'FFE9EBEE', text: 'FF454C57' },
};

export function statusStyle(state: State): CellStyle {
  const { ground, text } = grounds[lookOf(state).state];
  return {
    ...styles.cell,
    font: font({ color: { rgb: text }, bold: state === 'off-track' }),
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: ground } },
  };
}

function pieceText(piece: Piece): string {
  if (piece.kind === 'words') return piece.runs.map((run) => run.text).join('');
  if (piece.kind === 'list') return piece.items.map((item) => `• ${item}`).join('\n');
  return piece.note ? `${statusWords(piece.mark)} ${piece.note}` : statusWords(piece.mark);
}

/** Several pieces stand one under the other in the cell, as they do on paper. */
export function cellText(cell: Cell): string {
  return clip(cell.pieces.map(pieceText).join('\n'));
}

/** Text as Excel can hold it. What is longer than a cell is cut, and the cut is said. */
export function clip(text: string): string {
  const clean = cleanText(text).replaceAll('\r\n', '\n');
  if (clean.length <= cellLimit) return clean;
  const note = '\n(The rest is longer than an Excel cell can hold: see the HTML report.)';
  return clean.slice(0, cellLimit - note.length) + note;
}

/**
 * A cell that is always text, whatever it begins with: "=…" is never a formula, and quoted text stays text
 * when the cell is edited. Empty text is an empty cell.
 */
export function textCell(text: string, style: CellStyle): Partial<XlsxCell> {
  return text === ''
    ? { value: null, type: 'empty', style }
    : { value: asWritten(clip(text)), type: 'string', style };
}
const held = (text: string): string | null => (text === '' ? null : asWritten(text));

/** Excel reads "_x0041_" as the code of a letter; with its underscore written as a code the words stay as they are. */
const asWritten = (text: string) =>
  text.includes('_') ? text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text;

/** What a cell of a table holds, always text but for numbers; and its style where that is not the one of its column. */
export function tableCell(cell: Cell): { value: string | number | null; style: CellStyle | null } {
  if (cell.number !== undefined) return { value: cell.number, style: null };
  const status = cell.pieces.length === 1 && cell.pieces[0]?.kind === 'status' ? cell.pieces[0] : null;
  return { value: held(cellText(cell)), style: status ? statusStyle(status.mark.state) : null };
}

/** Lines a text takes in a column of so many characters: Excel does not set heights of wrapped rows itself. */
export function lineCount(text: string, width: number): number {
  if (!text.includes('\n')) return Math.max(1, Math.ceil((text.length * 1.08) / width));
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil((line.length * 1.08) / width));
  return lines;
}

/** Row height in points for so many lines; Excel's own limit is 409. */
export function heightOf(lines: number): number {
  return Math.min(409, 4 + 13.5 * lines);
}
