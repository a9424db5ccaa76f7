import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { bodyById, proceedingsOf } from '#db/queries/meetings-list.ts';
import { minutesGiven } from '#db/queries/meetings-view.ts';
import { meetingIdOfAttendance, positionAfterLast } from '#db/queries/meetings-write.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { agendaItems, attendance, meetings, minuteCorrections } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Meeting } from '#shared/contract/meeting-records.ts';
import type { minutesContract } from '#shared/contract/meetings.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';
import { nextMinute } from '#shared/domain/minute-numbers.ts';
import { isMemberOn, isSameMember } from '#shared/domain/quorum.ts';
import { count } from '#shared/domain/words.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { statusIn } from '../plans/edit-rows.ts';
import { noAction } from '../plans/read-plans.ts';
import { writeUpdate } from '../plans/write-progress.ts';
import { refuseOfConfirmed } from './confirmed.ts';
import { meetingWords } from './plan-meetings.ts';
import { meetingNamed, yearMonths } from './read-meeting.ts';

type Input<K extends keyof typeof minutesContract> = z.output<(typeof minutesContract)[K]['input']>;

const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** A meeting whose minutes may still change. */
function openMeeting(db: ReadDb, meetingId: string): Meeting {
  const meeting = meetingNamed(db, meetingId);
  refuseOfConfirmed(meeting);
  return meeting;
}

/** The meeting begins. Whoever sent apologies before keeps them; every other member is noted as told. */
export function beginMeeting({ app, register }: Doing, { meetingId, as }: Input<'begin'>): number {
  const { db } = register;
  const { newId, today } = app.options;
  const meeting = openMeeting(db, meetingId);
  const body = meeting.bodyId === null ? null : (bodyById(db, meeting.bodyId) ?? null);
  const known = proceedingsOf(db, meetingId).attendance;
  const on = meeting.heldOn ?? today();
  const missing = (body?.members ?? []).filter(
    (member) => isMemberOn(member, on) && !known.some((one) => isSameMember(member, one)),
  );
  register.act({ kind: 'edit', label: `Beginning of ${meetingWords(meeting)}` }, (tx) => {
    const waiting = meeting.state === 'proposed' || meeting.state === 'planned';
    if (waiting || meeting.state === 'cancelled') {
      updateRow(tx, meetings, meetingId, { state: 'held', heldOn: on, cancelledWhy: null });
    }
    let position = positionAfterLast(tx, 'attendance', meetingId);
    for (const { name, personId, role } of missing) {
      insertRow(tx, attendance, { id: newId(), meetingId, position, name, personId, role, state: as });
      position += 1_024;
    }
  });
  return missing.length;
}

/** The meeting is over: its minutes are a draft, and items without a number get theirs in the body's scheme. */
export function closeMeeting({ register }: Doing, { meetingId, closedTime }: Input<'close'>): number {
  const { db } = register;
  const meeting = openMeeting(db, meetingId);
  return register.act({ kind: 'edit', label: `Close of ${meetingWords(meeting)}` }, (tx) => {
    updateRow(tx, meetings, meetingId, {
      closedTime,
      ...(meeting.state !== 'draft-minutes' && { state: 'draft-minutes' }),
    });
    return numberMinutes(tx, meeting);
  });
}

/** Gives minute numbers to what has none: to each item that has been written on, or to the meeting. */
function numberMinutes(tx: Parameters<typeof updateRow>[0], meeting: Meeting): number {
  const numbering = meeting.bodyId === null ? undefined : bodyById(tx, meeting.bodyId)?.numbering;
  if (!numbering || meeting.heldOn === null) return 0;
  const on = meeting.heldOn;
  const years = yearMonths(tx);
  const next = () => nextMinute(numbering, minutesGiven(tx, meeting.bodyId), on, years);
  if (numbering.of === 'meeting') {
    if (meeting.minuteRef !== null) return 0;
    updateRow(tx, meetings, meeting.id, { minuteRef: next() });
    return 1;
  }
  const rows = rowsOf<{ id: string; minute_ref: string | null }>(
    tx,
    'SELECT id, minute_ref FROM agenda_items WHERE meeting_id = ? ORDER BY position, id',
    meeting.id,
  );
  const bare = rows.filter(({ minute_ref }) => minute_ref === null);
  for (const { id } of bare) updateRow(tx, agendaItems, id, { minuteRef: next() });
  const all = proceedingsOf(tx, meeting.id).items.flatMap(({ minuteRef }) => minuteRef ?? []);
  const [first, last] = [all[0], all.at(-1)];
  if (meeting.minuteRef === null && first && last) {
    updateRow(tx, meetings, meeting.id, { minuteRef: first === last ? first : `${first} to ${last}` });
  }
  return bare.length;
}

/** Adds a line of attendance, or changes one. */
export function attend(
  { app, register }: Doing,
  { meetingId, attendanceId, ...patch }: Input<'attend'>,
): string {
  const { db } = register;
  const { newId } = app.options;
  const meeting = openMeeting(db, meetingId);
  const known = proceedingsOf(db, meetingId).attendance;
  const before = known.find(({ id }) => id === attendanceId);
  if (attendanceId !== null && !before) throw noAttendance();
  const name = patch.name ?? before?.name;
  if (name === undefined) throw new AppError('wrong-use', 'Whoever is noted needs a name. Write the name.');
  const twin = known.find((one) => one.id !== attendanceId && one.name.trim() === name.trim());
  if (patch.name !== undefined && twin) {
    throw new AppError('not-possible', `“${name}” is noted already. Change the line that is there.`);
  }
  const id = attendanceId ?? newId();
  register.act({ kind: 'edit', label: `Attendance of ${name} at ${meetingWords(meeting)}` }, (tx) => {
    const person = () => peopleFinder(tx, newId).find(name);
    const columns = {
      ...(patch.name !== undefined && { name }),
      ...(patch.state !== undefined && { state: patch.state }),
      ...(patch.substituteFor !== undefined && { substituteFor: filled(patch.substituteFor) }),
      ...(patch.role !== undefined && { role: filled(patch.role) }),
      ...(patch.personId !== undefined
        ? { personId: patch.personId }
        : patch.name !== undefined && { personId: person() }),
    };
    if (before) return updateRow(tx, attendance, id, columns);
    const position = positionAfterLast(tx, 'attendance', meetingId);
    insertRow(tx, attendance, { state: 'present', ...columns, id, meetingId, position, name });
  });
  return id;
}

