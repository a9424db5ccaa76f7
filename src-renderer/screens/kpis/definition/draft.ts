import type { z } from 'zod';
import type {
  Calculated,
  Frequency,
  Kpi,
  UnitKind,
  YearKind,
  YearRule,
} from '#shared/contract/kpi-records.ts';
import type { kpisContract } from '#shared/contract/kpis.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { readFigure } from '#shared/domain/numbers.ts';

/** The definition of a KPI as it stands in the dialogue: words as typed, choices as chosen. */
export type Draft = {
  readonly name: string;
  readonly ref: string;
  readonly measured: string;
  readonly unitKind: UnitKind;
  readonly unit: string;
  readonly decimals: string;
  readonly way: 'up' | 'down' | 'unset';
  readonly source: string;
  readonly owners: string;
  readonly calendar: string;
  readonly yearKind: YearKind;
  readonly startMonth: number;
  readonly frequency: Frequency | 'as-figures';
  readonly yearBy: YearRule | 'unset';
  readonly from: 'typed' | 'formula' | Calculated['kind'];
  readonly formula: string;
  readonly bodyId: string | null;
  readonly countedPlanId: string | null;
  readonly tolerance: string;
  readonly toleranceBy: 'points' | 'percent';
  readonly onTrackWithin: string;
  readonly dueDays: string;
  readonly countsChildren: boolean;
  readonly planId: string | null;
  readonly sectionId: string | null;
};

const numberWords = (number: number | null | undefined): string =>
  number === null || number === undefined ? '' : String(number);

/** What the dialogue begins with. `formula` is that of the KPI as it reads, with references for ids. */
export function draftOf(
  kpi: Kpi | null,
  o: { readonly formula: string | null; readonly planId: string | null },
): Draft {
  return {
    name: kpi?.name ?? '',
    ref: kpi?.ref ?? '',
    measured: kpi?.measured ?? '',
    unitKind: kpi ? unitKindOf(kpi) : 'percentage',
    unit: kpi ? (kpi.unit ?? '') : '%',
    decimals: numberWords(kpi?.decimals),
    way: kpi?.polarity ?? 'unset',
    source: kpi?.dataSource ?? '',
    owners: kpi?.owners.map((lead) => lead.text).join('\n') ?? '',
    calendar: kpi?.calendar ?? '',
    yearKind: kpi?.yearKind ?? 'financial',
    startMonth: kpi?.yearStartMonth ?? 4,
    frequency: kpi?.frequency ?? 'as-figures',
    yearBy: kpi?.yearBy ?? 'unset',
    from: kpi?.formula !== undefined ? 'formula' : (kpi?.calculated?.kind ?? 'typed'),
    formula: o.formula ?? '',
    bodyId: kpi?.calculated?.bodyId ?? null,
    countedPlanId: kpi?.calculated?.planId ?? null,
    tolerance: numberWords(kpi?.tolerance),
    toleranceBy: kpi?.toleranceBy ?? 'points',
    onTrackWithin: numberWords(kpi?.onTrackWithin),
    dueDays: numberWords(kpi?.dueDays),
    countsChildren: kpi?.countsChildren ?? false,
    planId: kpi ? kpi.planId : o.planId,
    sectionId: kpi?.sectionId ?? null,
  };
}

export type Wrong = Partial<Record<keyof Draft, string>>;

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim());

/** A number as typed: null for none, undefined where the words are none. */
function numberIn(words: string): number | null | undefined {
  if (words.trim() === '') return null;
  return readFigure(words).number ?? undefined;
}

const wholeIn = (words: string, most: number): number | null | undefined => {
  const number = numberIn(words);
  return number === null ||
    (number !== undefined && Number.isInteger(number) && number >= 0 && number <= most)
    ? number
    : undefined;
};

/** What cannot be meant, field by field, in sentences. */
export function wrongIn(draft: Draft): Wrong {
  const wrong: Wrong = {};
  if (draft.name.trim() === '')
    wrong.name = 'A KPI needs a name: its chart and its reports are headed by it.';
  for (const key of ['tolerance', 'onTrackWithin'] as const) {
    const number = numberIn(draft[key]);
    if (number === undefined || (number ?? 0) < 0)
      wrong[key] = `“${draft[key]}” is not a number of 0 or more. Write 3, or 2.5.`;
  }
  if (wholeIn(draft.dueDays, 1_000) === undefined)
    wrong.dueDays = `“${draft.dueDays}” is no count of days. Write 10.`;
  if (wholeIn(draft.decimals, 6) === undefined)
    wrong.decimals = `“${draft.decimals}” is not a whole number from 0 to 6.`;
  if (draft.from === 'formula' && draft.formula.trim() === '')
    wrong.formula = 'Write what it is worked out from, such as 100 * NI 72 / NI 73.';
  return wrong;
}

type Definition = Omit<z.input<typeof kpisContract.edit.input>, 'kpiId' | 'sectionId' | 'change' | 'name'>;

/** The definition as it is saved. Only a draft without faults is. */
export function definitionOf(draft: Draft): Definition & { name: string } {
  const counted = draft.from !== 'typed' && draft.from !== 'formula';
  return {
    name: draft.name.trim(),
    ref: orNull(draft.ref),
    measured: orNull(draft.measured),
    unit: orNull(draft.unit),
    unitKind: draft.unitKind,
    decimals: wholeIn(draft.decimals, 6) ?? null,
    polarity: draft.way === 'unset' ? null : draft.way,
    dataSource: orNull(draft.source),
    owners: draft.owners,
    calendar: orNull(draft.calendar),
    yearKind: draft.yearKind === 'financial' ? null : draft.yearKind,
    yearStartMonth: draft.yearKind === 'custom' ? draft.startMonth : null,
    frequency: draft.frequency === 'as-figures' ? null : draft.frequency,
    yearBy: draft.yearBy === 'unset' ? null : draft.yearBy,
    formula: draft.from === 'formula' ? draft.formula.trim() : null,
    calculated: counted
      ? {
          kind: draft.from as Calculated['kind'],
          bodyId: draft.from === 'attendance' ? draft.bodyId : null,
          planId: draft.from === 'attendance' ? null : draft.countedPlanId,
        }
      : null,
    tolerance: numberIn(draft.tolerance) ?? null,
    toleranceBy: draft.toleranceBy === 'percent' ? 'percent' : null,
    onTrackWithin: numberIn(draft.onTrackWithin) ?? null,
    dueDays: wholeIn(draft.dueDays, 1_000) ?? null,
    countsChildren: draft.countsChildren,
  };
}

/** Only what differs from what the dialogue began with: an untouched field is not written. */
export function changedIn(draft: Draft, before: Draft): Partial<ReturnType<typeof definitionOf>> {
  const [now, was] = [definitionOf(draft), definitionOf(before)];
  const differs = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof typeof was]),
  );
  return Object.fromEntries(differs);
}
