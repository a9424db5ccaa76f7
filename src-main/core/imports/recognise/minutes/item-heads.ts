import { actionLine } from './arising.ts';
import { type Block, type Line, listMark } from './blocks.ts';
import { insideItem, standingItem, titleWords } from './cues.ts';
import {
  allCapitals,
  countOf,
  headAndText,
  type Numbered,
  type NumberStyle,
  numberOf,
  readsAsHeading,
} from './numbering.ts';
import { resolvingIn } from './resolutions.ts';

/** How this document heads its items, seen over the whole of it before any is read. */
export type HeadStyle = {
  /** The kind of number that heads items; null where none does. */
  readonly number: NumberStyle | null;
  /** Numbered heads are bold or headings; a plain numbered line is none. */
  readonly marked: boolean;
  /** Figures alone on their line stand over the title (a page copied from a portal). */
  readonly bare: boolean;
  /** The year that stands behind every count: "19" of "1.19", "2.19", "3.19". */
  readonly behind: string | null;
  /** Titles without a number stand over text that begins with the item's count. */
  readonly counted: boolean;
  /** Headings by style, bold or capitals stand in it more than once. */
  readonly titled: boolean;
  /** Headings by style, bold or capitals head items without numbers. */
  readonly unnumbered: boolean;
};

/** The head of an item: its number, its title, and the words that run on behind it. */
export type ItemHead = { readonly number: string | null; readonly title: string; readonly text: string };

const preference: readonly NumberStyle[] = ['item', 'ref', 'slash', 'plain', 'roman'];

export function headStyleOf(blocks: readonly Block[]): HeadStyle {
  const counts = new Map<NumberStyle, { all: number; marked: number; first: number; last: number }>();
  let standing = 0;
  let headings = 0;
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const { line } = block;
    const one = numberOf(line.text);
    if (standingItem.test(one?.rest ?? line.text)) standing++;
    if (titleWords.test(line.text)) continue;
    if (line.heading !== null || (isMarked(line) && !one && readsAsHeading(line.text))) headings++;
    if (!one || one.depth > 1 || /^\(/.test(line.text)) continue;
    if (one.rest !== '' && !readsAsHeading(headAndText(one.rest).title)) continue;
    const count = counts.get(one.style) ?? { all: 0, marked: 0, first: countOf(one), last: 0 };
    // A list that begins again is no numbering of items.
    const at = countOf(one);
    if (at <= count.last && !isMarked(line)) continue;
    count.all++;
    count.last = Math.max(count.last, at);
    if (isMarked(line)) count.marked++;
    counts.set(one.style, count);
  }
  const number =
    preference.find((style) => (counts.get(style)?.all ?? 0) >= 2) ??
    (headings > 0 ? undefined : preference.find((style) => (counts.get(style)?.all ?? 0) >= 1)) ??
    null;
  const behind = yearBehind(blocks);
  const bare = bareCounts(blocks);
  const count = number === null ? undefined : counts.get(number);
  const single = preference.find(
    (style) => style !== 'plain' && style !== 'roman' && (counts.get(style)?.all ?? 0) >= 1,
  );
  return {
    number: behind !== null || bare ? 'plain' : (number ?? single ?? null),
    bare,
    behind,
    counted: countsUnderTitles(blocks),
    titled: headings >= 2,
    marked: count !== undefined && count.marked >= 2 && count.marked >= count.all * 0.6,
    unnumbered: count === undefined || count.all < 3 || (standing >= 3 && count.all < standing),
  };
}

/** "1." alone on a line, further down "2." and "3.". */
function bareCounts(blocks: readonly Block[]): boolean {
  let last = 0;
  for (const block of blocks)
    if (block.kind === 'line' && block.line.text.replace(/[.)]$/, '') === String(last + 1)) last++;
  return last >= 3;
}

/** "CARERS STRATEGY", and under it "3. The Board had before it …". */
function countsUnderTitles(blocks: readonly Block[]): boolean {
  let last = 0;
  blocks.forEach((block, at) => {
    const over = blocks[at - 1];
    if (block.kind !== 'line' || over?.kind !== 'line') return;
    if (!isMarked(over.line) || numberOf(over.line.text) || !readsAsHeading(over.line.text)) return;
    if (block.line.text.startsWith(`${last + 1}. `)) last++;
  });
  return last >= 3;
}

