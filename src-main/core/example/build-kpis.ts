import type { Kpi, KpiNarrative, KpiValue, Period, Person } from '#shared/contract/register.ts';
import { addDays } from '#shared/domain/dates.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { financialYear, quarterOf, readPeriod } from '#shared/domain/periods.ts';
import { type AsOf, isKnown, leadsOf, nameOf, planId, sectionId } from './build-plans.ts';
import { exampleId } from './ids.ts';
import type { FiguresRow, KpiRow } from './rows.ts';

export type KpiRecords = { kpis: Kpi[]; kpiValues: KpiValue[]; kpiNarratives: KpiNarrative[] };

export const kpiId = (ref: string): string => exampleId(`kpi ${ref}`);

/** Figures come in by the tenth day after their period; a school year's results by September of their year. */
function figureKnownOn(year: string, period: Period): string {
  return year.length === 4 ? `${year}-09-01` : addDays(period.end ?? '', 10);
}

/** The half-year figures of a yearly KPI are there before its year ends. */
const halfYearOn = '2010-10-01';

export function addKpi(
  row: KpiRow,
  context: { asOf: AsOf; people: readonly Person[]; records: KpiRecords },
): void {
  const { asOf, people, records } = context;
  const id = kpiId(row.ref);
  const now = isKnown('2010-04-19', asOf);
  records.kpis.push({
    id,
    source: null,
    planId: planId(now ? 'delivery-2010' : 'delivery-2009'),
    sectionId: now && row.section ? sectionId('delivery-2010', row.section) : null,
    ref: row.ref,
    name: row.name,
    unit: row.unit,
    polarity: row.polarity,
    dataSource: row.dataSource,
    owners: leadsOf(row.owner, people),
    calendar: Object.keys(row.target).some((year) => year.length === 4) ? 'calendar year' : 'financial year',
    tolerance: row.tolerance ?? null,
    details: [{ label: 'Outcome', text: row.outcome }],
    ...row.more,
  });
  const { toleranceBy, onTrackWithin } = row.more ?? {};
  const add = (
    role: KpiValue['role'],
    year: string,
    period: Period,
    text: string,
    comparator: string | null,
  ) => {
    const { number, symbol, provisional } = readFigure(text);
    records.kpiValues.push({
      id: exampleId(`value ${row.ref} ${role} ${comparator ?? ''} ${period.label}`),
      source: null,
      kpiId: id,
      role,
      period,
      number,
      text,
      symbol,
      comparator,
      tolerance: row.tolerances?.[year] ?? row.tolerance ?? null,
      ...(toleranceBy && { toleranceBy }),
      ...(onTrackWithin !== undefined && { onTrackWithin }),
      provisional,
    });
  };
  if (row.baseline) {
    const [year, text] = row.baseline;
    add('baseline', year, readPeriod(year), text, null);
  }
  each(row.target, (year, period, text) => {
    if (!isKnown(period.start === null ? undefined : startOfYear(year), asOf)) return;
    const before = row.targetBefore;
    const earlier = before && asOf !== null && asOf < before.until && before.period === period.label;
    add('target', year, period, earlier ? before.text : text, null);
  });
  each(row.actual, (year, period, text, yearly) => {
    const on = yearly && year === '2010-11' ? halfYearOn : figureKnownOn(year, period);
    if (isKnown(on, asOf)) add('actual', year, period, text, null);
  });
  each(row.forecast ?? {}, (year, period, text) => {
    if (isKnown('2010-10-11', asOf)) add('forecast', year, period, text, null);
  });
  each(row.comparator?.figures ?? {}, (year, period, text) => {
    if (isKnown(figureKnownOn(year, period), asOf))
      add('comparator', year, period, text, row.comparator?.name ?? null);
  });
  for (const { period, says, behind, doing, byWhen, help, by, on } of row.narratives ?? []) {
    if (!isKnown(on, asOf)) continue;
    records.kpiNarratives.push({
      id: exampleId(`narrative ${row.ref} ${period}`),
      source: null,
      kpiId: id,
      period: readPeriod(period),
      ...(says && { says }),
      behind,
      doing,
      ...(byWhen && { byWhen }),
      ...(help && { help }),
      by: nameOf(by, people),
      on,
    });
  }
}

const startOfYear = (year: string): string =>
  year.length === 4 ? `${year}-01-01` : `${year.slice(0, 4)}-04-01`;

function each(
  figures: FiguresRow,
  use: (year: string, period: Period, text: string, yearly: boolean) => void,
): void {
  for (const [year, texts] of Object.entries(figures)) {
    texts.forEach((text, index) => {
      if (text === '') return;
      const first = Number(year.slice(0, 4));
      const yearly = texts.length === 1;
      const whole = year.length === 4 ? readPeriod(year) : financialYear(first);
      use(year, yearly ? whole : quarterOf(first, index + 1), text, yearly);
    });
  }
}
