import { foldSpace } from './recognise/words.ts';

/** Sets texts apart that stand in one bag: no words run over it. */
export const mark = '\u0001';

const marks = /\p{M}/gu;
const gaps = /[^\p{L}\p{N}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII, which needs no folding
const beyondAscii = /[^\u0000-\u007f]/;
/** Between names and times that were taken apart, these are signs like the comma. */
const joins = /^(?:and|or|with)$/;

/** A bag as its words are looked for: lower case, one blank between them. */
type Folded = {
  readonly bag: string;
  /** Signs left out: " ruth adeyemi nb ". */
  readonly words: string;
  /** Signs and ends of texts as strokes: " | ruth adeyemi | nb | ". */
  readonly parts: string;
};

/** The bags asked about last: the cells of one row come one after another. */
const recent: Folded[] = [];
const mostRecent = 2;

/**
 * Whether what a cell says stands in a bag of texts: as it is, or in runs of its words. A run is two words and more as
 * they follow each other, or one that stands by itself there (a reference, initials, a name between commas): a cell
 * is not said because each of its words happens to stand somewhere.
 */
export function isSaid(bag: string, text: string): boolean {
  return bag !== '' && (stands(bag, text) || standsInRuns(foldedBag(bag), text));
}

/** The same for a bag that holds for many cells: made ready once, each text looked for once. */
export function saidIn(make: () => string): (text: string) => boolean {
  let ready: Folded | null = null;
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    ready ??= folded(make());
    const said = ready.bag !== '' && (stands(ready.bag, text) || standsInRuns(ready, text));
    known.set(text, said);
    return said;
  };
}

/** Whether a text stands in a bag as words of their own: "A" does not stand in "Any". */
export function stands(bag: string, text: string): boolean {
  for (let at = bag.indexOf(text); at >= 0; at = bag.indexOf(text, at + 1)) {
    const before = at === 0 || !inWord(bag.charCodeAt(at - 1)) || !inWord(text.charCodeAt(0));
    const end = at + text.length;
    const after =
      end === bag.length || !inWord(bag.charCodeAt(end)) || !inWord(text.charCodeAt(text.length - 1));
    if (before && after) return true;
  }
  return text === '';
}

/** Letters and figures; everything beyond ASCII counts as a letter but for punctuation and blanks. */
function inWord(code: number): boolean {
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return !(code === 160 || code === 171 || code === 187 || code === 183 || (code >= 8192 && code <= 8303));
}

function standsInRuns({ words, parts }: Folded, text: string): boolean {
  const said = partsOf(text)
    .split(' ')
    .filter((word) => word !== '' && word !== '|');
  let at = 0;
  while (at < said.length) {
    let to = at;
    let run = ` ${said[at]} `;
    if (!words.includes(run)) {
      if (!joins.test(said[at] ?? '') || said.length < 3) return false;
      at++;
      continue;
    }
    while (to + 1 < said.length && words.includes(`${run}${said[to + 1]} `)) {
      to++;
      run = `${run}${said[to]} `;
    }
    if (to === at && !standsAlone(parts, words, said, at)) return false;
    at = to + 1;
  }
  return true;
}

function standsAlone(parts: string, words: string, said: readonly string[], at: number): boolean {
  const word = said[at] ?? '';
  return (
    said.length === 1 ||
    joins.test(word) ||
    parts.includes(`| ${word} |`) ||
    // The last word of a run that was met with another beginning.
    (at > 0 && words.includes(` ${said[at - 1]} ${word} `))
  );
}

function foldedBag(bag: string): Folded {
  const known = recent.find((one) => one.bag === bag);
  if (known) return known;
  const ready = folded(bag);
  recent.unshift(ready);
  if (recent.length > mostRecent) recent.pop();
  return ready;
}

function folded(bag: string): Folded {
  const parts = `| ${partsOf(bag)} |`;
  return { bag, parts, words: ` ${parts.replace(/ ?\|/g, '').trim()} ` };
}

/** The words of a text without case and accents, strokes for whatever stands between them beside blanks. */
function partsOf(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize('NFKD').replace(marks, '') : text;
  return plain
    .toLowerCase()
    .replace(gaps, (gap) => (/^\s+$/.test(gap) ? ' ' : ' | '))
    .trim();
}

/** What texts say together, as one bag. */
export function bagOf(texts: readonly string[]): string {
  return foldSpace(texts.join(mark));
}