/** "1.19 - Chair, "2.19 – Vice chair": counts that share what stands behind the full stop. */
function yearBehind(blocks: readonly Block[]): string | null {
  const runs = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const found = /^(\d{1,3})\.(\d\d)\b[\s.:–—-]+\p{Lu}/u.exec(block.line.text);
    if (found?.[2] && Number(found[1]) === (runs.get(found[2]) ?? 0) + 1)
      runs.set(found[2], Number(found[1]));
  }
  return [...runs].find(([, count]) => count >= 3)?.[0] ?? null;
}

export function isMarked(line: Line): boolean {
  return line.heading !== null || line.bold || (allCapitals(line.text) && line.text.length <= 100);
}

/**
 * Reads a line as the head of an item. `last` is the count of the item before (0 before the first); `inList` says
 * that a numbered line could as well go on with an open list, whose next number is given.
 */
export function itemHead(line: Line, style: HeadStyle, last: number, inList: number | null): ItemHead | null {
  const { text } = line;
  if (resolvingIn(text)?.before === '' || /^\(/.test(text) || insideItem.test(numberOf(text)?.rest ?? text))
    return null;
  const one = numberOf(text);
  if (one) return numbered(line, one, style, last, inList);
  if (standingItem.test(text) && !listMark(text))
    return { number: null, title: text.replace(/\s*:$/, ''), text: '' };
  if (actionLine(text) !== null) return null;
  const labelled = /^(.{3,60}?)\s*:\s+(\S.*)$/.exec(text);
  if (labelled?.[1] && labelled[2] && standingItem.test(labelled[1]) && (line.bold || line.heading !== null))
    return { number: null, title: labelled[1], text: labelled[2] };
  const run = headAndText(text);
  if (
    run.text !== '' &&
    standingItem.test(run.title) &&
    (line.bold || run.title.length < 40) &&
    !listMark(text)
  )
    return { number: null, title: run.title, text: run.text };
  if (line.heading !== null && readsAsHeading(text))
    return style.unnumbered || line.heading <= 2 ? plainHead(text) : null;
  if (!style.unnumbered || !isMarked(line) || !readsAsHeading(text) || listMark(text)) return null;
  return /^(?:action|resolved|agreed|note|decision)s?\b\s*:?/i.test(text) && text.length < 20
    ? null
    : plainHead(text);
}

function plainHead(text: string): ItemHead {
  return { number: null, title: text.replace(/\s*:$/, ''), text: '' };
}

function numbered(
  line: Line,
  one: Numbered,
  style: HeadStyle,
  last: number,
  inList: number | null,
): ItemHead | null {
  const at = countOf(one);
  const run = headAndText(one.rest);
  const standing = standingItem.test(run.title);
  if (
    one.style !== style.number &&
    line.heading === null &&
    !(standing && one.style === 'plain' && style.number === null)
  )
    return null;
  if (
    one.depth > 1 &&
    !(one.depth === 2 && style.behind !== null && one.number.endsWith(`.${style.behind}`))
  ) {
    // "4.1 Attendance figures" in bold heads an item of its own; "4.1 The Chair reported …" is its text.
    const heads = (line.heading !== null || line.bold) && readsAsHeading(one.rest) && one.rest !== '';
    return heads ? { number: one.number, title: run.title, text: run.text } : null;
  }
  if (one.rest === '')
    return line.heading !== null || one.style !== 'plain' || (style.bare && at === last + 1)
      ? { number: one.number, title: '', text: '' }
      : null;
  if (style.marked && !isMarked(line) && !standing) return null;
  if (one.style === 'plain' || one.style === 'roman') {
    if (inList !== null && at === inList && !standing && !(style.marked && isMarked(line))) return null;
    if (at <= last && !isMarked(line)) return null;
    if (at > last + 8 && last > 0 && !isMarked(line)) return null;
  }
  if (!readsAsHeading(run.title)) return null;
  return { number: one.number, title: run.title, text: run.text };
}
