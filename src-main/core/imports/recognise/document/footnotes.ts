import type { Context } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import type { DraftSource } from '../types.ts';
import type { Paragraph } from './blocks.ts';

const mark =
  /^\s*([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\[?\d{1,3}\]?|[*†‡§]+|[ivx]{1,5}|[a-z])[.)]?\s+(?=\S)/;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Gives footnotes to the records whose cells carry their marks; those of other words go to the preamble. */
export function takeFootnotes(context: Context, footnotes: readonly Paragraph[], preamble: string[]): void {
  if (footnotes.length === 0) return;
  const carriers = rowsByMark(footnotes[0]?.sheet);
  let before: string | null = null;
  footnotes.forEach((note, at) => {
    const own = mark.exec(note.text);
    // A footnote of several paragraphs goes on without a mark.
    const name: string = own?.[1] ? plain(own[1]) : (before ?? String(at + 1));
    before = name;
    const text = own ? note.text.slice(own[0].length) : note.text;
    const row = carriers.get(name);
    const holder = row === undefined ? null : recordAt(context, note.sheet.index, row);
    if (holder) {
      holder.details.push({ label: `Footnote ${name}`, text });
      const [layout, first, last] = holder.source;
      const cells = context.drafts.layouts[layout]?.cells ?? [];
      const field = `details.Footnote ${name}`;
      holder.source = [
        context.layout(note.sheet.index, [...cells, [field, 0, note.row - first]]),
        first,
        last,
      ];
    } else preamble.push(`Footnote ${name}: ${text}`);
    context.mark(note.sheet.index, note.row, 0, 'placed');
  });
}

/** "¹" and "1" are one mark. */
function plain(text: string): string {
  return [...text.replace(/[[\]]/g, '')]
    .map((sign) => (raised.includes(sign) ? String(raised.indexOf(sign)) : sign))
    .join('');
}

/** The first row that carries each mark. */
function rowsByMark(sheet: Sheet | undefined): Map<string, number> {
  const found = new Map<string, number>();
  if (!sheet) return found;
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    for (const cell of sheet.filled(row)) {
      for (const one of cell.footnotes ?? []) if (!found.has(plain(one))) found.set(plain(one), row);
    }
  }
  return found;
}

type Holder = { details: { label: string; text: string }[]; source: DraftSource };

/** The record that a row's words became: an action or KPI of the row before a section. */
function recordAt(context: Context, grid: number, row: number): Holder | null {
  const { actions, kpis, sections, layouts } = context.drafts;
  const on = ({ source: [layout, first, last] }: Holder) =>
    layouts[layout]?.grid === grid && row >= first && row <= last;
  const holds = ({ source: [layout, first] }: Holder) =>
    layouts[layout]?.grid === grid && layouts[layout].cells.some(([, , offset]) => first + offset === row);
  return actions.find(on) ?? kpis.find(on) ?? sections.find(on) ?? sections.find(holds) ?? null;
}
