import { columnName } from '#shared/contract/grid.ts';
import type { Detail, Timescale } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { Context } from './context.ts';
import { daySerialOf } from './day-serials.ts';
import { type EntryCell, joined, tidy } from './entry-cells.ts';
import { periodOf } from './value-headings.ts';

/**
 * When an entry is due: the words of its column read, a real date in the cell taken as it is; the start from a
 * column of its own, its words kept beside the record.
 */
export function timescaleOf(
  context: Context,
  grid: number,
  take: (field: string) => readonly EntryCell[],
  o?: { /** The column of timescales holds revised ones, the column of ends the first. */ revised: boolean },
): { timescale: Timescale | null; details: Detail[] } {
  const when = take('timescale');
  const ends = take('end');
  const starts = take('start');
  const main = when.length > 0 ? when : ends;
  const details: Detail[] = [];
  const before = when.length > 0 ? ends[0] : undefined;
  const revises = before !== undefined && o?.revised === true;
  if (before && !revises) details.push({ label: 'End', text: joined(ends) });
  const first = main[0];
  const start = starts[0];
  if (!first) {
    if (!start) return { timescale: null, details };
    const day = stored(start) ?? firstDayOf(context, tidy(start.text));
    const text = joined(starts);
    const read = context.timescale(text, grid, start.cell);
    return {
      timescale: {
        ...read,
        kind: read.kind === 'unknown' && day === null ? 'unknown' : 'from',
        start: day ?? read.start,
        end: null,
      },
      details,
    };
  }
  let timescale =
    main.length > 1 ? context.timescale(joined(main), grid, first.cell) : readCell(context, grid, first);
  if (start) {
    const day = stored(start) ?? firstDayOf(context, tidy(start.text));
    const bare = daySerialOf(start.cell);
    details.push({
      label: 'Start',
      text: bare === null ? joined(starts) : `${formatDay(bare)} (${tidy(start.text)})`,
    });
    // "2022" in one column and "2025" in the other begin and end: the later year alone would span only itself.
    const spans = timescale.start !== null && day !== null && day < timescale.start;
    if (day !== null && (timescale.start === null || spans)) timescale = { ...timescale, start: day };
  }
  for (const cell of revises ? [first, before] : [first]) {
    // The number that stands there is kept beside the day it means.
    if (daySerialOf(cell.cell)) details.push({ label: 'Date as stored', text: tidy(cell.text) });
  }
  if (revises) timescale = { ...timescale, revisedFrom: readCell(context, grid, before) };
  return { timescale, details };
}

/** A real date shown with its day is that day; shown as "Mar-24" it means the month, as it reads. */
function readCell(context: Context, grid: number, cell: EntryCell): Timescale {
  const day = stored(cell);
  const bare = daySerialOf(cell.cell);
  const text = bare === null ? tidy(cell.text) : formatDay(bare);
  const shown = day !== null && showsDay(text, day);
  if (day === null || !shown) return context.timescale(text, grid, cell.cell);
  return {
    text,
    kind: 'by',
    start: null,
    end: day,
    precision: 'day',
    ongoing: false,
    recurrence: null,
    revisedFrom: null,
    ambiguous: false,
  };
}

function stored(cell: EntryCell): string | null {
  return cell.cell.value?.kind === 'day' ? cell.cell.value.day : daySerialOf(cell.cell);
}

function showsDay(text: string, day: string): boolean {
  const figures = text.match(/\d+/g)?.map(Number) ?? [];
  return figures.includes(Number(day.slice(8))) && figures.length + (/[a-z]{3}/i.test(text) ? 1 : 0) >= 3;
}

/** The day that words name, the last of the stretch where they name a longer one; null where none. */
export function dayOf(context: Context, words: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return words;
  return context.readDay(words);
}

const wholeDay = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}/i;

/** The first day of what words name: "April 2024" as a start is its first day. */
function firstDayOf(context: Context, words: string): string | null {
  if (wholeDay.test(words)) return dayOf(context, words);
  return periodOf(words, context.options.yearStartMonth).start ?? dayOf(context, words);
}

/** A review date from its own column, or from a comment that says when a review is. */
export function reviewDay(context: Context, cells: readonly EntryCell[], comment: string): string | null {
  const own = cells[0];
  if (own) return stored(own) ?? dayOf(context, tidy(own.text));
  if (comment.length > 300) return null;
  const named =
    /\breview\b.{0,60}?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4})/i.exec(
      comment,
    );
  return named?.[1] ? dayOf(context, named[1]) : null;
}

/** Names a column that has no heading. */
export function labelOf(header: string, column: number): string {
  return header === '' ? `Column ${columnName(column)}` : header.replace(/\n/g, ' ');
}
