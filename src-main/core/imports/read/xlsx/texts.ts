import { innerText, next, skip, switchedOn, type Xml } from '../xml.ts';

/** A stretch of a cell's text with letters of its own; null where it takes the cell's. */
export type TextRun = {
  readonly text: string;
  readonly font: { readonly bold: boolean; readonly strike: boolean } | null;
};

/** A text as cells hold it; runs where its letters differ. */
export type CellText = { readonly text: string; readonly runs: readonly TextRun[] | null };

/** The table of shared texts (ECMA-376 18.4.9), by its numbers. */
export function readSharedTexts(x: Xml): CellText[] {
  const texts: CellText[] = [];
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind === 'open' && x.name === 'si') texts.push(readCellText(x));
  }
  return texts;
}

/** The text of the <si> or <is> that `next` has just opened: plain, or in runs. Readings of Asian scripts are left out. */
export function readCellText(x: Xml): CellText {
  const outside = x.depth - 1;
  let plain = '';
  let runs: TextRun[] | null = null;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 't') plain += cellText(innerText(x));
    else if (x.name === 'r') {
      runs ??= [];
      runs.push(readRun(x));
    } else if (x.name === 'rPh' || x.name === 'phoneticPr') skip(x);
  }
  if (runs === null) return { text: plain, runs: null };
  return { text: runs.map((run) => run.text).join(''), runs };
}

function readRun(x: Xml): TextRun {
  const outside = x.depth - 1;
  let ownFont = false;
  let bold = false;
  let strike = false;
  let words = '';
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 't') words += cellText(innerText(x));
    else if (x.name === 'rPr') ownFont = true;
    else if (x.name === 'b') bold = switchedOn(x);
    else if (x.name === 'strike') strike = switchedOn(x);
  }
  return { text: words, font: ownFont ? { bold, strike } : null };
}

/**
 * A text as a person sees it: Excel's _x000D_ escapes undone (ECMA-376 22.9.2.19), every kind of line break
 * as \n, letters that no screen shows taken out.
 */
export function cellText(raw: string): string {
  const whole = raw.includes('_x') ? raw.replace(/_x([0-9a-f]{4})_/gi, unescaped) : raw;
  return clean(whole);
}

function unescaped(_: string, code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters to be taken out
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and the line breaks to be folded
const unusual = /[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;

export function clean(text: string): string {
  if (!unusual.test(text)) return text;
  return foldedBreaks(text).replace(unseen, '').toWellFormed();
}

function foldedBreaks(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\v]/g, '\n');
}
