import type { KpiValue } from '../contract/kpi-records.ts';
import type { Course, KpiPeriod } from '../contract/kpi-views.ts';
import { difference } from './decimals.ts';
import { countOf } from './kpi-calendar.ts';
import { allowance } from './kpi-rules.ts';
import { polarityOf } from './kpi-standing.ts';
import { writtenUnit } from './kpi-units.ts';
import { latestYearPart, type YearKpi, type YearPart, yearTarget } from './kpi-years.ts';
import { decimalsOf, formatFigure } from './numbers.ts';
import type { YearStarts } from './spans.ts';

/** Is the year on course? A trend to the year's end from the figures in hand, said as such and never stored. */

/** Fewer figures than these make no line. */
const leastForLine = 3;
const mostForLine = 4;

/**
 * The course of the year in which the latest figure lies, as far as the figures until then tell: at the pace so far
 * where the year is a sum, by the mean so far where it is a mean, else along a straight line through the last figures.
 * Null where the KPI has one figure a year, or the year is over.
 */
export function courseOf(
  kpi: YearKpi,
  values: readonly KpiValue[],
  periods: readonly KpiPeriod[],
  starts: YearStarts,
): Course | null {
  const part = latestYearPart(kpi, values, periods, starts);
  if (!part || isMeasured(part.within.at(-1)?.held ?? null)) return null;
  const { year } = part;
  // A figure of a later time, of a whole year among quarters say, tells that this year is over.
  if (periods.some((held) => isMeasured(held) && (held.period.end ?? '') > (year.end ?? ''))) return null;
  const unit = writtenUnit(kpi);
  const found = trendOf(kpi, part, periods);
  // Figures of one and the same day give no line, and ones at the edge of what a number holds no sum.
  if (found.trend !== null && !Number.isFinite(found.trend)) {
    const words = 'No trend: no line goes through these figures.';
    return { year, verdict: null, trend: null, words, basis: words };
  }
  if (found.trend === null)
    return { year, verdict: null, trend: null, words: found.basis, basis: found.basis };
  const numbers = [...found.from, found.trend];
  const places = Math.min(decimalsOf(found.from) + 1, decimalsOf(numbers));
  const trend = Number(found.trend.toFixed(places));
  const ends = `On this trend ${year.label} ends at ${formatFigure(trend, unit)}`;
  const own = periods.find(({ period }) => period.start === year.start && period.end === year.end) ?? null;
  const target = yearTarget({ ...kpi, yearBy: kpi.yearBy ?? 'last' }, part, own)?.number ?? null;
  if (target === null) {
    const words = `${ends}. There is no target for the year to compare it with.`;
    return { year, verdict: null, trend, words, basis: found.basis };
  }
  const last = part.within.findLast(({ held }) => isMeasured(held))?.held?.actual ?? null;
  const known = values.filter(({ period }) => (period.end ?? '') <= (year.end ?? ''));
  const polarity = last?.polarity ?? polarityOf(kpi, known);
  const against = `${ends} against ${formatFigure(target, unit)}`;
  if (!polarity || !last) {
    const words = `${against}. Whether up or down is better is not set.`;
    return { year, verdict: null, trend, words, basis: found.basis };
  }
  const short = polarity === 'up' ? difference(target, trend) : difference(trend, target);
  const on = short <= allowance(last, target).onTrack;
  const words = `${against}: ${on ? 'on course' : 'not on course'}.`;
  return { year, verdict: on ? 'on-course' : 'not-on-course', trend, words, basis: found.basis };
}

const isMeasured = (held: KpiPeriod | null): held is KpiPeriod => (held?.actual?.number ?? null) !== null;
const numberOf = (held: KpiPeriod): number => held.actual?.number ?? 0;

type Trend = { trend: number | null; from: readonly number[]; basis: string };

function trendOf(kpi: YearKpi, part: YearPart, periods: readonly KpiPeriod[]): Trend {
  const measured = part.within.flatMap(({ held }) => (isMeasured(held) ? [held] : []));
  const all = part.within.length;
  const broken = measured.slice(1).find(({ breaks }) => breaks !== null);
  if (broken && kpi.yearBy !== 'last') {
    return { trend: null, from: [], basis: `No trend: the series begins anew in ${broken.period.label}.` };
  }
  const from = measured.map(numberOf);
  const sum = from.reduce((total, number) => total + number, 0);
  const so = `${from.length} of ${countOf(all, part.frequency)}`;
  if (kpi.yearBy === 'sum') {
    return { trend: (sum / from.length) * all, from, basis: `At the pace of ${so}` };
  }
  if (kpi.yearBy === 'mean') return { trend: sum / from.length, from, basis: `The mean of ${so}` };
  return line(part, periods, kpi);
}

/** Least squares through the last figures of the running series, one step a period, to the last period of the year. */
function line(part: YearPart, periods: readonly KpiPeriod[], kpi: YearKpi): Trend {
  const until = part.within.findLast(({ held }) => isMeasured(held))?.period.end ?? '';
  const length = part.within.length;
  const step = 12 / length;
  const same = periods.filter(
    (one) => isMeasured(one) && (one.period.end ?? '') <= until && Math.abs(monthsIn(one) - step) < 1,
  );
  const begins = same.findLastIndex(({ breaks }) => breaks !== null);
  const running = same.slice(Math.max(begins, 0)).slice(-mostForLine);
  const from = running.map(numberOf);
  if (running.length < leastForLine) {
    const words = `No trend yet: ${countOf(running.length, part.frequency)} of one series, and a line needs ${leastForLine}.`;
    return { trend: null, from, basis: words };
  }
  const last = part.within.at(-1)?.period.end ?? until;
  const points = running.map((one) => ({ x: monthIndex(one.period.end ?? '') / step, y: numberOf(one) }));
  const meanX = points.reduce((total, { x }) => total + x, 0) / points.length;
  const meanY = points.reduce((total, { y }) => total + y, 0) / points.length;
  const over = points.reduce((total, { x, y }) => total + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((total, { x }) => total + (x - meanX) ** 2, 0);
  const ahead = meanY + (over / under) * (monthIndex(last) / step - meanX);
  const least = from.every((number) => number >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const most =
    writtenUnit(kpi) === '%' && from.every((number) => number <= 100) ? 100 : Number.POSITIVE_INFINITY;
  const basis = `A straight line through the last ${countOf(running.length, part.frequency)}`;
  return { trend: Math.min(most, Math.max(least, ahead)), from, basis };
}

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const monthsIn = ({ period }: KpiPeriod): number =>
  monthIndex(period.end ?? '') - monthIndex(period.start ?? '') + 1;
