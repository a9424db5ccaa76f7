import { hash } from 'node:crypto';
import fc from 'fast-check';
import type { Lead, RegisterContent, RegisterJson, Source } from '#shared/contract/register.ts';
import {
  type AgendaItem,
  Attendance,
  Link,
  Meeting,
  Person,
  Resolution,
  sectionKinds,
  valueRoles,
} from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { states } from '#shared/domain/states.ts';
import { eachIdOnce } from './each-id-once.ts';
import { suppression } from './kpis-arbitrary.ts';
import { officeLook, withReportWords } from './report-words-arbitrary.ts';
import { timescale } from './timescale-arbitrary.ts';
import { withAll } from './whole-arbitrary.ts';

/** Whole registers in the JSON form, every reference to something that is there. */

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const id = fc.uuid({ version: 7 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 2_000_000_000 })
  .map((seconds) => new Date(seconds * 1_000).toISOString());
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
/** A field that is left out where there is nothing to say. */
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const few = <T>(some: fc.Arbitrary<T>, maxLength = 3) => fc.array(some, { maxLength });
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const refTo = (records: readonly { id: string }[]): fc.Arbitrary<string | null> =>
  records.length === 0 ? fc.constant(null) : maybe(oneOf(records.map((record) => record.id)));

const status = fc.record({ state: oneOf(states), label: words });
const period = fc.record({ label: words, start: maybe(day), end: maybe(day) });
const detail = fc.record({ label: words, text: words });

const imports = few(
  fc.record({
    id,
    source: fc.constant(null),
    at: instant,
    files: fc.uniqueArray(
      fc.record({
        name: words,
        sha256: words,
        format: words,
        reconciliation: fc.record({ cells: fc.nat(), placed: fc.nat(), tray: fc.nat(), lost: fc.nat() }),
      }),
      { maxLength: 2, selector: (file) => file.name },
    ),
  }),
  2,
);

type Imports = RegisterJson['imports'];

function sourceIn(from: Imports): fc.Arbitrary<Source | null> {
  const files = from.flatMap((one) => one.files.map((file) => ({ importId: one.id, file: file.name })));
  if (files.length === 0) return fc.constant(null);
  return maybe(
    fc
      .record({ file: oneOf(files), where: words, cells: fc.dictionary(fc.string({ maxLength: 5 }), words) })
      .map(({ file, where, cells }) => ({ ...file, where, cells: { ...cells } })),
  );
}

