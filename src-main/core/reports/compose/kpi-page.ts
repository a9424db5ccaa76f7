import type { KpiPeriod, KpiYear } from '#shared/contract/kpis.ts';
import type { Kpi, KpiNarrative, Plan } from '#shared/contract/register.ts';
import { isDrawable } from '#shared/domain/chart-series.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { frequencyOf } from '#shared/domain/kpi-calendar.ts';
import { courseOf } from '#shared/domain/kpi-course.ts';
import { latestPeriod, polarityOf } from '#shared/domain/kpi-standing.ts';
import { writtenUnit } from '#shared/domain/kpi-units.ts';
import { kpiYears } from '#shared/domain/kpi-years.ts';
import { formatFigure, symbolMeaning } from '#shared/domain/numbers.ts';
import { leftOutMark, leftOutSymbol } from '#shared/domain/suppression.ts';
import { capital } from '#shared/domain/words.ts';
import { type Block, cell, type Piece, type TableRow, withoutEmptyColumns, words } from '../document.ts';
import { leadWords } from './action-words.ts';
import { type ContentIndex, markOf } from './content-index.ts';
import { narrativeBlocks } from './kpi-blocks.ts';
import { leftOutNote } from './left-out-blocks.ts';
import {
  chartBlock,
  directionWords,
  figureText,
  formulaWords,
  isLeftOut,
  kpiName,
  type ReadKpi,
  seriesOf,
} from './read-kpi.ts';

/** One KPI on its page: how it stands, its chart, what is said of it, and what it is. */
export function kpiPage(
  index: ContentIndex,
  plan: Plan | null,
  read: ReadKpi,
  at: { group: string | null; newPage: boolean },
): Block[] {
  const series = seriesOf(read);
  return [
    ...(at.group === null
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: at.group, newPage: at.newPage }]),
    {
      kind: 'heading',
      level: 3,
      text: kpiName(read.kpi),
      newPage: at.group === null && at.newPage,
      recordId: read.kpi.id,
    },
    ...standing(index, plan, read),
    ...(isDrawable(series) ? [chartBlock(read, series)] : noChart(read)),
    ...leftOutNote(index, read.kpi.id),
    ...narratives(read),
    ...yearTable(index, plan, read),
    ...definition(index, read),
    ...versions(read),
    ...notes(read),
  ];
}

type Fact = { label: string; piece: Piece };
const fact = (label: string, text: string | null | undefined): Fact[] =>
  text ? [{ label, piece: words(text) }] : [];

/** The latest figure, its status and the ways it goes. */
function standing(index: ContentIndex, plan: Plan | null, { kpi, values, periods }: ReadKpi): Block[] {
  const latest = latestPeriod(periods);
  if (!latest) return [{ kind: 'words', runs: [{ text: 'There is no figure yet.' }] }];
  const { actual } = latest;
  const status: Fact[] = latest.state
    ? [{ label: 'Status', piece: { kind: 'status', mark: markOf(plan, latest.state) } }]
    : fact('No status', latest.why);
  const course = courseOf(kpi, values, periods, startsOf(index));
  const told = [
    ...fact(`Actual, ${latest.period.label}`, withProvisional(figureText(actual, kpi.unit), actual)),
    ...fact('Target', figureText(latest.target, kpi.unit)),
    ...status,
    ...fact('Gap', latest.gap?.words),
    ...fact('Direction', latest.previous ? directionWords(latest.previous) : null),
    ...fact('On last year', latest.lastYear ? directionWords(latest.lastYear) : null),
    ...fact('The year', course?.words),
  ];
  return [{ kind: 'facts', facts: told }, ...(latest.judgement ? [judged(latest)] : [])];
}

const withProvisional = (text: string | null, actual: KpiPeriod['actual']): string | null =>
  text !== null && actual?.provisional && !/\(p\)|prov/i.test(text) ? `${text} (provisional)` : text;

function judged({ judgement }: KpiPeriod): Block {
  const signed = [judgement?.by, judgement ? formatDay(judgement.on) : null].filter(Boolean).join(', ');
  return {
    kind: 'labelled',
    label: 'By judgement',
    pieces: [words(judgement?.reason ?? ''), ...(signed === '' ? [] : [words(signed)])],
  };
}

const startsOf = ({ content: { settings } }: ContentIndex) => ({
  financial: settings.financialYearStart,
  academic: settings.academicYearStart,
});

