import fc from 'fast-check';
import { type Lineage, lineageKinds } from '#shared/contract/lineage.ts';
import type { RegisterContent } from '#shared/contract/register.ts';

const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

/** The same content with links from year to year between its actions and between its KPIs; none is left out. */
export function withLineage(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const { plans, actions, kpis } = content;
  if (plans.length === 0 || actions.length + kpis.length === 0) return fc.constant(content);
  const idOf = (records: readonly { id: string }[]) => fc.constantFrom(...records.map(({ id }) => id));
  const link = (what: 'Action' | 'Kpi', records: readonly { id: string }[]) =>
    fc
      .record({
        id: fc.uuid({ version: 7 }),
        planId: idOf(plans),
        kind: fc.constantFrom(...lineageKinds),
        from: idOf(records),
        to: idOf(records),
        reason: words.map((text) => `because ${text}`),
        measuredChange: fc.option(words, { nil: null }),
        on: day,
      })
      .map(({ from, to, kind, ...rest }): Lineage => {
        const ends = kind === 'closed' || kind === 'dropped';
        const nowhere = { fromActionId: null, toActionId: null, fromKpiId: null, toKpiId: null };
        const there = { [`from${what}Id`]: from, [`to${what}Id`]: ends ? null : to };
        return { source: null, kind, ...rest, ...nowhere, ...there };
      });
  const links = fc.oneof(
    ...[
      actions.length > 0 ? [link('Action', actions)] : [],
      kpis.length > 0 ? [link('Kpi', kpis)] : [],
    ].flat(),
  );
  return fc.array(links, { maxLength: 3 }).map((lineage) => {
    // In the order of the plans, as everything that belongs to a plan is read.
    const rank = (planId: string) => plans.findIndex(({ id }) => id === planId);
    const sorted = lineage.toSorted((a, b) => rank(a.planId) - rank(b.planId));
    return sorted.length === 0 ? content : { ...content, lineage: sorted };
  });
}
