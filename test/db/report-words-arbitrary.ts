import fc from 'fast-check';
import { reportFormats, reportNames } from '#shared/contract/circulation-names.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import {
  type OfficeLook,
  type OwnWords,
  orientations,
  type PlacedWords,
  paperSizes,
  type ReportLayout,
  type ReportTemplate,
} from '#shared/contract/report-records.ts';
import { states } from '#shared/domain/states.ts';

/** Words of the office's own, templates and the look of reports, as a register may hold them. */

const id = fc.uuid({ version: 7 });
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const dots = fc.integer({ min: 1, max: 2_000 });

export const officeLook: fc.Arbitrary<OfficeLook> = fc.record({
  logo: maybe(
    fc.record({
      png: fc.base64String({ maxLength: 40 }),
      width: dots,
      height: dots,
      alt: words,
    }),
  ),
  colour: maybe(colour),
  second: maybe(colour),
  confidentiality: maybe(words),
});

const placed: fc.Arbitrary<PlacedWords> = fc.record({
  place: fc.constantFrom('foreword', 'closing', 'mail', 'at', 'before:summary', 'after:not-good'),
  recordId: maybe(id),
  text: words,
  internal: fc.boolean(),
});

const ownWords = (snapshotIds: readonly string[]): fc.Arbitrary<OwnWords[]> =>
  fc.array(
    fc
      .tuple(
        placed,
        fc.record({
          id,
          source: fc.constant(null),
          report: fc.constantFrom(...reportNames),
          ofId: maybe(id),
          snapshotId: fc.constantFrom(null, ...snapshotIds),
          writtenOn: day,
        }),
      )
      .map(([place, row]) => ({ ...place, ...row })),
    { maxLength: 3 },
  );

const layout: fc.Arbitrary<ReportLayout> = fc.record({
  parts: fc.array(fc.record({ id: words, shown: fc.boolean() }), { maxLength: 3 }),
  withoutColumns: fc.array(words, { maxLength: 3 }),
  states: maybe(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 3 })),
  paper: fc.record({
    size: fc.constantFrom(...paperSizes),
    orientation: fc.constantFrom(...orientations),
  }),
  cover: fc.record({ ownPage: fc.boolean(), contents: fc.boolean(), logo: fc.boolean() }),
});

const reportTemplates: fc.Arbitrary<ReportTemplate[]> = fc.array(
  fc.record({
    id,
    source: fc.constant(null),
    name: words,
    report: fc.constantFrom(...reportNames),
    usual: fc.boolean(),
    choices: fc.record({
      planId: maybe(id),
      sectionId: maybe(id),
      leadId: maybe(id),
      listId: maybe(id),
      formats: fc.subarray([...reportFormats]),
      layout,
      words: fc.array(placed, { maxLength: 2 }),
    }),
  }),
  { maxLength: 2 },
);

/** The same register with words in its reports and templates of them; what there is none of is left out. */
export const withReportWords = (register: RegisterJson): fc.Arbitrary<RegisterJson> =>
  fc.tuple(ownWords(register.snapshots.map((one) => one.id)), reportTemplates).map(([own, templates]) => ({
    ...register,
    ...(own.length > 0 && { reportWords: own }),
    ...(templates.length > 0 && { reportTemplates: templates }),
  }));
