import { clean } from '../xlsx/texts.ts';
import { type Records, withContinued } from './records.ts';
import { continued, type Lettering, readByte, readLetters, shortText } from './strings.ts';

/** What floats above the cells: the words of notes and text boxes, by the number of the object that holds them. */
export type Objects = {
  /** The object that the next text belongs to. */
  open: { readonly number: number; readonly isNote: boolean } | null;
  readonly noteWords: Map<number, string>;
  readonly notes: {
    readonly row: number;
    readonly column: number;
    readonly object: number;
    readonly author: string;
  }[];
  /** Excel 95 keeps a note's words with its place. */
  readonly oldNotes: { readonly row: number; readonly column: number; text: string }[];
  readonly boxes: string[];
  pictures: number;
  charts: number;
};

export const newObjects = (): Objects => ({
  open: null,
  noteWords: new Map(),
  notes: [],
  oldNotes: [],
  boxes: [],
  pictures: 0,
  charts: 0,
});

const chart = 5;
const picture = 8;
const note = 0x19;
const mostNotes = 100_000;

/** The kind and number of a drawn object (FtCmo, MS-XLS 2.5.143). */
export function readObject({ data }: Records, objects: Objects): void {
  objects.open = null;
  if (data.length < 8 || data.readUInt16LE(0) !== 0x15) return;
  const kind = data.readUInt16LE(4);
  if (kind === chart) objects.charts += 1;
  else if (kind === picture) objects.pictures += 1;
  objects.open = { number: data.readUInt16LE(6), isNote: kind === note };
}

/** The words of the object before (TxO, MS-XLS 2.4.329): the letters stand in the record that continues this one. */
export function readDrawnText(r: Records, objects: Objects): void {
  const letters = r.data.length >= 12 ? r.data.readUInt16LE(10) : 0;
  const parts = withContinued(r).slice(1);
  const { open } = objects;
  objects.open = null;
  if (letters === 0 || parts.length === 0 || open === null) return;
  const c = continued(parts, r.fileName);
  const words = clean(readLetters(c, letters, (readByte(c) & 1) !== 0)).trim();
  if (words === '') return;
  if (open.isNote) objects.noteWords.set(open.number, words);
  else objects.boxes.push(words);
}

/** Where a note stands (NoteSh, MS-XLS 2.5.186); before Excel 97 with its words, in pieces of 2,048 letters. */
export function readNote({ data }: Records, objects: Objects, lettering: Lettering): void {
  const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)];
  if (lettering.unicode) {
    if (objects.notes.length >= mostNotes) return;
    const author = data.length > 10 ? shortText(data, 8, 2, lettering).text.trim() : '';
    objects.notes.push({ row, column, object: data.readUInt16LE(6), author });
    return;
  }
  const words = lettering.decode(data.subarray(6));
  const last = objects.oldNotes.at(-1);
  if (row === 0xffff && last !== undefined) last.text += words;
  else if (objects.oldNotes.length < mostNotes) objects.oldNotes.push({ row, column, text: words });
}

/** Every note with its place; the author in front where the words do not begin with the name anyway. */
export function notesOf(objects: Objects): { row: number; column: number; note: string }[] {
  const notes = objects.notes.flatMap(({ row, column, object, author }) => {
    const words = objects.noteWords.get(object);
    if (words === undefined) return [];
    const named = author === '' || words.startsWith(author) ? words : `${author}: ${words}`;
    return [{ row, column, note: named }];
  });
  const old = objects.oldNotes.map(({ row, column, text }) => ({ row, column, note: clean(text).trim() }));
  return [...notes, ...old.filter(({ note: words }) => words !== '')];
}
