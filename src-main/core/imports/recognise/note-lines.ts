import type { Context } from './context.ts';
import type { Sheet } from './sheet.ts';
import type { LooseLine } from './titles.ts';
import type { DraftSource } from './types.ts';
import { foldSpace } from './words.ts';

/** A note under a table, and the row whose words carry its mark: "¹ Counted each June", "1 Tracking means …". */
export type NoteLine = {
  readonly line: LooseLine;
  readonly mark: string;
  readonly text: string;
  readonly row: number;
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const noteLine = /^[[(]?(\d{1,2}|[⁰¹²³⁴-⁹]{1,2}|[†‡§]{1,2})[\]).]?\s*(\p{Lu}.{8,})$/su;
const plainWord = /\p{L}{4,}/gu;
const firstWords = 4;
const mostNotes = 40;
/** So far above a note its mark is looked for. */
const mostRows = 1000;

/** The notes among the lines under tables whose marks stand in the rows above them. */
export function noteLinesOf(lines: readonly LooseLine[]): NoteLine[] {
  const said = lines.flatMap((line) => {
    const [cell] = line.cells;
    if (!cell || line.cells.length > 1 || line.above) return [];
    const found = noteLine.exec(foldSpace(cell.text));
    return found?.[1] && found[2] ? [{ line, mark: plain(found[1]), text: found[2] }] : [];
  });
  // More than these are a numbered list, and each is looked for in all rows above it.
  if (said.length > mostNotes) return [];
  return said.flatMap((note) => {
    const row = carrierOf(note.line.sheet, note.line.row, note.mark, note.text);
    return row === null ? [] : [{ ...note, row }];
  });
}

/** Gives the notes to the records of their rows. Those of rows that became no record are given back. */
export function takeNoteLines(context: Context, notes: readonly NoteLine[]): NoteLine[] {
  return notes.filter(({ line, mark, text, row }) => {
    const grid = line.sheet.index;
    const holder = recordAt(context, grid, row);
    if (!holder) return true;
    addNote(context, holder, { grid, mark, text, row: line.row });
    for (const cell of line.cells) context.mark(grid, line.row, cell.column, 'placed');
    return false;
  });
}

/** "¹" and "1" are one mark. */
export function plain(text: string): string {
  return [...text.replace(/[[\]]/g, '')]
    .map((sign) => (raised.includes(sign) ? String(raised.indexOf(sign)) : sign))
    .join('');
}

/** The nearest row above that carries the mark: raised, or as a figure behind a word that the note begins with. */
function carrierOf(sheet: Sheet, below: number, mark: string, text: string): number | null {
  const signs = /^\d+$/.test(mark) ? [...mark].map((figure) => raised[Number(figure)]).join('') : mark;
  const explained = (text.match(plainWord) ?? []).slice(0, firstWords).map((word) => word.toLowerCase());
  const behindWord = new RegExp(`(\\p{L}{4,})\\s?${mark}(?=[\\s.,;:)]|$)`, 'giu');
  for (let row = below - 1; row >= Math.max(0, below - mostRows); row--) {
    const carries = sheet.filled(row).some((cell) => {
      if (cell.text.length > signs.length && cell.text.indexOf(signs, 1) > 0) return true;
      if (!/^\d+$/.test(mark)) return false;
      return [...cell.text.matchAll(behindWord)].some((match) =>
        explained.includes((match[1] ?? '').toLowerCase()),
      );
    });
    if (carries) return row;
  }
  return null;
}

type Holder = { details: { label: string; text: string }[]; source: DraftSource };

/** Keeps a footnote beside a record, and where it stands. */
export function addNote(
  context: Context,
  holder: Holder,
  o: { readonly grid: number; readonly mark: string; readonly text: string; readonly row: number },
): void {
  holder.details.push({ label: `Footnote ${o.mark}`, text: o.text });
  const [layout, first, last] = holder.source;
  const cells = context.drafts.layouts[layout]?.cells ?? [];
  holder.source = [
    context.layout(o.grid, [...cells, [`details.Footnote ${o.mark}`, 0, o.row - first]]),
    first,
    last,
  ];
}

/** The record that a row's words became: an action or KPI of the row before a section. */
export function recordAt(context: Context, grid: number, row: number): Holder | null {
  const { actions, kpis, sections, layouts } = context.drafts;
  const on = ({ source: [layout, first, last] }: Holder) =>
    layouts[layout]?.grid === grid && row >= first && row <= last;
  const holds = ({ source: [layout, first] }: Holder) =>
    layouts[layout]?.grid === grid && layouts[layout].cells.some(([, , offset]) => first + offset === row);
  return actions.find(on) ?? kpis.find(on) ?? sections.find(on) ?? sections.find(holds) ?? null;
}