/** What a register freezes, with references inside it and provenance from the imports given. */
function content(from: Imports): fc.Arbitrary<RegisterContent> {
  const source = sourceIn(from);
  const base = fc.record({
    people: few(
      fc.record({
        id,
        source,
        kind: oneOf(Person.shape.kind.options),
        name: words,
        initials: maybe(words),
        role: maybe(words),
        email: maybe(words),
        retiredOn: some(day),
      }),
    ),
    planIds: few(fc.record({ id }), 3),
    sectionIds: few(fc.record({ id }), 4),
    actionIds: few(fc.record({ id }), 6),
    kpiIds: few(fc.record({ id }), 3),
    bodyIds: few(fc.record({ id }), 2),
    meetingIds: few(fc.record({ id }), 2),
    itemIds: few(fc.record({ id }), 2),
  });
  return base.chain((ids) => {
    const [plan] = ids.planIds;
    const planIds = ids.planIds;
    const sectionIds = plan ? ids.sectionIds : [];
    const actionIds = plan ? ids.actionIds : [];
    const itemIds = ids.meetingIds.length > 0 ? ids.itemIds : [];
    const onePlan = () => oneOf(planIds.map((one) => one.id));
    const oneMeeting = () => oneOf(ids.meetingIds.map((one) => one.id));
    const lead: fc.Arbitrary<Lead> = fc.record({
      text: words,
      personId: refTo(ids.people),
      role: maybe(words),
      note: maybe(words),
    });
    const each = <T extends { id: string }>(
      list: readonly T[],
      make: (index: number) => fc.Arbitrary<object>,
    ) => fc.tuple(...list.map((one, index) => make(index).map((rest) => ({ ...one, ...rest }))));
    const hangingOn = (
      owners: readonly { id: string }[],
      make: (owner: fc.Arbitrary<string>) => fc.Arbitrary<object>,
    ) => (owners.length === 0 ? fc.constant([]) : few(make(oneOf(owners.map((one) => one.id))), 4));
    const record = { id, source };
    return fc.record({
      format: fc.constant('plan-register'),
      version: fc.constant(1),
      settings: fc.record({
        partnership: words,
        financialYearStart: fc.integer({ min: 1, max: 12 }),
        academicYearStart: fc.integer({ min: 1, max: 12 }),
        outcomes: few(words),
        silentDays: some(fc.integer({ min: 1, max: 3_650 })),
        suppression: some(suppression),
        look: some(officeLook),
      }),
      plans: each(planIds, () =>
        fc.record({
          source,
          kind: words,
          title: words,
          period: maybe(period),
          subject: maybe(words),
          preamble: maybe(words),
          silentDays: some(fc.integer({ min: 1, max: 3_650 })),
          parentPlanId: refTo(planIds),
          continuesPlanId: refTo(planIds),
          key: few(
            fc.record({ state: oneOf(states), label: words, colour: words, shape: words, definition: words }),
          ),
        }),
      ),
      sections: each(sectionIds, (index) =>
        fc.record({
          source,
          planId: onePlan(),
          // A section stands in one before it: a tree has no circles.
          parentId: refTo(sectionIds.slice(0, index)),
          kind: oneOf(sectionKinds),
          ref: maybe(words),
          title: words,
          bullets: few(words),
          leads: few(lead),
          details: few(detail),
        }),
      ),
      actions: each(actionIds, () =>
        fc.record({
          source,
          planId: onePlan(),
          sectionId: refTo(sectionIds),
          ref: maybe(words),
          text: words,
          bullets: few(words),
          leads: few(lead),
          timescale: maybe(timescale),
          status: maybe(status),
          resources: maybe(words),
          comment: maybe(words),
          details: few(detail),
          links: few(
            fc.record({
              text: words,
              kind: oneOf(Link.shape.kind.options),
              planId: refTo(planIds),
              sectionId: refTo(sectionIds),
              actionId: refTo(actionIds),
            }),
          ),
          reviewOn: maybe(day),
          continuesActionId: refTo(actionIds),
        }),
      ),
      measures: hangingOn(actionIds, (actionId) =>
        fc.record({ ...record, actionId, text: words, leads: few(lead), kpiId: refTo(ids.kpiIds) }),
      ),
      progress: fc
        .tuple(
          hangingOn(actionIds, (actionId) => update({ actionId, kpiId: fc.constant(null) })),
          hangingOn(ids.kpiIds, (kpiId) => update({ actionId: fc.constant(null), kpiId })),
        )
        .map((lists) => lists.flat()),
      kpis: each(ids.kpiIds, () =>
        fc.record({
          source,
          planId: refTo(planIds),
          sectionId: refTo(sectionIds),
          ref: maybe(words),
          name: words,
          unit: maybe(words),
          polarity: maybe(oneOf(['up', 'down'] as const)),
          dataSource: maybe(words),
          owners: few(lead),
          calendar: maybe(words),
          tolerance: maybe(number),
          details: few(detail),
        }),
      ),
      kpiValues: hangingOn(ids.kpiIds, (kpiId) =>
        fc.record({
          ...record,
          kpiId,
          role: oneOf(valueRoles),
          period,
          number: maybe(number),
          text: words,
          symbol: maybe(words),
          comparator: maybe(words),
          tolerance: maybe(number),
          provisional: fc.boolean(),
        }),
      ),
      kpiNarratives: hangingOn(ids.kpiIds, (kpiId) =>
        fc.record({
          ...record,
          kpiId,
          period,
          behind: words,
          doing: words,
          by: maybe(words),
          on: maybe(day),
        }),
      ),
      duties: few(
        fc.record({
          ...record,
          planId: refTo(planIds),
          text: words,
          basis: maybe(words),
          inForceFrom: maybe(timescale),
        }),
      ),
      people: fc.constant(ids.people),
      bodies: each(ids.bodyIds, () =>
        fc.record({
          source,
          name: words,
          kind: maybe(words),
          purpose: maybe(words),
          role: maybe(words),
          cycle: maybe(words),
          reportsToId: refTo(ids.bodyIds),
          members: few(
            fc.record({
              name: words,
              personId: refTo(ids.people),
              role: maybe(words),
              from: maybe(day),
              until: maybe(day),
            }),
          ),
        }),
      ),
      meetings: each(ids.meetingIds, () =>
        fc
          .record({
            source,
            bodyId: refTo(ids.bodyIds),
            title: words,
            heldOn: maybe(day),
            place: maybe(words),
            minuteRef: maybe(words),
            furtherTo: maybe(words),
            state: oneOf(Meeting.shape.state.options),
          })
          .chain((meeting) =>
            some(fc.array(detail, { minLength: 1, maxLength: 2 })).map((details) =>
              details ? { ...meeting, details } : meeting,
            ),
          ),
      ),
      attendance: hangingOn(ids.meetingIds, (meetingId) =>
        fc
          .record({
            ...record,
            meetingId,
            name: words,
            personId: refTo(ids.people),
            state: oneOf(Attendance.shape.state.options),
            substituteFor: maybe(words),
          })
          .chain((one) =>
            some(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })).map((role) =>
              role ? { ...one, role } : one,
            ),
          ),
      ),
      agendaItems: each(itemIds, () =>
        fc.record({
          source,
          meetingId: oneMeeting(),
          number: maybe(words),
          title: words,
          text: words,
          points: few(AgendaItemPoint),
        }),
      ),
      resolutions: hangingOn(ids.meetingIds, (meetingId) =>
        fc.record({
          ...record,
          meetingId,
          agendaItemId: refTo(itemIds),
          number: words,
          text: words,
          kind: maybe(oneOf(Resolution.shape.kind.unwrap().options)),
          actionId: refTo(actionIds),
        }),
      ),
      glossary: few(fc.record({ ...record, planId: refTo(planIds), term: words, meaning: words })),
    }) as fc.Arbitrary<unknown> as fc.Arbitrary<RegisterContent>;

    function update(owner: { actionId: fc.Arbitrary<string | null>; kpiId: fc.Arbitrary<string | null> }) {
      return fc.record({
        ...record,
        ...owner,
        on: maybe(day),
        status: maybe(status),
        text: words,
        by: maybe(words),
        evidence: maybe(words),
      });
    }
  });
}

