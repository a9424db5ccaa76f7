import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { isBody } from '#db/queries/kpi-links.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { kpiToColumns } from '#db/records.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi, KpiChange } from '#shared/contract/kpi-records.ts';
import type { kpisContract } from '#shared/contract/kpis.ts';
import { noPlan } from '../plans/read-plans.ts';
import { mustReadFormula, viewFormula } from './formulas.ts';

/** What a KPI is, as it is typed: undefined leaves a field, null takes it out. */
export type Definition = Omit<
  z.infer<typeof kpisContract.edit.input>,
  'kpiId' | 'sectionId' | 'change' | 'owners'
>;

const trimmed = (text: string | null | undefined): string | null | undefined =>
  typeof text === 'string' ? text.replace(/[^\S\n]+/g, ' ').trim() || null : text;

/** The columns that a definition sets, settled: words trimmed, its formula by ids. Throws what cannot be meant. */
export function definitionColumns(db: ReadDb, kpiId: string | null, o: Definition) {
  const { formula, calculated, ref, measured, unit, dataSource, calendar, name, ...plain } = o;
  if (formula && calculated) {
    throw new AppError('wrong-use', 'A KPI is either worked out by a formula or counted from the register.');
  }
  if (calculated) checkCount(db, calculated);
  const kept = formula?.trim()
    ? mustReadFormula(db, kpiId, formula)
    : formula === undefined
      ? undefined
      : null;
  const counted = calculated === undefined ? {} : kpiToColumns({ calculated: calculated ?? undefined });
  return {
    ...plain,
    ...(name !== undefined && { name: name.replace(/\s+/g, ' ').trim() }),
    ref: trimmed(ref),
    measured: trimmed(measured),
    unit: trimmed(unit),
    dataSource: trimmed(dataSource),
    calendar: trimmed(calendar),
    // One way of coming to a figure takes the place of the other.
    formula: calculated && formula === undefined ? null : kept,
    ...(kept ? kpiToColumns({}) : counted),
  };
}

function checkCount(db: ReadDb, { bodyId, planId }: NonNullable<Kpi['calculated']>): void {
  if (planId !== null && !planHead(db, planId)) throw noPlan();
  if (bodyId !== null && !isBody(db, bodyId)) {
    throw new AppError('not-found', 'This board or group is no longer in the register. Choose another.');
  }
}

const countWords = {
  attendance: 'attendance at meetings',
  'actions-on-track': 'share of actions on track',
  'duties-answered': 'share of duties answered',
} as const;

/** What is measured, field by field, in words: what a change of it is told by. */
const measuredFields: Readonly<Record<string, (db: ReadDb, kpi: Kpi) => string | null>> = {
  Name: (_, kpi) => kpi.name,
  'What it measures': (_, kpi) => kpi.measured ?? null,
  Unit: (_, kpi) => kpi.unit,
  'Kind of figure': (_, kpi) => kpi.unitKind ?? null,
  Better: (_, { polarity }) => polarity && (polarity === 'up' ? 'higher is better' : 'lower is better'),
  Source: (_, kpi) => kpi.dataSource,
  'How often': (_, kpi) => kpi.frequency ?? null,
  Year: (_, kpi) => kpi.yearKind ?? null,
  'How the year is reached': (_, kpi) => kpi.yearBy ?? null,
  Formula: (db, kpi) => (kpi.formula === undefined ? null : viewFormula(db, null, kpi.formula).words),
  'Counted from the register': (_, { calculated }) => (calculated ? countWords[calculated.kind] : null),
};

/** In which fields of what is measured two definitions differ, as printed. */
export function measuredDifferences(db: ReadDb, before: Kpi, after: Kpi): KpiChange['fields'] {
  return Object.entries(measuredFields).flatMap(([label, of]) => {
    const [was, is] = [of(db, before), of(db, after)];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}
