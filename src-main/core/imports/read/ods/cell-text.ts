import { clean, type TextRun } from '../xlsx/texts.ts';
import { attribute, innerText, next, skip, text, type Xml } from '../xml.ts';
import { type Looks, lookOf } from './looks.ts';

/** What stands inside a cell: its lines, the note on it, and what floats above it. */
export type CellContent = {
  readonly text: string;
  readonly runs: readonly TextRun[] | null;
  readonly note: string | undefined;
  readonly link: string | undefined;
  readonly floating: Floating;
};

/** What lies above the cells of a sheet: the words of its text boxes, and how many pictures and charts. */
export type Floating = { readonly boxes: string[]; pictures: number; charts: number };

export const newFloating = (): Floating => ({ boxes: [], pictures: 0, charts: 0 });

type Letters = { readonly bold: boolean; readonly strike: boolean };
type Gathered = { readonly runs: TextRun[]; link: string | undefined };
const mostBlanks = 1_000;

/** Reads the inside of the cell that `next` has just opened; its letters are those of the cell unless a span says so. */
export function readCellContent(x: Xml, looks: Looks, cell: Letters): CellContent {
  const outside = x.depth - 1;
  const into: Gathered = { runs: [], link: undefined };
  const floating = newFloating();
  let notes = '';
  let lines = 0;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'p' || x.name === 'h') {
      if (lines > 0) put(into, '\n', null);
      lines += 1;
      readParagraph(x, looks, cell, into);
    } else if (x.name === 'list-item') {
      // A list's own paragraphs follow inside: only its mark is put here.
      if (lines > 0) put(into, '\n', null);
      put(into, '• ', null);
      lines = 0;
    } else if (x.name === 'annotation') {
      const note = readNote(x);
      if (note !== '') notes += notes === '' ? note : `\n${note}`;
    } else if (drawn.test(x.name)) readDrawn(x, floating);
    else if (x.name === 'table' || x.name === 'detective') skip(x);
  }
  const whole = clean(into.runs.map((run) => run.text).join(''));
  const lettered = into.runs.some((run) => run.font !== null);
  return {
    text: whole.trim() === '' ? '' : whole,
    runs: lettered ? into.runs.map((run) => ({ ...run, text: clean(run.text) })) : null,
    note: notes === '' ? undefined : notes,
    link: into.link,
    floating,
  };
}

function put(into: Gathered, words: string, font: Letters | null): void {
  if (words === '') return;
  const last = into.runs.at(-1);
  if (last !== undefined && last.font?.bold === font?.bold && last.font?.strike === font?.strike) {
    into.runs[into.runs.length - 1] = { text: last.text + words, font: last.font };
  } else into.runs.push({ text: words, font });
}

/** The text of a paragraph; white space folds as in OpenDocument 1.3 part 3, 6.1.2. */
function readParagraph(x: Xml, looks: Looks, cell: Letters, into: Gathered): void {
  const outside = x.depth - 1;
  const fonts: { readonly depth: number; readonly font: Letters | null }[] = [];
  const font = (): Letters | null => fonts.at(-1)?.font ?? null;
  let spaced = true;
  while (x.depth > outside) {
    const kind = next(x);
    if (kind === 'text') {
      let words = text(x).replace(/[ \t\r\n]+/g, ' ');
      if (spaced) words = words.replace(/^ /, '');
      if (words !== '') spaced = words.endsWith(' ');
      put(into, words, font());
    } else if (kind === 'close') {
      while (fonts.length > 0 && (fonts.at(-1)?.depth ?? 0) > x.depth) fonts.pop();
    } else if (kind === 'open') {
      if (x.name === 'span') fonts.push({ depth: x.depth, font: spanFont(x, looks, cell, font()) });
      else if (x.name === 'a') into.link ??= linkOf(attribute(x, 'href'));
      else if (x.name === 's') {
        put(into, ' '.repeat(Math.min(mostBlanks, Number(attribute(x, 'c') ?? 1) || 1)), font());
        spaced = false;
      } else if (x.name === 'tab') put(into, '\t', font());
      else if (x.name === 'line-break') {
        put(into, '\n', font());
        spaced = true;
      } else if (x.name === 'annotation' || x.name === 'ruby-text' || x.name === 'note') skip(x);
    }
  }
}

/** A place in the same file is named as workbooks name it: "#Sheet1!B2". */
function linkOf(href: string | null): string | undefined {
  return href === null ? undefined : href.replace(/^(#.*)\.(\$?[A-Z]{1,3}\$?\d+)$/, '$1!$2');
}

function spanFont(x: Xml, looks: Looks, cell: Letters, around: Letters | null): Letters | null {
  const look = lookOf(looks, 'text', attribute(x, 'style-name'));
  if (look.bold === undefined && look.strike === undefined) return around;
  return {
    bold: look.bold ?? around?.bold ?? cell.bold,
    strike: look.strike ?? around?.strike ?? cell.strike,
  };
}

/** "name: words", its paragraphs as lines. */
function readNote(x: Xml): string {
  const outside = x.depth - 1;
  let author = '';
  const lines: string[] = [];
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'creator') author = innerText(x).trim();
    else if (x.name === 'p') lines.push(plainParagraph(x));
    else if (x.name === 'date' || x.name === 'creator-initials' || x.name === 'date-string') skip(x);
  }
  const words = clean(lines.join('\n')).trim();
  if (words === '') return '';
  return author === '' || words.startsWith(`${author}:`) ? words : `${author}: ${words}`;
}

function plainParagraph(x: Xml): string {
  const into: Gathered = { runs: [], link: undefined };
  readParagraph(x, new Map(), { bold: false, strike: false }, into);
  return into.runs.map((run) => run.text).join('');
}

/** Elements of the drawing layer. */
export const drawn =
  /^(frame|custom-shape|rect|line|ellipse|circle|polygon|polyline|path|connector|caption|g|control|measure)$/;

/** Counts what the drawn element that `next` has just opened holds, and keeps its words. */
export function readDrawn(x: Xml, floating: Floating): void {
  const outside = x.depth - 1;
  const lines: string[] = [];
  let replaced = false;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'p') lines.push(plainParagraph(x));
    else if (x.name === 'image') {
      // Behind a chart stands a picture of it.
      if (!replaced) floating.pictures += 1;
    } else if (x.name === 'object' || x.name === 'object-ole') {
      floating.charts += 1;
      replaced = true;
      skip(x);
    }
  }
  const words = clean(lines.join('\n')).trim();
  if (words !== '') floating.boxes.push(words);
}
