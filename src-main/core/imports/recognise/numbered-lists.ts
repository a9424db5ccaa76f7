import type { GridCell } from '#shared/contract/grid.ts';
import type { Region } from './tables.ts';
import { linesOf } from './words.ts';

/** Parts of a cell that numbers or letters set apart: "a) Book the room", "2. Invite the parents". */
export type NumberedPart = { readonly mark: string; readonly text: string };

const marked = /^\(?([a-z]|\d{1,2}|i{1,3}|iv|vi{0,3}|ix|x)[.)]\s*(?=\S)/i;
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** The parts of a cell whose lines are numbered one after the other from the first; null where they are not. */
export function numberedParts(text: string): NumberedPart[] | null {
  if (!text.includes('\n')) return null;
  const parts: { mark: string; text: string }[] = [];
  for (const line of linesOf(text)) {
    const mark = marked.exec(line);
    if (mark?.[1] && isMark(mark[1].toLowerCase(), parts.length)) {
      parts.push({ mark: mark[1].toLowerCase(), text: line.slice(mark[0].length) });
      continue;
    }
    const last = parts[parts.length - 1];
    if (!last) return null;
    last.text = `${last.text}\n${line}`;
  }
  return parts.length < 2 ? null : parts;
}

function isMark(mark: string, at: number): boolean {
  return mark === String(at + 1) || mark === String.fromCharCode(97 + at) || mark === roman[at];
}

/**
 * Where one cell lists several actions and another answers them by the same marks ("a) Web team", "b) June"), the
 * table as each of the actions sees it: its own part of such cells, the whole of the others. Null where nothing
 * is answered part by part: then it is one action.
 */
export function regionsByPart(
  region: Region,
  rows: readonly number[],
  subject: number,
  answers: readonly number[],
): Region[] | null {
  const row = rows[0];
  if (row === undefined || rows.length > 1) return null;
  const parts = numberedParts(region.sheet.shown(row, subject)?.text ?? '');
  if (!parts) return null;
  const sameMarks = (text: string): NumberedPart[] | null => {
    const own = numberedParts(text);
    return own && own.length === parts.length && own.every((one, at) => one.mark === parts[at]?.mark)
      ? own
      : null;
  };
  if (!answers.some((column) => sameMarks(region.sheet.shown(row, column)?.text ?? ''))) return null;
  return parts.map((part, at) => {
    const show = (cell: GridCell | undefined): GridCell | undefined => {
      if (!cell) return cell;
      if (cell.column === subject) return { ...cell, text: `${part.mark}) ${part.text}` };
      const own = sameMarks(cell.text)?.[at];
      return own ? { ...cell, text: own.text } : cell;
    };
    const { sheet } = region;
    return { ...region, sheet: { ...sheet, shown: (at, column) => show(sheet.shown(at, column)) } };
  });
}
