import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { bodyById, proceedingsOf } from '#db/queries/meetings-list.ts';
import {
  meetingIdOfResolution,
  positionAfterLast,
  removeResolutionRows,
  resolutionPlaces,
} from '#db/queries/meetings-write.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import { readSettings } from '#db/queries/settings.ts';
import { leadToColumns, timescaleToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { resolutionLeads, resolutions } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Meeting, Resolution } from '#shared/contract/meeting-records.ts';
import type { Lead } from '#shared/contract/record.ts';
import type { ResolutionFields, resolutionsContract } from '#shared/contract/resolutions.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { nextResolution, usualStyle } from '#shared/domain/minute-numbers.ts';
import { timeOf } from '../imports/recognise/minutes/arising.ts';
import { resolutionKind } from '../imports/recognise/minutes/resolutions.ts';
import { type PeopleFinder, peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { placeAfter } from '../plans/positions.ts';
import { noAction } from '../plans/read-plans.ts';
import { refuseOfConfirmed } from './confirmed.ts';
import { itemToChange } from './edit-items.ts';
import { meetingWords } from './plan-meetings.ts';
import { meetingNamed, resolutionNumberNext } from './read-meeting.ts';
import { trackAsAction, trackAsReport } from './track-resolution.ts';

type Input<K extends keyof typeof resolutionsContract> = z.output<(typeof resolutionsContract)[K]['input']>;

const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** A resolution that is there, with its meeting. Throws `not-found`. */
export function resolutionNamed(db: ReadDb, id: string): { resolution: Resolution; meeting: Meeting } {
  const meetingId = meetingIdOfResolution(db, id);
  const resolution = meetingId && proceedingsOf(db, meetingId).resolutions.find((one) => one.id === id);
  if (!meetingId || !resolution) {
    throw new AppError(
      'not-found',
      'This resolution is no longer in the register. Look at the meeting again.',
    );
  }
  return { resolution, meeting: meetingNamed(db, meetingId) };
}

/** One finder of people for an act, made once somebody is looked for. */
function finderOf(tx: WriteDb, newId: () => string): () => PeopleFinder {
  let finder: PeopleFinder | null = null;
  return () => {
    finder ??= peopleFinder(tx, newId);
    return finder;
  };
}

function columnsOf(tx: ReadDb, fields: Partial<ResolutionFields>, heldOn: string | null) {
  const { number, text, kind, due, confidential } = fields;
  const when = due?.trim();
  return {
    ...(number !== undefined && { number: number.trim() }),
    ...(text !== undefined && { text: text.trim() }),
    ...(kind !== undefined && { kind }),
    ...(confidential !== undefined && { confidential: confidential || null }),
    ...(when !== undefined &&
      timescaleToColumns(when === '' ? null : timeOf(when, heldOn, readSettings(tx).financialYearStart))),
  };
}

function writeLeadsOf(tx: WriteDb, newId: () => string, resolutionId: string, wanted: readonly Lead[]): void {
  const rows = rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM resolution_leads WHERE resolution_id = ? ORDER BY position, id',
    resolutionId,
  );
  for (const { id } of rows.slice(wanted.length)) deleteRow(tx, resolutionLeads, id);
  wanted.forEach((lead, index) => {
    const columns = { ...leadToColumns(lead), position: (index + 1) * 1_024 };
    const row = rows[index];
    if (row) updateRow(tx, resolutionLeads, row.id, columns);
    else insertRow(tx, resolutionLeads, { id: newId(), resolutionId, ...columns });
  });
}

/** Adds a resolution in the body's style, with what is tracked of it, in one act. */
export function addResolution(
  { app, register }: Doing,
  { itemId, track, ...fields }: Input<'add'>,
): { resolutionId: string; number: string; actionId: string | null; owedReportIds: string[] } {
  const { newId, today } = app.options;
  const { meeting } = itemToChange(register.db, itemId);
  const body = meeting.bodyId === null ? null : (bodyById(register.db, meeting.bodyId) ?? null);
  const resolutionId = newId();
  return register.act({ kind: 'edit', label: `Resolution of ${meetingWords(meeting)}` }, (tx) => {
    const people = finderOf(tx, newId);
    const tracker = { tx, newId, people, today: today() };
    const number = filled(fields.number) ?? resolutionNumberNext(tx, { meeting, body, itemId });
    const asked = track.some(({ as }) => as === 'action') ? 'action' : track.length > 0 ? 'report' : null;
    const actionIds = track.flatMap((one) => (one.as === 'action' ? [trackAsAction(tracker, one)] : []));
    insertRow(tx, resolutions, {
      ...columnsOf(tx, fields, meeting.heldOn),
      id: resolutionId,
      meetingId: meeting.id,
      agendaItemId: itemId,
      position: positionAfterLast(tx, 'resolutions', meeting.id),
      number,
      text: fields.text.trim(),
      kind: fields.kind === undefined ? (asked ?? resolutionKind(fields.text)) : fields.kind,
      actionId: actionIds[0] ?? null,
    });
    if (fields.leads?.trim()) writeLeadsOf(tx, newId, resolutionId, people().settle(readLeads(fields.leads)));
    const owedReportIds = track.flatMap((one) =>
      one.as === 'report' ? [trackAsReport(tracker, resolutionId, withoutAs(one))] : [],
    );
    return { resolutionId, number, actionId: actionIds[0] ?? null, owedReportIds };
  });
}