const AgendaItemPoint: fc.Arbitrary<AgendaItem['points'][number]> = fc.record({
  heading: words,
  text: words,
});

/** A register with its imports, tray and snapshots. */
export const registers: fc.Arbitrary<RegisterJson> = imports.chain((from) => {
  const files = from.flatMap((one) => one.files.map((file) => ({ importId: one.id, file: file.name })));
  const tray =
    files.length === 0
      ? fc.constant<RegisterJson['tray']>([])
      : few(
          fc
            .record({
              id,
              source: fc.constant(null),
              file: oneOf(files),
              where: words,
              text: words,
              state: oneOf(['open', 'placed', 'kept', 'discarded'] as const),
              reason: maybe(words),
            })
            .map(({ file, ...rest }) => ({ ...rest, ...file })),
        );
  const whole = withAll(content(from));
  const frozen = whole.map((held) => JSON.parse(canonicalJson(held)) as RegisterContent);
  return fc
    .record({
      content: whole,
      imports: fc.constant(from),
      tray,
      snapshots: few(fc.record({ id, name: words, takenAt: instant, content: frozen }), 1),
    })
    .map(({ content: held, snapshots, ...rest }) => ({
      ...held,
      ...rest,
      snapshots: snapshots.map((snapshot) => ({
        ...snapshot,
        source: null,
        hash: hash('sha256', canonicalJson(snapshot.content)),
      })),
    }))
    .chain(withReportWords)
    .filter(eachIdOnce);
});
