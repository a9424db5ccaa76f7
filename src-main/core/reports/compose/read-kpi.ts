import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type {
  Kpi,
  KpiChange,
  KpiJudgement,
  KpiNarrative,
  KpiValue,
  Plan,
} from '#shared/contract/register.ts';
import { type ChartSeries, chartSeries, isDrawable } from '#shared/domain/chart-series.ts';
import { formulaText, readFormula } from '#shared/domain/formula.ts';
import { kpiPeriods, latestPeriod, polarityOf } from '#shared/domain/kpi-standing.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import { leftOutMark } from '#shared/domain/suppression.ts';
import { stateKey } from '#shared/domain/suppression-content.ts';
import { targetsMet, targetsMetInWords } from '#shared/domain/targets-met.ts';
import { type Block, type Cell, cell, type Piece, quiet, type SmallChart, words } from '../document.ts';
import { type ContentIndex, markOf } from './content-index.ts';

/** A KPI of a snapshot with its periods worked out, by the same rules as on the screen. */
export type ReadKpi = {
  readonly kpi: Kpi;
  readonly values: readonly KpiValue[];
  readonly periods: readonly KpiPeriod[];
  /** Oldest first. */
  readonly changes: readonly KpiChange[];
  readonly judgements: readonly KpiJudgement[];
  readonly narratives: readonly KpiNarrative[];
};

export const isLeftOut = (value: KpiValue | null | undefined): boolean => value?.text === leftOutMark;

export function readKpi(index: ContentIndex, kpi: Kpi): ReadKpi {
  const values = index.valuesOf.get(kpi.id) ?? [];
  const { kpiChanges = [], kpiJudgements = [], kpiNarratives } = index.content;
  const said = {
    changes: kpiChanges.filter(({ kpiId }) => kpiId === kpi.id),
    judgements: kpiJudgements.filter(({ kpiId }) => kpiId === kpi.id),
  };
  const periods = kpiPeriods(kpi, values, said).map((period): KpiPeriod => {
    if (isLeftOut(period.actual)) return { ...period, why: 'Left out: a small number.' };
    // A rounded figure is judged by what it was before it was rounded.
    const told = index.states.get(stateKey(kpi.id, period.period));
    return told ? { ...period, ...told } : period;
  });
  return { kpi, values, periods, ...said, narratives: kpiNarratives.filter(({ kpiId }) => kpiId === kpi.id) };
}

/** The series that its chart draws, with the states as they stand in its periods. */
export function seriesOf({ kpi, values, periods, changes, judgements, narratives }: ReadKpi): ChartSeries {
  const series = chartSeries(kpi, values, { changes, judgements, narratives });
  const states = new Map(periods.map(({ period, state }) => [period, state]));
  return {
    ...series,
    states: series.periods.map((period, at) => states.get(period) ?? series.states[at] ?? null),
  };
}

export const kpiName = ({ ref, name }: Pick<Kpi, 'ref' | 'name'>): string =>
  [ref, name].filter(Boolean).join(' ');

export function chartBlock(read: ReadKpi, series: ChartSeries): Block {
  return { kind: 'chart', title: kpiName(read.kpi), unit: read.kpi.unit, series, periods: read.periods };
}

/** A figure as it was written; where only a number was kept, as the product writes it. */
export function figureText(value: KpiValue | null, unit: string | null): string | null {
  if (!value) return null;
  if (value.text !== '') return value.text;
  return value.number === null ? value.symbol : formatFigure(value.number, unit);
}

/** The status of a period in the words of the plan; where it has none, why. */
export function statusOf(plan: Plan | null, period: KpiPeriod): Piece | null {
  if (period.state) {
    const note = period.judgement ? 'by judgement' : undefined;
    return { kind: 'status', mark: markOf(plan, period.state), ...(note && { note }) };
  }
  // Where only a baseline was set, no figure is waited for.
  if (!period.actual && !period.target) return null;
  return period.why ? quiet(period.why) : null;
}

/** "Better: up 1.6 points on April to June 2010": in words, for the face of a printed page has no arrows. */
export const directionWords = ({ verdict, words: way }: { verdict: string | null; words: string }): string =>
  verdict ? `${verdict}: ${way.charAt(0).toLowerCase()}${way.slice(1)}` : way;

/** "14 of 22 targets met; of 9 KPIs it cannot be told.": by the latest figure of each, as it is printed. */
export function targetsSentence(all: readonly ReadKpi[]): string {
  const words = targetsMetInWords(
    targetsMet(
      all.map(({ kpi, values, periods }) => ({
        latest: latestPeriod(periods),
        polarity: polarityOf(kpi, values),
      })),
    ),
  );
  return words === '' ? '' : `${words}.`;
}

/** A KPI as one of several small charts; null where there is no line to draw. */
export function smallChart(read: ReadKpi): SmallChart | null {
  const series = seriesOf(read);
  if (!isDrawable(series)) return null;
  const latest = latestPeriod(read.periods);
  const figure = figureText(latest?.actual ?? null, read.kpi.unit) ?? 'No figure yet';
  const target = figureText(latest?.target ?? null, read.kpi.unit);
  return { title: kpiName(read.kpi), says: target ? `${figure}, target ${target}` : figure, series };
}

/** The columns of how a KPI stands by its latest figure, and its cells: period, actual, target, status. */
export const latestColumns = [
  { label: 'Latest period', width: 18 },
  { label: 'Actual', width: 12, align: 'right' },
  { label: 'Target', width: 12, align: 'right' },
  { label: 'Status', width: 20 },
] as const;
export function latestCells(index: ContentIndex, { kpi, periods }: ReadKpi): Cell[] {
  const latest = latestPeriod(periods);
  const said = (text: string | null | undefined) => cell(text ? words(text) : null);
  return [
    said(latest?.period.label),
    said(figureText(latest?.actual ?? null, kpi.unit)),
    said(figureText(latest?.target ?? null, kpi.unit)),
    cell(latest ? statusOf(index.plans.get(kpi.planId ?? '') ?? null, latest) : null),
  ];
}

/** A formula with the names of the KPIs it is over; null where there is none. */
export function formulaWords(index: ContentIndex, kpi: Kpi): string | null {
  if (kpi.formula === undefined) return null;
  const read = readFormula(kpi.formula, index.content.kpis);
  if (read.fault !== null) return read.fault;
  const names = new Map<string, string>(index.content.kpis.map((one) => [one.id, one.ref ?? one.name]));
  return formulaText(read.formula, (id) => names.get(id) ?? 'a KPI that is no longer there');
}
