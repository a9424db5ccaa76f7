import type { Kpi, KpiNarrative, KpiValue, Plan } from '#shared/contract/register.ts';
import { isDrawable } from '#shared/domain/chart-series.ts';
import { latestPeriod } from '#shared/domain/kpi-standing.ts';
import { count } from '#shared/domain/words.ts';
import {
  type Block,
  type Cell,
  cell,
  type Piece,
  type TableRow,
  withoutEmptyColumns,
  words,
} from '../document.ts';
import { leadWords } from './action-words.ts';
import { type ContentIndex, markOf } from './content-index.ts';
import {
  chartBlock,
  figureText,
  formulaWords,
  kpiName,
  latestCells,
  latestColumns,
  type ReadKpi,
  readKpi,
  seriesOf,
  statusOf,
  targetsSentence,
} from './read-kpi.ts';

/** "Per cent, higher is better. Source: termly headcount." and the latest standing in a sentence. */
function kpiFacts(index: ContentIndex, plan: Plan | null, { kpi, periods }: ReadKpi): Block[] {
  const latest = latestPeriod(periods);
  const owners = leadWords(index, kpi.owners);
  const facts: { label: string; piece: Piece }[] = [];
  if (latest?.actual) {
    facts.push({
      label: `Latest, ${latest.period.label}`,
      piece: words(figureText(latest.actual, kpi.unit) ?? ''),
    });
  }
  if (latest?.target)
    facts.push({ label: 'Target', piece: words(figureText(latest.target, kpi.unit) ?? '') });
  if (latest?.state)
    facts.push({ label: 'Status', piece: { kind: 'status', mark: markOf(plan, latest.state) } });
  if (latest?.direction) facts.push({ label: 'Direction', piece: words(latest.direction) });
  if (kpi.polarity) {
    facts.push({
      label: 'Better',
      piece: words(kpi.polarity === 'up' ? 'Higher is better' : 'Lower is better'),
    });
  }
  if (kpi.measured) facts.push({ label: 'What it measures', piece: words(kpi.measured) });
  const formula = formulaWords(index, kpi);
  if (formula) facts.push({ label: 'Formula', piece: words(formula) });
  if (kpi.unit) facts.push({ label: 'Unit', piece: words(kpi.unit === '%' ? 'Per cent' : kpi.unit) });
  if (kpi.dataSource) facts.push({ label: 'Source', piece: words(kpi.dataSource) });
  if (owners !== '') facts.push({ label: 'Owner', piece: words(owners) });
  for (const detail of kpi.details) facts.push({ label: detail.label, piece: words(detail.text) });
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** The latest narrative: each of its parts under its own label, those without words left out. */
export function latestNarrative({ narratives }: ReadKpi): Block[] {
  const latest = narratives.findLast(() => true);
  return latest ? narrativeBlocks(latest) : [];
}

export function narrativeBlocks({ says = '', behind, doing, byWhen = '', help = '' }: KpiNarrative): Block[] {
  const labelled = (label: string, text: string): Block[] =>
    text === '' ? [] : [{ kind: 'labelled', label, pieces: [words(text)] }];
  return [
    ...labelled('What the figures say', says),
    ...labelled('What is behind it', behind),
    ...labelled('What we will do', doing),
    ...labelled('By when', byWhen),
    ...labelled('Help wanted', help),
  ];
}

function oneKpi(index: ContentIndex, plan: Plan | null, read: ReadKpi, level: 2 | 3): Block[] {
  const series = seriesOf(read);
  return [
    { kind: 'heading', level, text: kpiName(read.kpi) },
    ...kpiFacts(index, plan, read),
    ...(isDrawable(series) ? [chartBlock(read, series)] : []),
    ...latestNarrative(read),
  ];
}

/** Every figure of the KPIs, one row a period: the table behind the charts. */
export function kpiTable(
  index: ContentIndex,
  planOf: (kpi: Kpi) => Plan | null,
  read: readonly ReadKpi[],
): Block {
  const figure = (value: KpiValue | null, kpi: Kpi): Cell => {
    const text = figureText(value, kpi.unit);
    return text === null ? cell() : cell(words(text));
  };
  const rows = read.flatMap((one): TableRow[] => {
    const group: TableRow = {
      kind: 'group',
      level: 0,
      ref: one.kpi.ref,
      title: [
        one.kpi.name,
        one.kpi.dataSource ? `Source: ${one.kpi.dataSource}` : '',
        leadWords(index, one.kpi.owners),
      ]
        .filter((part) => part !== '')
        .join('. '),
    };
    return [
      group,
      ...one.periods.map(
        (period): TableRow => ({
          kind: 'cells',
          cells: [
            cell(words(period.period.label)),
            figure(period.baseline, one.kpi),
            figure(period.target, one.kpi),
            figure(period.actual, one.kpi),
            figure(period.forecast, one.kpi),
            cell(
              ...period.comparators.map((value) =>
                words(`${value.comparator ?? 'Comparator'}: ${figureText(value, one.kpi.unit) ?? ''}`),
              ),
            ),
            cell(statusOf(planOf(one.kpi), period)),
            cell(period.direction ? words(period.direction) : null),
          ],
        }),
      ),
    ];
  });
  return withoutEmptyColumns({
    kind: 'table',
    caption: 'Every KPI, period by period',
    sheet: 'KPIs',
    rowHeader: 0,
    columns: [
      { label: 'Period', width: 24 },
      { label: 'Baseline', width: 10, align: 'right' },
      { label: 'Target', width: 11, align: 'right' },
      { label: 'Actual', width: 12, align: 'right' },
      { label: 'Forecast', width: 10, align: 'right' },
      { label: 'Comparators', width: 17 },
      { label: 'Status', width: 20 },
      { label: 'Direction', width: 34 },
    ],
    rows,
  });
}

/** The KPIs of a plan: each with its chart, then one table of every figure. */
export function kpiBlocks(index: ContentIndex, plan: Plan, kpis: readonly Kpi[]): Block[] {
  if (kpis.length === 0) return [];
  const read = kpis.map((kpi) => readKpi(index, kpi));
  return [
    { kind: 'heading', level: 2, text: 'KPIs', newPage: true },
    ...read.flatMap((one) => oneKpi(index, plan, one, 3)),
    { kind: 'heading', level: 2, text: 'All figures' },
    kpiTable(index, () => plan, read),
  ];
}

/** Each KPI off track in full, those at risk by their latest figures, and a sentence that counts them. */
export function exceptionKpiBlocks(
  index: ContentIndex,
  kpis: readonly Kpi[],
): { sentence: string; blocks: Block[] } {
  const read = kpis.map((kpi) => {
    const one = readKpi(index, kpi);
    return { ...one, state: latestPeriod(one.periods)?.state ?? null };
  });
  const withState = (state: string) => read.filter((one) => one.state === state);
  const off = withState('off-track');
  const risk = withState('at-risk');
  const sentence =
    kpis.length === 0
      ? ''
      : `Of ${count(kpis.length, 'KPI')}, ${off.length} ${off.length === 1 ? 'is' : 'are'} off track. ${targetsSentence(read)}`;
  if (off.length + risk.length === 0) return { sentence, blocks: [] };
  const planOf = (kpi: Kpi) => (kpi.planId ? (index.plans.get(kpi.planId) ?? null) : null);
  return {
    sentence,
    blocks: [
      { kind: 'heading', level: 2, text: 'KPIs off track or at risk' },
      ...off.flatMap((one) => oneKpi(index, planOf(one.kpi), one, 3)),
      ...(off.length > 0 ? [kpiTable(index, planOf, off)] : []),
      ...(risk.length > 0 ? [latestTable(index, risk)] : []),
    ],
  };
}

/** How KPIs stand, one row each: the figures before the latest are in the KPI book. */
function latestTable(index: ContentIndex, read: readonly ReadKpi[]): Block {
  return withoutEmptyColumns({
    kind: 'table',
    caption: 'KPIs at risk, by their latest figures',
    sheet: 'KPIs at risk',
    rowHeader: 0,
    columns: [{ label: 'KPI', width: 40 }, ...latestColumns, { label: 'Direction', width: 30 }],
    rows: read.map((one) => {
      const direction = latestPeriod(one.periods)?.direction;
      return {
        kind: 'cells',
        recordId: one.kpi.id,
        cells: [
          cell(words(kpiName(one.kpi))),
          ...latestCells(index, one),
          cell(direction ? words(direction) : null),
        ],
      };
    }),
  });
}
