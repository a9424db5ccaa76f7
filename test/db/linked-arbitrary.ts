import fc from 'fast-check';
import type { DutyAnswer } from '#shared/contract/linked.ts';
import type { RegisterContent } from '#shared/contract/register.ts';

/** Of another version than all other ids, so that no two records ever share one. */
const id = fc.uuid({ version: 4 });
const unlike = { selector: (one: { id: string }) => one.id };
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const colour = fc.constantFrom('#16724f', '#ae130e', '#173a9c');
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
/** Nothing, or an object of one field: optional fields are left out, never undefined. */
const maybe = <T extends object>(some: fc.Arbitrary<T>) => fc.option(some, { nil: {} });

/**
 * The same content with funding streams, what answers the duties, links to KPIs, duties and streams, measures
 * done and statuses whose colour was kept.
 */
export function withLinked(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const { actions, sections, kpis, duties } = content;
  const usual: NonNullable<RegisterContent['settings']['key']> = content.plans[0]?.key ?? [];
  const owners = [
    ...actions.map((one) => ({ actionId: one.id, sectionId: null, kpiId: null })),
    ...sections.map((one) => ({ actionId: null, sectionId: one.id, kpiId: null })),
    ...kpis.map((one) => ({ actionId: null, sectionId: null, kpiId: one.id })),
  ];
  const stream = fc.record({
    id,
    source: fc.constant(null),
    name: words,
    also: fc.array(words, { maxLength: 2 }),
    note: fc.option(words, { nil: null }),
  });
  const answer = () =>
    fc
      .record({ id, dutyId: fc.constantFrom(...duties.map((one) => one.id)), of: fc.constantFrom(...owners) })
      .map(({ of, ...rest }) => ({ ...rest, source: null, ...of }));
  const oneOf = (list: readonly { id: string }[], field: 'kpiId' | 'dutyId' | 'streamId') =>
    list.length === 0
      ? fc.constant({})
      : maybe(fc.constantFrom(...list.map((one) => one.id)).map((to) => ({ [field]: to })));
  return fc.uniqueArray(stream, { ...unlike, maxLength: 2 }).chain((streams) => {
    const link: fc.Arbitrary<object> = fc
      .tuple(
        maybe(fc.record({ code: words })),
        oneOf(kpis, 'kpiId'),
        oneOf(duties, 'dutyId'),
        oneOf(streams, 'streamId'),
      )
      .map((parts) => Object.assign({}, ...parts) as object);
    return fc
      .record({
        answers:
          owners.length === 0 || duties.length === 0
            ? fc.constant<DutyAnswer[]>([])
            : fc.uniqueArray(answer(), { ...unlike, maxLength: 3 }),
        links: fc.array(link, { minLength: 1, maxLength: 4 }),
        done: fc.array(maybe(fc.record({ doneOn: day })), { minLength: 1, maxLength: 3 }),
        colours: fc.array(maybe(fc.record({ statusColour: colour })), { minLength: 1, maxLength: 3 }),
        key: maybe(fc.record({ key: fc.boolean().map((own) => (own ? usual : [])) })),
      })
      .map(
        ({ answers, links, done, colours, key }): RegisterContent => ({
          ...content,
          settings: { ...content.settings, ...key },
          actions: actions.map((action) => ({
            ...action,
            links: action.links.map((one, at) => ({ ...one, ...links[at % links.length] })),
          })),
          measures: content.measures.map((one, at) => ({ ...one, ...done[at % done.length] })),
          progress: content.progress.map((one, at) => ({ ...one, ...colours[at % colours.length] })),
          ...(streams.length > 0 && { fundingStreams: streams }),
          ...(answers.length > 0 && { dutyAnswers: answers }),
        }),
      );
  });
}
