import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { bodyById } from '#db/queries/meetings-list.ts';
import { type MeetingRemoved, positionAfterLast, removeMeetingRows } from '#db/queries/meetings-write.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { meetings } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Body, Meeting } from '#shared/contract/meeting-records.ts';
import type { MeetingFields, meetingsContract } from '#shared/contract/meetings.ts';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { refuseOfConfirmed } from './confirmed.ts';
import { bodyNamed } from './edit-bodies.ts';
import { meetingNamed } from './read-meeting.ts';

type Input<K extends keyof typeof meetingsContract> = z.output<(typeof meetingsContract)[K]['input']>;

/** What history calls a meeting: "Partnership board of 15 July 2010". */
export const meetingWords = ({ title, heldOn }: Pick<Meeting, 'title' | 'heldOn'>): string =>
  heldOn === null ? title : `${title} of ${formatDay(heldOn)}`;

const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** A meeting's columns: what is left out is as usual for its body. */
function columnsOf(body: Body | null, fields: Partial<MeetingFields> & { state: Meeting['state'] }) {
  const { on = null, title, place, startTime, lengthMinutes, papersOn, seriesId = null, state } = fields;
  const days = body?.papersDays;
  const usualPapers = on !== null && days !== undefined ? addDays(on, -days) : null;
  return {
    title: title ?? body?.name ?? 'Meeting',
    heldOn: on,
    place: place === undefined ? (body?.usualPlace ?? null) : filled(place),
    startTime: startTime === undefined ? (body?.usualStart ?? null) : startTime,
    lengthMinutes: lengthMinutes === undefined ? (body?.usualMinutes ?? null) : lengthMinutes,
    papersOn: papersOn === undefined ? usualPapers : papersOn,
    seriesId,
    state,
  };
}

export function planMeeting({ app, register }: Doing, { bodyId, ...fields }: Input<'plan'>): string {
  const body = bodyId === null ? null : bodyNamed(register.db, bodyId);
  const id = app.options.newId();
  const columns = columnsOf(body, fields);
  register.act({ kind: 'edit', label: `New meeting ${meetingWords(columns)}` }, (tx) =>
    insertRow(tx, meetings, { id, bodyId, position: positionAfterLast(tx, 'meetings'), ...columns }),
  );
  return id;
}

/** Several meetings of one body in one act: proposed together, they are a series. */
export function planMeetings(
  { app, register }: Doing,
  { bodyId, meetings: wanted }: Input<'planMany'>,
): string[] {
  const body = bodyNamed(register.db, bodyId);
  const series = wanted.length > 1 ? app.options.newId() : null;
  const ids = wanted.map(() => app.options.newId());
  register.act({ kind: 'edit', label: `${count(wanted.length, 'meeting')} of ${body.name}` }, (tx) => {
    let position = positionAfterLast(tx, 'meetings');
    wanted.forEach((fields, at) => {
      const columns = columnsOf(body, { ...fields, seriesId: fields.seriesId ?? series });
      insertRow(tx, meetings, { id: ids[at] ?? '', bodyId, position, ...columns });
      position += 1_024;
    });
  });
  return ids;
}

/** What an .ics tells of a meeting: where one of these changes, its sequence rises. */
const toldColumns = ['title', 'heldOn', 'startTime', 'lengthMinutes', 'place'] as const;

export function editMeeting({ register }: Doing, { meetingId, on, ...patch }: Input<'edit'>): void {
  const { db } = register;
  const before = meetingNamed(db, meetingId);
  refuseOfConfirmed(before);
  if (patch.bodyId) bodyNamed(db, patch.bodyId);
  if (patch.state !== undefined && (isHeld(before) || before.state === 'cancelled')) {
    throw new AppError(
      'not-possible',
      `“${before.title}” was held or cancelled already, so it is neither proposed nor planned.`,
    );
  }
  const texts = Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, typeof value === 'string' ? filled(value) : value]),
  ) as Omit<typeof patch, 'title'>;
  const columns = {
    ...texts,
    ...(on !== undefined && { heldOn: on, ...papersMoved(db, before, on, patch.papersOn) }),
  };
  const told = toldColumns.some((column) => {
    const value = (columns as Record<string, unknown>)[column];
    return value !== undefined && (value ?? null) !== (before[column] ?? null);
  });
  const label = `Details of ${meetingWords({ title: patch.title ?? before.title, heldOn: on === undefined ? before.heldOn : on })}`;
  register.act({ kind: 'edit', label }, (tx) =>
    updateRow(tx, meetings, meetingId, {
      ...columns,
      ...(told && { sequence: (before.sequence ?? 0) + 1 }),
    }),
  );
}

/** With a new day the papers' day moves along, unless it is given. */
function papersMoved(db: ReadDb, before: Meeting, on: string | null, papersOn: string | null | undefined) {
  if (papersOn !== undefined || before.papersOn === undefined) return {};
  const days = before.bodyId === null ? undefined : bodyById(db, before.bodyId)?.papersDays;
  return on === null || days === undefined ? {} : { papersOn: addDays(on, -days) };
}

export function cancelMeeting({ register }: Doing, { meetingId, why }: Input<'cancel'>): void {
  const before = meetingNamed(register.db, meetingId);
  if (isHeld(before)) {
    throw new AppError(
      'not-possible',
      `“${before.title}” was held, and what was held is not cancelled. Remove the meeting if it was never held.`,
    );
  }
  register.act({ kind: 'edit', label: `Cancellation of ${meetingWords(before)}` }, (tx) =>
    updateRow(tx, meetings, meetingId, {
      state: 'cancelled',
      cancelledWhy: filled(why),
      sequence: (before.sequence ?? 0) + 1,
    }),
  );
}

export function restoreMeeting({ register }: Doing, { meetingId }: Input<'restore'>): void {
  const before = meetingNamed(register.db, meetingId);
  if (before.state !== 'cancelled') {
    throw new AppError('not-possible', `“${before.title}” is not cancelled, so nothing was changed.`);
  }
  register.act({ kind: 'edit', label: `${meetingWords(before)} planned again` }, (tx) =>
    updateRow(tx, meetings, meetingId, {
      state: 'planned',
      cancelledWhy: null,
      sequence: (before.sequence ?? 0) + 1,
    }),
  );
}

export function removeMeeting({ register }: Doing, meetingId: string): MeetingRemoved {
  const before = meetingNamed(register.db, meetingId);
  refuseOfConfirmed(before);
  return register.act({ kind: 'edit', label: `Deletion of ${meetingWords(before)}` }, (tx) =>
    removeMeetingRows(tx, [meetingId]),
  );
}
