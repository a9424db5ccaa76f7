import fc from 'fast-check';
import { type Acceptance, checkNames } from '#shared/contract/acceptances.ts';
import type { RegisterContent } from '#shared/contract/register.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** The same content with findings accepted of its actions, sections, KPIs and people; the list is never empty. */
export function withAcceptances(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const owners = [
    ...content.actions.map(({ id }) => ({ actionId: id, sectionId: null, kpiId: null })),
    ...content.sections.map(({ id }) => ({ actionId: null, sectionId: id, kpiId: null })),
    ...content.kpis.map(({ id }) => ({ actionId: null, sectionId: null, kpiId: id })),
    ...content.people.map(({ id }) => ({ actionId: null, sectionId: null, kpiId: null, personId: id })),
  ];
  if (owners.length === 0) return fc.constant(content);
  const one = fc
    .record({
      id: fc.uuid({ version: 7 }),
      check: fc.constantFrom(...checkNames),
      owner: fc.constantFrom(...owners),
      finding: words,
      reason: words.map((text) => `because ${text}`),
      on: day,
      by: fc.option(words, { nil: null }),
      basis: words,
    })
    .map(({ owner, ...rest }): Acceptance => ({ source: null, ...rest, ...owner }));
  return fc
    .array(one, { maxLength: 3 })
    .map((acceptances) => (acceptances.length === 0 ? content : { ...content, acceptances }));
}