/** Where nothing can be drawn the words that stand for figures are told. */
function noChart({ kpi, periods }: ReadKpi): Block[] {
  const rows = periods.flatMap((period): TableRow[] => {
    const figures = [period.baseline, period.target, period.actual, period.forecast];
    if (figures.every((one) => one === null)) return [];
    const said = figures.map((one) => {
      const text = figureText(one, kpi.unit);
      return cell(text ? words(text) : null);
    });
    return [{ kind: 'cells', cells: [cell(words(period.period.label)), ...said] }];
  });
  if (rows.length === 0) return [];
  return [
    withoutEmptyColumns({
      kind: 'table',
      caption: `Figures of ${kpiName(kpi)}`,
      rowHeader: 0,
      columns: ['Period', 'Baseline', 'Target', 'Actual', 'Forecast'].map((label) => ({ label, width: 20 })),
      rows,
    }),
  ];
}

/** The latest narrative in its five parts, with its period and who wrote it. */
function narratives({ narratives: all }: ReadKpi): Block[] {
  const latest = all.at(-1);
  return latest ? [...narrativeBlocks(latest), ...signed(latest)] : [];
}

function signed({ period, by, on }: KpiNarrative): Block[] {
  const parts = [`On ${period.label}`, by, on ? formatDay(on) : null].filter(Boolean).join(', ');
  return [{ kind: 'words', runs: [{ text: parts, quiet: true }] }];
}

/** The years as reached from the figures within them. A year of which a part is left out says so and no more. */
function yearTable(index: ContentIndex, plan: Plan | null, { kpi, values, periods }: ReadKpi): Block[] {
  if (!kpi.yearBy || kpi.yearBy === 'formula') return [];
  const years = kpiYears(kpi, values, periods, { starts: startsOf(index) });
  const reached = years.filter(({ typed }) => !typed);
  if (reached.length === 0) return [];
  const hides = ({ year }: KpiYear) =>
    periods.some(
      ({ period, actual }) =>
        isLeftOut(actual) &&
        (period.start ?? '') >= (year.start ?? '') &&
        (period.end ?? '9') <= (year.end ?? ''),
    );
  return [
    withoutEmptyColumns({
      kind: 'table',
      caption: `${kpiName(kpi)} by year`,
      rowHeader: 0,
      columns: [
        { label: 'Year', width: 14 },
        { label: 'Reached', width: 14 },
        { label: 'Target', width: 14 },
        { label: 'Status', width: 22 },
        { label: 'How', width: 36 },
      ],
      rows: reached.map((one): TableRow => {
        const out = hides(one);
        const state: Piece | null =
          one.state && !out ? { kind: 'status', mark: markOf(plan, one.state) } : null;
        return {
          kind: 'cells',
          cells: [
            cell(words(one.year.label)),
            cell(words(out ? leftOutMark : one.text)),
            cell(one.target ? words(one.target.text) : null),
            cell(state),
            cell(words(out ? 'A part of it is left out.' : one.basis)),
          ],
        };
      }),
    }),
  ];
}

const years = {
  financial: 'Financial year',
  academic: 'Academic year',
  calendar: 'Calendar year',
  custom: 'Own year',
};
const rhythms = {
  year: 'by year',
  half: 'by half-year',
  term: 'by term',
  quarter: 'by quarter',
  month: 'by month',
  point: 'at a moment',
};
const reachedBy = {
  sum: 'Sum of its periods',
  mean: 'Mean of its periods',
  last: 'The last figure',
  formula: 'By the formula',
};

