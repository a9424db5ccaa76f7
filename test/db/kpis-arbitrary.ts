import fc from 'fast-check';
import {
  frequencies,
  type Kpi,
  type KpiChange,
  type KpiJudgement,
  type KpiNarrative,
  type KpiValue,
  type Revision,
  registerCounts,
  unitKinds,
  yearKinds,
  yearRules,
} from '#shared/contract/kpi-records.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import type { SuppressionRule } from '#shared/contract/suppression-rule.ts';
import { states } from '#shared/domain/states.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 2_000_000_000 })
  .map((seconds) => new Date(seconds * 1_000).toISOString());
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const period = fc.record({ label: words, start: maybe(day), end: maybe(day) });
/** The office's rule for small numbers of children. */
export const suppression: fc.Arbitrary<SuppressionRule> = fc.record(
  {
    threshold: fc.integer({ min: 2, max: 100 }),
    secondary: fc.boolean(),
    roundTo: fc.constantFrom(5 as const, 10 as const),
  },
  { requiredKeys: ['threshold', 'secondary'] },
);
const refTo = (records: readonly { id: string }[]): fc.Arbitrary<string | null> =>
  records.length === 0 ? fc.constant(null) : maybe(oneOf(records.map((record) => record.id)));

const rules = { toleranceBy: oneOf(['points', 'percent'] as const), onTrackWithin: number };
const revision: fc.Arbitrary<Revision> = fc.record({
  text: words,
  number: maybe(number),
  symbol: maybe(words),
  provisional: fc.boolean(),
  enteredAt: maybe(instant),
  enteredBy: maybe(words),
  replacedAt: instant,
});

const value: fc.Arbitrary<Partial<KpiValue>> = fc.record(
  {
    ...rules,
    polarity: oneOf(['up', 'down'] as const),
    note: words,
    enteredAt: instant,
    enteredBy: words,
    calculated: oneOf(['formula', 'register'] as const),
    revisions: fc.array(revision, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const narrative: fc.Arbitrary<Partial<KpiNarrative>> = fc.record(
  { says: words, byWhen: words, help: words },
  { requiredKeys: [] },
);

const definition = (content: RegisterContent): fc.Arbitrary<Partial<Kpi>> =>
  fc.record(
    {
      ...rules,
      measured: words,
      unitKind: oneOf(unitKinds),
      decimals: fc.integer({ min: 0, max: 6 }),
      yearKind: oneOf(yearKinds),
      yearStartMonth: fc.integer({ min: 1, max: 12 }),
      frequency: oneOf(frequencies),
      yearBy: oneOf(yearRules),
      formula: words,
      calculated: fc.record({
        kind: oneOf(registerCounts),
        bodyId: refTo(content.bodies),
        planId: refTo(content.plans),
      }),
      dueDays: fc.integer({ min: 0, max: 1_000 }),
      countsChildren: fc.boolean(),
    },
    { requiredKeys: [] },
  );

const change = (kpis: readonly Kpi[]): fc.Arbitrary<KpiChange> =>
  fc.record({
    id: fc.uuid({ version: 7 }),
    source: fc.constant(null),
    kpiId: oneOf(kpis.map(({ id }) => id)),
    on: day,
    words,
    breaks: fc.boolean(),
    fields: fc.array(fc.record({ label: words, before: maybe(words), after: maybe(words) }), {
      maxLength: 2,
    }),
    by: maybe(words),
  });
const judgement = (kpis: readonly Kpi[]): fc.Arbitrary<KpiJudgement> =>
  fc.record({
    id: fc.uuid({ version: 7 }),
    source: fc.constant(null),
    kpiId: oneOf(kpis.map(({ id }) => id)),
    period,
    state: maybe(oneOf(states)),
    reason: words,
    by: maybe(words),
    on: day,
  });

const each = <T, U>(list: readonly T[], more: fc.Arbitrary<U>): fc.Arbitrary<(T & U)[]> =>
  fc.tuple(...list.map((one) => more.map((rest) => ({ ...one, ...rest }))));

/** The same content with all that KPIs may have beside what they had in the first version of the form. */
export function withKpis(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const { kpis } = content;
  if (kpis.length === 0) return fc.constant(content);
  return fc
    .record({
      kpis: each(kpis, definition(content)),
      kpiValues: each(content.kpiValues, value),
      kpiNarratives: each(content.kpiNarratives, narrative),
      changes: fc.array(change(kpis), { maxLength: 3 }),
      judgements: fc.array(judgement(kpis), { maxLength: 3 }),
    })
    .map(({ changes, judgements, ...rest }) => ({
      ...content,
      ...rest,
      ...(changes.length > 0 && { kpiChanges: changes }),
      ...(judgements.length > 0 && { kpiJudgements: judgements }),
    }));
}
