import fc from 'fast-check';
import { precisions, type Timescale, timescaleKinds } from '#shared/contract/register.ts';

/** Timescales as a register may hold them, with what they were before they were revised. */

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);

export const timescale: fc.Arbitrary<Timescale> = fc.letrec<{ timescale: Timescale }>((tie) => ({
  timescale: fc.record({
    text: words,
    kind: oneOf(timescaleKinds),
    start: maybe(day),
    end: maybe(day),
    precision: maybe(oneOf(precisions)),
    ongoing: fc.boolean(),
    recurrence: maybe(words),
    revisedFrom: fc.option(tie('timescale'), { nil: null, maxDepth: 2, depthSize: 'small' }),
    ambiguous: fc.boolean(),
  }),
})).timescale;