function definition(index: ContentIndex, { kpi, values }: ReadKpi): Block[] {
  const polarity = polarityOf(kpi, values);
  const frequency = frequencyOf(kpi, values);
  const calendar = [kpi.yearKind ? years[kpi.yearKind] : null, frequency ? rhythms[frequency] : null];
  const answers = index.content.dutyAnswers?.filter(({ kpiId }) => kpiId === kpi.id) ?? [];
  const duties = answers.flatMap(
    ({ dutyId }) => index.content.duties.find(({ id }) => id === dutyId)?.text ?? [],
  );
  const facts = [
    ...fact('What it measures', kpi.measured),
    ...fact('Unit', kpi.unit === '%' ? 'Per cent' : kpi.unit && capital(kpi.unit)),
    ...fact('Better', polarity && (polarity === 'up' ? 'Higher is better' : 'Lower is better')),
    ...fact('Source', kpi.dataSource),
    ...fact('Owner', leadWords(index, kpi.owners)),
    ...fact('Calendar', kpi.calendar ?? (capital(calendar.filter(Boolean).join(', ')) || null)),
    ...fact('How the year is reached', kpi.yearBy ? reachedBy[kpi.yearBy] : null),
    ...fact('Formula', formulaWords(index, kpi)),
    ...fact('Tolerance', toleranceWords(kpi)),
    ...fact('Counts children', kpi.countsChildren ? 'Yes: small numbers are left out' : null),
    ...kpi.details.flatMap(({ label, text }) => fact(label, text)),
  ];
  return [
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...(duties.length > 0
      ? [{ kind: 'labelled' as const, label: 'Answers', pieces: [{ kind: 'list' as const, items: duties }] }]
      : []),
  ];
}

function toleranceWords(kpi: Kpi): string | null {
  if (kpi.tolerance === null) return null;
  const by = (n: number) =>
    kpi.toleranceBy === 'percent'
      ? `${formatFigure(n, '%')} of the target`
      : formatFigure(n, writtenUnit(kpi) === '%' ? (n === 1 ? 'point' : 'points') : writtenUnit(kpi));
  const within = kpi.onTrackWithin ? `on track within ${by(kpi.onTrackWithin)}, ` : '';
  return `${within}at risk within ${by(kpi.tolerance)} of the target`.replace(
    / of the target of the target$/,
    ' of the target',
  );
}

/** Every change of what is measured with its day; what was said before stands beside what is said since. */
function versions({ kpi, changes }: ReadKpi): Block[] {
  if (changes.length === 0) return [];
  return [
    withoutEmptyColumns({
      kind: 'table',
      caption: `What ${kpi.ref ?? kpi.name} has measured`,
      rowHeader: 0,
      columns: [
        { label: 'From', width: 18 },
        { label: 'What changed', width: 36 },
        { label: 'Before', width: 30 },
        { label: 'Since', width: 30 },
        { label: 'Series', width: 16 },
      ],
      rows: changes
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map((change): TableRow => {
          const told = (which: 'before' | 'after') =>
            change.fields.map((field) => words(`${field.label}: ${field[which] ?? 'not said'}`));
          return {
            kind: 'cells',
            cells: [
              cell(words(formatDay(change.on))),
              cell(words(change.words)),
              cell(...told('before')),
              cell(...told('after')),
              cell(words(change.breaks ? 'Begins anew' : 'Goes on')),
            ],
          };
        }),
    }),
  ];
}

/** Comparators, breaks, notes beside figures and what the symbols mean. */
function notes({ kpi, periods }: ReadKpi): Block[] {
  const compared = latestPeriod(periods)?.comparators ?? [];
  const items = [
    ...compared.map(
      (one) => `${one.comparator ?? 'Comparator'}, ${one.period.label}: ${figureText(one, kpi.unit) ?? ''}`,
    ),
    ...periods.flatMap(({ period, breaks }) =>
      breaks ? [`The series breaks before ${period.label}: ${breaks}`] : [],
    ),
    ...periods.flatMap(({ period, actual, target }) =>
      [actual, target].flatMap((value) => (value?.note ? [`${period.label}: ${value.note}`] : [])),
    ),
    ...periods.flatMap(({ period, revised, actual }) =>
      revised
        ? [
            `${period.label}: ${figureText(actual, kpi.unit) ?? ''} takes the place of the provisional ${revised.text}`,
          ]
        : [],
    ),
    ...symbols(periods),
  ];
  return items.length === 0 ? [] : [{ kind: 'labelled', label: 'Notes', pieces: [{ kind: 'list', items }] }];
}

function symbols(periods: readonly KpiPeriod[]): string[] {
  const used = periods.flatMap(({ actual, target, forecast, baseline, comparators }) =>
    [actual, target, forecast, baseline, ...comparators].flatMap((value) => value?.symbol ?? []),
  );
  return [...new Set(used)]
    .filter((symbol) => symbol !== leftOutSymbol)
    .flatMap((symbol) => {
      const meaning = symbolMeaning(symbol);
      return meaning ? [`${symbol}: ${meaning}`] : [];
    });
}