const noAttendance = (): AppError =>
  new AppError('not-found', 'This line of attendance is no longer there. Look at the meeting again.');

export function removeAttendance({ register }: Doing, attendanceId: string): void {
  const { db } = register;
  const meetingId = meetingIdOfAttendance(db, attendanceId);
  if (!meetingId) throw noAttendance();
  const meeting = openMeeting(db, meetingId);
  register.act({ kind: 'edit', label: `Attendance at ${meetingWords(meeting)}` }, (tx) =>
    deleteRow(tx, attendance, attendanceId),
  );
}

/** Progress told at a meeting: dated by the meeting, and bearing it. Confirmed minutes do not hinder a later word. */
export function tellProgress(
  { app, register }: Doing,
  { meetingId, actionIds, state, text, by }: Input<'tell'>,
): string[] {
  const { db } = register;
  const { newId, today } = app.options;
  const meeting = meetingNamed(db, meetingId);
  const words = text.trim();
  if (state === null && words === '') {
    throw new AppError(
      'wrong-use',
      'An update needs a status or words. Choose a status, or write what was said.',
    );
  }
  const ids = [...new Set<string>(actionIds)];
  const found = actionsById(db, ids);
  if (found.length < ids.length) throw noAction();
  const label = `${count(found.length, 'update')} at ${meetingWords(meeting)}`;
  const given = new Set<string>();
  register.act({ kind: 'progress', label }, (tx) => {
    const byPersonId = by ? peopleFinder(tx, newId).find(by) : null;
    for (const action of found) {
      const status = state === null ? null : statusIn(tx, action.planId, state, null);
      writeUpdate(
        {
          tx,
          newId: () => {
            const id = newId();
            given.add(id);
            return id;
          },
        },
        action.id,
        {
          on: meeting.heldOn ?? today(),
          status,
          text: words,
          by: filled(by),
          byPersonId,
          evidence: null,
          meetingId,
        },
      );
    }
  });
  return [...given];
}

export function circulateMinutes(
  { register }: Doing,
  { meetingId, on, commentsBy }: Input<'circulate'>,
): void {
  const meeting = openMeeting(register.db, meetingId);
  if (!isHeld(meeting)) throw notHeld(meeting);
  const label =
    on === null
      ? `Minutes of ${meetingWords(meeting)} a draft again`
      : `Minutes of ${meetingWords(meeting)} circulated`;
  register.act({ kind: 'edit', label }, (tx) =>
    updateRow(tx, meetings, meetingId, {
      state: 'draft-minutes',
      circulatedOn: on,
      commentsBy: on === null ? null : commentsBy,
    }),
  );
}

const notHeld = ({ title }: Meeting): AppError =>
  new AppError(
    'not-possible',
    `“${title}” was not held yet, so there are no minutes. Begin the meeting first.`,
  );

/** From here on nothing of the minutes changes; what is without a number gets one first. */
export function confirmMinutes({ register }: Doing, { meetingId, on, atMeetingId }: Input<'confirm'>): void {
  const { db } = register;
  const meeting = openMeeting(db, meetingId);
  if (!isHeld(meeting)) throw notHeld(meeting);
  if (atMeetingId === meetingId) {
    throw new AppError(
      'not-possible',
      'A meeting does not confirm its own minutes. Choose a later meeting, or none.',
    );
  }
  if (atMeetingId !== null) meetingNamed(db, atMeetingId);
  if (meeting.heldOn !== null && on < meeting.heldOn) {
    throw new AppError(
      'not-possible',
      `The minutes are of ${formatDay(meeting.heldOn)} and cannot be confirmed before. Choose a later day.`,
    );
  }
  register.act({ kind: 'edit', label: `Minutes of ${meetingWords(meeting)} confirmed` }, (tx) => {
    numberMinutes(tx, meeting);
    updateRow(tx, meetings, meetingId, {
      state: 'confirmed',
      confirmedOn: on,
      confirmedAtMeetingId: atMeetingId,
    });
  });
}

export function recordCorrection(
  { app, register }: Doing,
  { meetingId, atMeetingId, itemId, on, text, confidential }: Input<'recordCorrection'>,
): string {
  const { db } = register;
  const meeting = meetingNamed(db, meetingId);
  if (meeting.state !== 'confirmed') {
    throw new AppError(
      'not-possible',
      'These minutes are not confirmed yet: change them where they are wrong. Corrections are for confirmed minutes.',
    );
  }
  if (atMeetingId !== null) meetingNamed(db, atMeetingId);
  if (itemId !== null && !proceedingsOf(db, meetingId).items.some(({ id }) => id === itemId)) {
    throw new AppError('not-found', 'This item is not of these minutes. Choose another, or none.');
  }
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Correction of the minutes of ${meetingWords(meeting)}` }, (tx) =>
    insertRow(tx, minuteCorrections, {
      id,
      meetingId,
      atMeetingId,
      agendaItemId: itemId,
      position: positionAfterLast(tx, 'corrections'),
      on,
      text,
      confidential: confidential || null,
    }),
  );
  return id;
}
