import { attribute, innerText, next, skip, type Xml } from '../xml.ts';
import { clean } from './texts.ts';

/** Notes by cell reference ("B4"): old notes, and the newer threads of comments told as "name: words". */
export type Notes = Map<string, string>;

/** A comments part. Where a thread stands too, Excel's stand-in for it says so at its head and is left out. */
export function readNotes(x: Xml): Notes {
  const notes: Notes = new Map();
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open' || x.name !== 'comment') continue;
    const reference = attribute(x, 'ref');
    const words = wordsIn(x, 't');
    const note = clean(words).trim();
    if (reference !== null && note !== '' && !note.startsWith('[Threaded comment]'))
      notes.set(reference, note);
  }
  return notes;
}

/** A part of threaded comments; `people` gives names by their ids. */
export function readThreads(x: Xml, people: ReadonlyMap<string, string>): Notes {
  const notes: Notes = new Map();
  const places = new Map<string, string>();
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open' || x.name !== 'threadedComment') continue;
    const reference = attribute(x, 'ref') ?? places.get(attribute(x, 'parentId') ?? '') ?? null;
    const name = people.get(attribute(x, 'personId') ?? '');
    const id = attribute(x, 'id');
    const words = wordsIn(x, 'text');
    if (reference === null || words.trim() === '') continue;
    if (id !== null) places.set(id, reference);
    const said = `${name === undefined ? '' : `${name}: `}${clean(words).trim()}`;
    const before = notes.get(reference);
    notes.set(reference, before === undefined ? said : `${before}\n${said}`);
  }
  return notes;
}

export function readPeople(x: Xml): Map<string, string> {
  const people = new Map<string, string>();
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open' || x.name !== 'person') continue;
    const id = attribute(x, 'id');
    const name = attribute(x, 'displayName');
    if (id !== null && name !== null) people.set(id, name);
  }
  return people;
}

/** What floats above the cells of a sheet: the words of its text boxes, and how many pictures and charts. */
export function readDrawing(x: Xml): { boxes: string[]; pictures: number; charts: number } {
  const boxes: string[] = [];
  let pictures = 0;
  let charts = 0;
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    if (x.name === 'Fallback') skip(x);
    else if (x.name === 'pic') pictures += 1;
    else if (x.name === 'graphicFrame') charts += 1;
    else if (x.name === 'txBody') {
      const words = readParagraphs(x);
      if (words !== '') boxes.push(words);
    }
  }
  return { boxes, pictures, charts };
}

function readParagraphs(x: Xml): string {
  const outside = x.depth - 1;
  const lines: string[] = [];
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'p') lines.push('');
    else if (x.name === 't') lines.push((lines.pop() ?? '') + innerText(x));
  }
  return clean(lines.join('\n')).trim();
}

/** The text of all elements of this name inside the one that `next` has just opened. */
function wordsIn(x: Xml, name: string): string {
  const outside = x.depth - 1;
  let words = '';
  while (x.depth > outside) if (next(x) === 'open' && x.name === name) words += innerText(x);
  return words;
}
