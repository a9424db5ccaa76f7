import type { NoteMarks } from './doc.ts';
import { superscript } from './glyphs.ts';
import { type Cursor, childOf, type Node, numberOf, valOf } from './markup.ts';
import { formatNumber } from './number-formats.ts';

/** What the settings of a document say that matters here. */
export type Settings = {
  readonly evenHeaders: boolean;
  readonly notes: Readonly<
    Record<'footnote' | 'endnote', { readonly format: string; readonly start: number }>
  >;
};

export function readSettings(x: Cursor | null): Settings {
  let evenHeaders = false;
  const notes = { footnote: { format: 'decimal', start: 1 }, endnote: { format: 'lowerRoman', start: 1 } };
  for (let kind = x?.next() ?? 'end'; x !== null && kind !== 'end'; kind = x.next()) {
    if (kind !== 'open') continue;
    if (x.name === 'w:evenAndOddHeaders')
      evenHeaders = x.attributes.get('w:val') !== '0' && x.attributes.get('w:val') !== 'false';
    else if (x.name === 'w:footnotePr' || x.name === 'w:endnotePr') {
      const which = x.name === 'w:footnotePr' ? 'footnote' : 'endnote';
      notes[which] = noteCount(x.tree(), notes[which]);
    }
  }
  return { evenHeaders, notes };
}

function noteCount(node: Node, before: { format: string; start: number }): { format: string; start: number } {
  return {
    format: valOf(node, 'w:numFmt') ?? before.format,
    start: numberOf(childOf(node, 'w:numStart')?.attributes.get('w:val')) ?? before.start,
  };
}

/** Notes in the order in which the text first refers to them, with the mark of each. */
export type NoteBook = NoteMarks & {
  readonly met: { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly mark: string }[];
  /** Comments that the text never placed. */
  unplaced(): string[];
};

export function newNoteBook(settings: Settings, comments: ReadonlyMap<string, string>): NoteBook {
  const marks = new Map<string, string>();
  const met: NoteBook['met'] = [];
  const counted = { footnote: 0, endnote: 0 };
  const placed = new Set<string>();
  return {
    met,
    mark: (kind, id, own) => {
      const key = `${kind} ${id}`;
      const known = marks.get(key);
      if (known !== undefined) return known;
      let mark = own ?? '';
      if (own === null) {
        const { format, start } = settings.notes[kind];
        mark = superscript(formatNumber(start + counted[kind], format));
        counted[kind] += 1;
      } else mark = superscript(own.trim());
      marks.set(key, mark);
      met.push({ kind, id, mark });
      return mark;
    },
    comment: (id) => {
      if (placed.has(id)) return null;
      const words = comments.get(id);
      if (words === undefined) return null;
      placed.add(id);
      return words;
    },
    unplaced: () => [...comments].filter(([id]) => !placed.has(id)).map(([, words]) => words),
  };
}
