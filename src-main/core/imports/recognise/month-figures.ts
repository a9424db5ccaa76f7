import type { Question } from '#shared/contract/imports.ts';
import type { Timescale } from '#shared/contract/register.ts';
import { describeTimescale } from '#shared/domain/describe-timescale.ts';

/** One question for all dates such as “Oct 06”, which may be a day of October or October of a year. */
export const monthFiguresQuestion = 'timescale:month and figures';

const written =
  /^(?:(?:by|from|until|before|end(?: of)?|due|in|during|mid|early|late)\s+){0,3}(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?[\s-]+['’]?\d\d$/i;
const mostNamed = 5;

type Span = { readonly start: string | null; readonly end: string | null };

/** The two fair readings of “Oct 06”; null for any other ambiguity. */
export function monthFigures(
  text: string,
  readings: readonly Timescale[],
): { readonly day: Timescale; readonly year: Timescale } | null {
  if (readings.length !== 2 || !written.test(text.trim())) return null;
  const day = readings.find((one) => one.precision === 'day');
  const year = readings.find((one) => one.precision === 'month');
  return day && year ? { day, year } : null;
}

/** “March 16” that has one fair reading: no year is known in which it could be a day. */
export function onlyYear(text: string, readings: readonly Timescale[]): boolean {
  return readings.length === 1 && readings[0]?.precision === 'month' && written.test(text.trim());
}

/** The question as it stands when these texts have been met; by the plan's own period the likelier is taken. */
export function askMonthFigures(
  o: { readonly day: Timescale; readonly year: Timescale },
  texts: readonly string[],
  plan: Span | null,
): Pick<Question, 'text' | 'choices'> & { taken: 'year' | 'day' } {
  const named = texts.slice(0, mostNamed).map((text) => `“${text}”`);
  const more = texts.length - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  const many = texts.length > 1;
  return {
    text: `${all}: do the figures say the year, or the day? ${many ? 'The answer holds for all dates written so.' : ''}`.trim(),
    choices: [
      { id: 'year', label: `The year: ${describeTimescale(o.year)}`, detail: 'A month and its year' },
      { id: 'day', label: `The day: ${describeTimescale(o.day)}`, detail: 'A day of that month' },
      { id: 'ask', label: 'Ask the lead', detail: 'Keep the words; the next form asks' },
    ],
    taken: isNear(o.year, plan) ? 'year' : 'day',
  };
}

/** Within the plan's period, or the year after it: actions slip. */
function isNear(reading: Timescale, plan: Span | null): boolean {
  const month = reading.end ?? reading.start;
  if (month === null || plan?.start == null || plan.end === null) return true;
  const after = `${Number(plan.end.slice(0, 4)) + 1}${plan.end.slice(4)}`;
  return month >= plan.start && month <= after;
}