const withoutAs = <T extends { as: 'report' }>({ as: _, ...rest }: T): Omit<T, 'as'> => rest;

export function editResolution({ app, register }: Doing, { resolutionId, ...fields }: Input<'edit'>): void {
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  refuseOfConfirmed(meeting);
  const { newId } = app.options;
  const label = `Resolution ${resolution.number} of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    updateRow(tx, resolutions, resolutionId, columnsOf(tx, fields, meeting.heldOn));
    if (fields.leads !== undefined)
      writeLeadsOf(tx, newId, resolutionId, peopleFinder(tx, newId).settle(readLeads(fields.leads)));
  });
}

export function removeResolution({ register }: Doing, resolutionId: string): void {
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  refuseOfConfirmed(meeting);
  const label = `Deletion of resolution ${resolution.number} of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => removeResolutionRows(tx, [resolutionId]));
}

/** Among those of its item. Where they bore the numbers 1 to n of the style, they do so again. */
export function moveResolution(
  { register }: Doing,
  { resolutionId, afterResolutionId }: Input<'move'>,
): void {
  if (resolutionId === afterResolutionId) return;
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  refuseOfConfirmed(meeting);
  const itemId = resolution.agendaItemId;
  if (itemId === null) {
    throw new AppError(
      'not-possible',
      'This resolution stands below no item, so there is no order to change.',
    );
  }
  const label = `Move of resolution ${resolution.number} of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const places = resolutionPlaces(tx, itemId);
    const others = places.filter(({ id }) => id !== resolutionId);
    const at = afterResolutionId === null ? -1 : others.findIndex(({ id }) => id === afterResolutionId);
    if (afterResolutionId !== null && at === -1) {
      throw new AppError('not-found', 'The resolution before it is no longer below this item. Look again.');
    }
    const behind = others.slice(at + 1);
    const { placed, moved } = placeAfter(
      others[at]?.position ?? null,
      behind.map(({ position }) => position),
      1,
    );
    moved.forEach((position, index) => {
      const row = behind[index];
      if (row) updateRow(tx, resolutions, row.id, { position });
    });
    updateRow(tx, resolutions, resolutionId, { position: placed[0] ?? 0 });
    numberAgain(
      tx,
      meeting,
      itemId,
      places.map(({ id }) => id),
    );
  });
}

function numberAgain(tx: WriteDb, meeting: Meeting, itemId: string, before: readonly string[]): void {
  const style = (meeting.bodyId === null ? null : bodyById(tx, meeting.bodyId)?.resolving) ?? usualStyle;
  const all = new Map(proceedingsOf(tx, meeting.id).resolutions.map((one) => [one.id as string, one]));
  const wanted: string[] = [];
  for (const _ of before) wanted.push(nextResolution(style, wanted));
  if (!before.every((id, index) => all.get(id)?.number === wanted[index])) return;
  resolutionPlaces(tx, itemId).forEach(({ id }, index) => {
    const number = wanted[index];
    if (number !== undefined && all.get(id)?.number !== number) updateRow(tx, resolutions, id, { number });
  });
}

/** Makes an action or a report owed of a resolution that is there: of confirmed minutes too, whose words stay. */
export function trackResolution(
  { app, register }: Doing,
  { resolutionId, track }: Input<'track'>,
): { actionId: string | null; owedReportId: string | null } {
  const { newId, today } = app.options;
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  if (track.as === 'action' && resolution.actionId !== null) {
    throw new AppError(
      'not-possible',
      `Resolution ${resolution.number} is tracked as an action already. Change that action instead.`,
    );
  }
  const label = `Resolution ${resolution.number} of ${meetingWords(meeting)} tracked`;
  return register.act({ kind: 'edit', label }, (tx) => {
    const tracker = { tx, newId, people: finderOf(tx, newId), today: today() };
    if (track.as === 'report') {
      return { actionId: null, owedReportId: trackAsReport(tracker, resolutionId, withoutAs(track)) };
    }
    const actionId = trackAsAction(tracker, track);
    updateRow(tx, resolutions, resolutionId, { actionId });
    return { actionId, owedReportId: null };
  });
}

export function linkAction({ register }: Doing, { resolutionId, actionId }: Input<'linkAction'>): void {
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  if (actionId !== null && actionsById(register.db, [actionId]).length === 0) throw noAction();
  const label = `Action of resolution ${resolution.number} of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => updateRow(tx, resolutions, resolutionId, { actionId }));
}

/** What became of a resolution, said by hand. */
export function settleResolution(
  { register }: Doing,
  { resolutionId, state, on, words, supersededById }: Input<'settle'>,
): void {
  const { resolution, meeting } = resolutionNamed(register.db, resolutionId);
  if (supersededById === resolutionId) {
    throw new AppError('not-possible', 'A resolution does not supersede itself. Choose the later one.');
  }
  if (supersededById !== null) resolutionNamed(register.db, supersededById);
  const label = `What became of resolution ${resolution.number} of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) =>
    updateRow(tx, resolutions, resolutionId, {
      state,
      doneOn: state === 'done' ? on : null,
      doneWords: state === null ? null : filled(words),
      supersededById: state === 'superseded' ? supersededById : null,
    }),
  );
}
