import type { Question } from '#shared/contract/imports.ts';
import type { Timescale } from '#shared/contract/register.ts';
import { describeTimescale } from '#shared/domain/describe-timescale.ts';

type Span = { readonly start: string | null; readonly end: string | null };

/**
 * The readings of an ambiguous date as choices: each with what kind of date it is and how it lies to the plan's own
 * period. The id names the kind after its number, so that alike questions can be given alike answers.
 */
export function readingChoices(readings: readonly Timescale[], plan: Span | null): Question['choices'] {
  return [
    ...readings.map((reading, at) => ({
      id: `${at}-${reading.precision ?? reading.kind}`,
      label: describeTimescale(reading),
      detail: detailOf(reading, plan),
    })),
    { id: 'ask', label: 'Ask the lead', detail: 'Keep the words; the next form asks' },
  ];
}

/** The reading that a choice names; undefined for “ask the lead”. */
export function readingOf(readings: readonly Timescale[], choice: string): Timescale | undefined {
  return readings[Number.parseInt(choice, 10)];
}

const kinds: Readonly<Record<NonNullable<Timescale['precision']>, string>> = {
  day: 'A day',
  month: 'A month and its year',
  season: 'A season',
  term: 'A term',
  quarter: 'A quarter',
  half: 'Half a year',
  year: 'A year',
};

function detailOf(reading: Timescale, plan: Span | null): string | null {
  const kind = reading.precision === null ? null : kinds[reading.precision];
  const lies = plan === null ? null : placeIn(reading, plan);
  if (kind === null) return null;
  return lies === null ? kind : `${kind}, ${lies}`;
}

function placeIn({ start, end }: Timescale, plan: Span): string | null {
  const last = end ?? start;
  const first = start ?? end;
  if (last !== null && plan.start !== null && last < plan.start) return 'before this plan begins';
  if (first !== null && plan.end !== null && first > plan.end) return 'after this plan ends';
  if (last === null || plan.start === null || plan.end === null) return null;
  return last <= plan.end ? 'inside the plan’s period' : null;
}
