import type { ReadDb } from '#db/handles.ts';
import { kpiFormulas } from '#db/queries/kpi-links.ts';
import { kpiRecordsIn, kpisIn } from '#db/queries/kpis-read.ts';
import type { KpiYear } from '#shared/contract/kpis.ts';
import type { Kpi } from '#shared/contract/register.ts';
import { writtenDecimal } from '#shared/domain/decimals.ts';
import { inputsOf, readFormula } from '#shared/domain/formula.ts';
import { formulaResult } from '#shared/domain/formula-value.ts';
import { kpiPeriods, periodKey } from '#shared/domain/kpi-standing.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { type ByFormula, kpiYears } from '#shared/domain/kpi-years.ts';
import type { YearStarts } from '#shared/domain/spans.ts';

/** The year of a KPI by its formula over the years of its inputs: 100 x a year's seen / a year's invited. */
export function yearByFormula(db: ReadDb, kpi: Kpi, starts: YearStarts): ByFormula {
  const all = kpiFormulas(db);
  const read = readFormula(kpi.formula ?? '', all);
  if (read.fault !== null) return () => ({ decimal: null, why: read.fault });
  const { formula } = read;
  const scope = { in: 'ids', ids: inputsOf(formula) } as const;
  const recordsOf = kpiRecordsIn(db, scope);
  const years = new Map<string, Map<string, KpiYear>>();
  for (const { kpi: input } of kpisIn(db, scope)) {
    const records = recordsOf(input.id);
    const periods = kpiPeriods(input, records.values, records);
    const reached = kpiYears(input, records.values, periods, { starts });
    years.set(input.id, new Map(reached.map((one) => [periodKey(one.year), one])));
  }
  const nameOf = (id: string) => {
    const named = all.find((one) => one.id === id);
    return named?.ref ?? named?.name ?? 'An input';
  };
  return (year) => {
    const key = periodKey(year);
    const result = formulaResult(
      formula,
      (id) => {
        const one = years.get(id)?.get(key);
        return one?.number === null || !one ? null : writtenDecimal(one.number, one.text);
      },
      { decimals: kpi.decimals, divided: unitKindOf(kpi) === 'percentage' ? 1 : 2 },
    );
    if (result.decimal) return { decimal: result.decimal, why: null };
    const why =
      result.why === 'missing'
        ? `${nameOf(result.missing)} has no figure for ${year.label}.`
        : `${result.zero ? nameOf(result.zero) : 'What is divided by'} is 0 in ${year.label}.`;
    return { decimal: null, why };
  };
}
