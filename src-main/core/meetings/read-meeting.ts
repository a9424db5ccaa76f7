import type { ReadDb } from '#db/handles.ts';
import { bodyById, meetingById, meetingsOfBody, proceedingsOf } from '#db/queries/meetings-list.ts';
import { aboutRecords, minutesGiven, progressAt, resolutionNumbers } from '#db/queries/meetings-view.ts';
import { minuteCorrectionsIn } from '#db/queries/register-follow-up.ts';
import { readSettings } from '#db/queries/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AgendaItem, Body, Meeting } from '#shared/contract/meeting-records.ts';
import type { AboutShown, ItemShown, MeetingView } from '#shared/contract/meetings.ts';
import { plannedTimes } from '#shared/domain/agenda-times.ts';
import { yearOf } from '#shared/domain/dates.ts';
import { stageOf } from '#shared/domain/meeting-stages.ts';
import { nextMinute, nextResolution, readStyle, usualStyle } from '#shared/domain/minute-numbers.ts';
import { referencesIn, referencesInWords } from '#shared/domain/minute-references.ts';
import { isMemberOn, isSameMember, quorumOf } from '#shared/domain/quorum.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { type MinuteFinder, minuteFinder } from './minute-links.ts';
import { owedShown } from './owed-shown.ts';
import { mattersArising, shownResolutions } from './shown-resolutions.ts';

export const noMeeting = (): AppError =>
  new AppError('not-found', 'This meeting is no longer in the register. Go back to the list.');

/** A meeting that is there. Throws `not-found`. */
export function meetingNamed(db: ReadDb, meetingId: string): Meeting {
  const meeting = meetingById(db, meetingId);
  if (!meeting) throw noMeeting();
  return meeting;
}

/** Everything of one meeting: what was said, what became of it, and what it takes up of meetings before. */
export function readMeeting({ app, register: { db } }: Doing, meetingId: string): MeetingView {
  const today = app.options.today();
  const meeting = meetingNamed(db, meetingId);
  const body = meeting.bodyId === null ? null : (bodyById(db, meeting.bodyId) ?? null);
  const { attendance, items } = proceedingsOf(db, meetingId);
  const find = minuteFinder(db, { meetingId, bodyId: meeting.bodyId, heldOn: meeting.heldOn });
  const { starts, end } = plannedTimes(meeting.startTime, items);
  const about = aboutRecords(db, items.flatMap(targetsOf));
  const on = meeting.heldOn;
  const members = (body?.members ?? []).filter((member) => on === null || isMemberOn(member, on));
  const beside = neighbours(db, meeting);
  const confirmedAt = meeting.confirmedAtMeetingId
    ? meetingById(db, meeting.confirmedAtMeetingId)
    : undefined;
  return {
    meeting,
    stage: stageOf(meeting),
    body,
    attendance: attendance.map((one) => ({
      ...one,
      member: members.some((member) => isSameMember(member, one)),
    })),
    quorum: quorumOf(body?.quorum ?? null, members, attendance, null),
    items: items.map((item, at) => itemShown(item, starts[at] ?? null, about, find)),
    resolutions: shownResolutions(db, { meetingId }, today),
    progress: progressAt(db, meetingId),
    corrections: correctionsOf(db, meetingId),
    references: meeting.furtherTo === null ? [] : find(referencesInWords(meeting.furtherTo)),
    arising: mattersArising(db, { bodyId: meeting.bodyId, meetingId, before: on }, today),
    owed: meeting.bodyId === null ? [] : owedShown(db, { bodyId: meeting.bodyId, by: on ?? today }, today),
    ...beside,
    confirmedAt: confirmedAt
      ? { id: confirmedAt.id, title: confirmedAt.title, heldOn: confirmedAt.heldOn }
      : null,
    plannedEnd: end,
    ...numbersNext(db, { meeting, body, items, today }),
  };
}

export const targetsOf = ({ links = [] }: AgendaItem): string[] =>
  links.flatMap(({ actionId, kpiId, sectionId, resolutionId, planId }) => {
    const id = actionId ?? kpiId ?? sectionId ?? resolutionId ?? planId;
    return id === null ? [] : [id];
  });

function itemShown(
  item: AgendaItem,
  plannedStart: string | null,
  about: ReadonlyMap<string, AboutShown>,
  find: MinuteFinder,
): ItemShown {
  const further = item.furtherTo === undefined ? [] : referencesInWords(item.furtherTo);
  return {
    ...item,
    plannedStart,
    about: targetsOf(item).flatMap((id) => about.get(id) ?? []),
    references: [...find(further), ...find(referencesIn(item.text))],
  };
}

function correctionsOf(db: ReadDb, meetingId: string): MeetingView['corrections'] {
  return minuteCorrectionsIn(db)
    .filter((one) => one.meetingId === meetingId)
    .map((one) => ({
      ...one,
      at: one.atMeetingId === null ? null : (meetingById(db, one.atMeetingId)?.title ?? null),
    }));
}

function neighbours(db: ReadDb, { id, bodyId, heldOn }: Meeting): Pick<MeetingView, 'previous' | 'next'> {
  if (bodyId === null || heldOn === null) return { previous: null, next: null };
  const others = meetingsOfBody(db, bodyId).filter(
    (one) => one.id !== id && one.heldOn !== null && one.state !== 'cancelled',
  );
  const shown = (one: Meeting | undefined) =>
    one ? { id: one.id, title: one.title, heldOn: one.heldOn, stage: stageOf(one) } : null;
  return {
    previous: shown(others.findLast((one) => (one.heldOn ?? '') < heldOn)),
    next: shown(others.find((one) => (one.heldOn ?? '') > heldOn)),
  };
}

/** The months in which the office's years begin. */
export function yearMonths(db: ReadDb) {
  const { financialYearStart, academicYearStart } = readSettings(db);
  return { financial: financialYearStart, academic: academicYearStart };
}

type Counted = { meeting: Meeting; body: Body | null; items: readonly AgendaItem[]; today: string };

function numbersNext(db: ReadDb, { meeting, body, items, today }: Counted) {
  const on = meeting.heldOn ?? today;
  const numbering = body?.numbering;
  return {
    nextMinute: numbering
      ? nextMinute(numbering, minutesGiven(db, meeting.bodyId), on, yearMonths(db))
      : null,
    nextResolution: Object.fromEntries(
      items.map(({ id }) => [id, resolutionNumberNext(db, { meeting, body, itemId: id })]),
    ),
    resolvingWords: readStyle(body?.resolving ?? usualStyle).said,
  };
}

/** The number that the next resolution of an item would have, in the body's style. */
export function resolutionNumberNext(
  db: ReadDb,
  o: { meeting: Meeting; body: Body | null; itemId: string | null },
): string {
  const style = o.body?.resolving ?? usualStyle;
  const { meeting } = o;
  const years = yearMonths(db);
  const inYear = (start: number) => (on: string | null) =>
    on === null ||
    meeting.heldOn === null ||
    yearOf(on, start).startYear === yearOf(meeting.heldOn, start).startYear;
  const given = resolutionNumbers(db, meeting.bodyId, meeting.id).filter((one) => {
    if (style.counts === 'item') return one.itemId === o.itemId && one.meetingId === meeting.id;
    if (style.counts === 'meeting') return one.meetingId === meeting.id;
    if (style.counts === 'body') return true;
    const start =
      style.counts === 'financial-year'
        ? years.financial
        : style.counts === 'academic-year'
          ? years.academic
          : 1;
    return inYear(start)(one.on);
  });
  return nextResolution(
    style,
    given.map(({ number }) => number),
  );
}
