import type { Timescale } from '#shared/contract/register.ts';
import { monthsBetween } from '#shared/domain/dates.ts';
import { describeTimescale } from '#shared/domain/timescales.ts';
import { count } from '../../format/words.ts';
import { impossibleDay } from './impossible-day.ts';

/** How often a date was moved and how far in all: "Moved twice, 8 months"; null where it never was. */
export function movesOf(timescale: Timescale): string | null {
  let times = 0;
  let first = timescale;
  while (first.revisedFrom) {
    first = first.revisedFrom;
    times += 1;
  }
  if (times === 0) return null;
  const often = times === 1 ? 'Moved once' : times === 2 ? 'Moved twice' : `Moved ${times} times`;
  if (!first.end || !timescale.end || first.end === timescale.end) return often;
  const months = Math.abs(monthsBetween(first.end, timescale.end));
  const way = timescale.end < first.end ? ' earlier' : '';
  return months === 0 ? often : `${often}, ${count(months, 'month')}${way}`;
}

/** What the words of a timescale mean, in 12 px beneath them. */
export function TimescaleReading({
  timescale,
  daysLate = null,
}: {
  timescale: Timescale;
  daysLate?: number | null;
}) {
  const moves = movesOf(timescale);
  return (
    <>
      {timescale.kind === 'unknown' ? (
        <span className="rd">
          {impossibleDay(timescale.text) ?? ''} No date is read from these words; they are kept.
        </span>
      ) : (
        <span className="rd">{describeTimescale({ ...timescale, revisedFrom: null })}</span>
      )}
      {moves ? <span className="rd">{moves}</span> : null}
      {daysLate !== null && daysLate > 0 ? (
        <span className="rd">Overdue by {count(daysLate, 'day')}</span>
      ) : null}
    </>
  );
}
