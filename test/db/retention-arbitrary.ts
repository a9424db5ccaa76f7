import fc from 'fast-check';
import type { RegisterContent } from '#shared/contract/register.ts';

const years = fc.integer({ min: 0, max: 100 });

/** The same content with how long its plans are kept: the office's years, those of some plans, or nothing said of it. */
export const withRetention = (content: RegisterContent): fc.Arbitrary<RegisterContent> => {
  const own = fc
    .subarray(content.plans)
    .chain((some) => fc.tuple(...some.map(({ id }) => years.map((kept) => ({ planId: id, years: kept })))));
  const rule = fc.record({ years: fc.option(years, { nil: null }), plans: own });
  return fc
    .option(rule, { nil: null })
    .map((retention) => (retention ? { ...content, settings: { ...content.settings, retention } } : content));
};
