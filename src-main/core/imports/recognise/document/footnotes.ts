import type { Context } from '../context.ts';
import { addNote, plain, recordAt } from '../note-lines.ts';
import type { Sheet } from '../sheet.ts';
import type { Paragraph } from './blocks.ts';

const mark =
  /^\s*([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\[?\d{1,3}\]?|[*†‡§]+|[ivx]{1,5}|[a-z])[.)]?\s+(?=\S)/;

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
      addNote(context, holder, { grid: note.sheet.index, mark: name, text, row: note.row });
    } else preamble.push(`Footnote ${name}: ${text}`);
    context.mark(note.sheet.index, note.row, 0, 'placed');
  });
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
