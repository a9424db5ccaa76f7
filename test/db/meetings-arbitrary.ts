import fc from 'fast-check';
import {
  closureKinds,
  itemKinds,
  type MinuteCorrection,
  minuteCounts,
  type OwedReport,
  type ReportDelivery,
  resolutionCounts,
  resolutionStates,
} from '#shared/contract/meeting-records.ts';
import type { Lead, RegisterContent, Timescale } from '#shared/contract/register.ts';

/** Of another version than all other ids, so that no two records ever share one. */
const id = fc.uuid({ version: 5 });
const unlike = { selector: (one: { id: string }) => one.id };
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const time = fc
  .integer({ min: 0, max: 1_439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const minutes = fc.integer({ min: 1, max: 480 });
const yes = fc.constant(true as const);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const none = fc.constant(null);

/** Some of these fields: what is optional is left out, never undefined. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record(fields, { requiredKeys: [] });
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 });
const idIn = (records: readonly { id: string }[]) =>
  records.length === 0 ? none : maybe(fc.constantFrom(...records.map((one) => one.id)));

const due = fc.record({ text: words, end: maybe(day) }).map(
  ({ text: said, end }): Timescale => ({
    text: said,
    kind: 'by',
    start: null,
    end,
    precision: end ? 'day' : null,
    ongoing: false,
    recurrence: null,
    revisedFrom: null,
    ambiguous: false,
  }),
);

/** The same content with all that the JSON form has learnt of bodies, meetings and what became of them. */
export function withMeetings(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const { people, plans, sections, actions, kpis, bodies, meetings, agendaItems, resolutions } = content;
  const personId = idIn(people);
  const officer = fc.record({ text: words, personId });
  const lead: fc.Arbitrary<Lead> = fc.record({ text, personId, role: maybe(text), note: maybe(text) });
  const ofBody = some({
    quorum: fc.integer({ min: 1, max: 9 }),
    terms: words,
    documents: list(fc.record({ title: text, where: text })),
    usualPlace: words,
    usualStart: time,
    usualMinutes: minutes,
    papersDays: fc.integer({ min: 0, max: 30 }),
    papersUnit: fc.constant('working-days' as const),
    groups: list(words),
    numbering: fc.record({
      pattern: words,
      counts: fc.constantFrom(...minuteCounts),
      of: fc.constantFrom('item' as const, 'meeting' as const),
    }),
    resolving: fc.record({ words, counts: fc.constantFrom(...resolutionCounts) }),
    standingItems: list(
      fc.record({
        title: text,
        kind: maybe(fc.constantFrom(...itemKinds)),
        plannedMinutes: maybe(minutes),
        officer: maybe(officer),
      }),
    ),
    endedOn: day,
  });
  const ofMeeting = some({
    startTime: time,
    lengthMinutes: minutes,
    papersOn: day,
    sequence: fc.integer({ min: 1, max: 9 }),
    seriesId: id,
    chair: words,
    clerk: words,
    closedTime: time,
    circulatedOn: day,
    commentsBy: day,
    confirmedOn: day,
    ...(meetings.length > 0 && {
      confirmedAtMeetingId: fc.constantFrom(...meetings.map((one) => one.id)),
    }),
    cancelledWhy: words,
  });
  const ofPoint = some({ kind: fc.constantFrom('question', 'answer', 'decision'), confidential: yes });
  const ofItem = some({
    kind: fc.constantFrom(...itemKinds),
    plannedMinutes: minutes,
    beganTime: time,
    officer,
    confidential: yes,
    minuteRef: words,
    furtherTo: words,
    papers: list(fc.record({ title: text, where: maybe(text), report: maybe(text), snapshotId: maybe(id) })),
    links: list(
      fc.record({
        text,
        planId: idIn(plans),
        sectionId: idIn(sections),
        actionId: idIn(actions),
        kpiId: idIn(kpis),
        resolutionId: idIn(resolutions),
      }),
    ),
  });
  const ofResolution = some({
    state: fc.constantFrom(...resolutionStates),
    ...(resolutions.length > 0 && {
      supersededById: fc.constantFrom(...resolutions.map((one) => one.id)),
    }),
    doneOn: day,
    doneWords: words,
    leads: list(lead),
    due,
    confidential: yes,
  });
  const record = { id, source: none };
  const owed: fc.Arbitrary<OwedReport> = fc.record({
    ...record,
    resolutionId: idIn(resolutions),
    title: text,
    toBodyId: idIn(bodies),
    every: text,
    nextOn: maybe(day),
    officer: maybe(officer),
  });
  const records = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
    fc.uniqueArray(one, { ...unlike, maxLength: 2 });
  const each = (one: fc.Arbitrary<object>) => fc.array(one, { minLength: 1, maxLength: 3 });

  return records(owed).chain((owedReports) =>
    fc
      .record({
        ofBody: each(ofBody),
        ofMeeting: each(ofMeeting),
        ofPoint: each(ofPoint),
        ofItem: each(ofItem),
        ofResolution: each(ofResolution),
        deliveries:
          owedReports.length === 0
            ? fc.constant<ReportDelivery[]>([])
            : records(
                fc.record({
                  ...record,
                  owedReportId: fc.constantFrom(...owedReports.map((one) => one.id)),
                  meetingId: idIn(meetings),
                  on: day,
                  words: text,
                }),
              ),
        corrections:
          meetings.length === 0
            ? fc.constant<MinuteCorrection[]>([])
            : records(
                fc.record(
                  {
                    ...record,
                    meetingId: fc.constantFrom(...meetings.map((one) => one.id)),
                    atMeetingId: idIn(meetings),
                    agendaItemId: idIn(agendaItems),
                    on: day,
                    text,
                    confidential: yes,
                  },
                  {
                    requiredKeys: ['id', 'source', 'meetingId', 'atMeetingId', 'agendaItemId', 'on', 'text'],
                  },
                ),
              ),
        closures: records(
          fc.record({
            ...record,
            name: text,
            kind: fc.constantFrom(...closureKinds),
            from: day,
            until: day,
          }),
        ),
        lines: records(
          fc.record({
            ...record,
            level: maybe(fc.integer({ min: 1, max: 6 })),
            fromBodyId: idIn(bodies),
            fromPlanId: idIn(plans),
            from: maybe(text),
            report: text,
            every: maybe(text),
            toBodyId: idIn(bodies),
            toPlanId: idIn(plans),
            to: maybe(text),
          }),
        ),
      })
      .map((made): RegisterContent => {
        const extended = <T extends object>(rows: readonly T[], by: readonly object[]): T[] =>
          rows.map((row, at) => ({ ...row, ...by[at % by.length] }));
        const { deliveries, corrections, closures, lines } = made;
        return {
          ...content,
          bodies: extended(bodies, made.ofBody),
          meetings: extended(meetings, made.ofMeeting),
          agendaItems: extended(agendaItems, made.ofItem).map((item) => ({
            ...item,
            points: extended(item.points, made.ofPoint),
          })),
          resolutions: extended(resolutions, made.ofResolution),
          ...(owedReports.length > 0 && { owedReports }),
          ...(deliveries.length > 0 && { reportDeliveries: deliveries }),
          ...(corrections.length > 0 && { minuteCorrections: corrections }),
          ...(closures.length > 0 && { closures }),
          ...(lines.length > 0 && { reportingLines: lines }),
        };
      }),
  );
}
