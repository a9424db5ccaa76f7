import type { Timescale } from '#shared/contract/register.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { isBarMark } from './bar-columns.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import type { Context } from './context.ts';
import { tidy } from './entry-cells.ts';
import type { Places } from './places.ts';
import type { TableShape } from './row-kinds.ts';
import { foldSpace } from './words.ts';

type Bar = {
  readonly words: string;
  readonly mark: string;
  readonly start: string | null;
  readonly end: string | null;
};

/**
 * When an entry is done, by the columns of a chart that are ticked or filled in its rows: from the first to the last,
 * in the words of their headings with the signs that stand there. Null where nothing is marked.
 */
export function barTimescale(
  context: Context,
  o: {
    shape: TableShape;
    bars: readonly ColumnMeaning[];
    rows: readonly number[];
    places: Places;
    first: number;
  },
): Timescale | null {
  const marked: Bar[] = [];
  let before: string | null = null;
  for (const bar of o.bars) {
    const period = after(context, bar.period ?? '', before);
    before = period.start ?? before;
    const mark = markAt(o, bar.column);
    if (mark === null) continue;
    marked.push({ words: foldSpace(bar.period ?? bar.header), mark, ...period });
  }
  const [first, last] = [marked[0], marked[marked.length - 1]];
  if (!first || !last) return null;
  const dated = first.start !== null && last.end !== null;
  return {
    text: wordsOf(marked),
    kind: dated ? 'during' : 'unknown',
    start: first.start,
    end: last.end,
    precision: dated ? precisionOf(last.words) : null,
    ongoing: false,
    recurrence: null,
    revisedFrom: null,
    ambiguous: false,
  };
}

/** The sign in a column's cells of an entry, '' for a fill alone; null where nothing marks it. */
function markAt(
  o: {
    shape: TableShape;
    bars: readonly ColumnMeaning[];
    rows: readonly number[];
    places: Places;
    first: number;
  },
  column: number,
): string | null {
  const { sheet } = o.shape.region;
  for (const row of o.rows) {
    const cell = sheet.shown(row, column);
    if (!cell) continue;
    const text = tidy(cell.text);
    if (text === '' && !isBarFill(cell.fill, sheet.shown(row, o.shape.subject)?.fill)) continue;
    o.places.add('timescale', column, row - o.first);
    return text;
  }
  return null;
}

/** A fill that marks: not white, and not the band that colours the whole row. */
function isBarFill(fill: string | undefined, ofRow: string | undefined): boolean {
  return fill !== undefined && !/^#?f[f-]f[f-]f[f-]$|^#?ffffff$/i.test(fill) && fill !== ofRow;
}

/** "Q1 2016 to Q3 2016 (X)" where one sign fills a stretch is not said: every column is named, so that gaps show. */
function wordsOf(marked: readonly Bar[]): string {
  const signs = new Set(marked.map(({ mark }) => mark));
  const [only] = signs;
  const names = marked.map(({ words, mark }) =>
    signs.size > 1 && mark !== '' ? `${words} (${mark})` : words,
  );
  return names.join(', ') + (signs.size === 1 && only !== undefined && only !== '' ? ` (${only})` : '');
}

/** The period of a column, in the year that follows those before it: "Sum 1" after "Spr 2" is of the next summer. */
function after(
  context: Context,
  words: string,
  before: string | null,
): { start: string | null; end: string | null } {
  const { start, end } = readPeriod(words, context.options.yearStartMonth, { within: context.period });
  if (
    start === null ||
    end === null ||
    before === null ||
    start >= before ||
    /\d{4}|\d\d[/-]\d\d/.test(words)
  )
    return { start, end };
  const years =
    start.slice(5) >= before.slice(5) ? Number(before.slice(0, 4)) : Number(before.slice(0, 4)) + 1;
  const by = years - Number(start.slice(0, 4));
  return { start: shifted(start, by), end: shifted(end, by) };
}

function shifted(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? moved.replace('-29', '-28') : moved;
}

function precisionOf(words: string): Timescale['precision'] {
  if (/\bq(?:uarter|tr)?\s?[1-4]\b/i.test(words)) return 'quarter';
  if (/^(?:aut|spr|sum|t(?:erm)?\s?\d|half|ht)/i.test(words)) return 'term';
  if (/[a-z]{3}/i.test(words.replace(/\b(?:year|yr|financial|academic)\b/gi, ''))) return 'month';
  return 'year';
}

/** Whether a cell of a chart says more than that the time is marked. */
export function saysMore(text: string): boolean {
  return text !== '' && !isBarMark(text);
}
