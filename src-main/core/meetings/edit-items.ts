import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { officerToColumns } from '#db/meeting-columns.ts';
import { proceedingsOf } from '#db/queries/meetings-list.ts';
import {
  itemPlaces,
  meetingIdOfItem,
  positionAfterLast,
  removeItemRows,
} from '#db/queries/meetings-write.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { agendaItems, agendaLinks } from '#db/schema/index.ts';
import type { agendaContract, ItemFields } from '#shared/contract/agenda.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AgendaItem, ItemLink, Meeting } from '#shared/contract/meeting-records.ts';
import { type PeopleFinder, peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { placeAfter } from '../plans/positions.ts';
import { refuseOfConfirmed } from './confirmed.ts';
import { meetingWords } from './plan-meetings.ts';
import { meetingNamed } from './read-meeting.ts';

type Input<K extends keyof typeof agendaContract> = z.output<(typeof agendaContract)[K]['input']>;

const filled = (text: string | null): string | null => text?.trim() || null;

/** The meeting of an item that is there and may change. Throws `not-found`, or `not-possible` of confirmed minutes. */
export function itemToChange(db: ReadDb, itemId: string): { item: AgendaItem; meeting: Meeting } {
  const meetingId = meetingIdOfItem(db, itemId);
  const item = meetingId && proceedingsOf(db, meetingId).items.find(({ id }) => id === itemId);
  if (!meetingId || !item) {
    throw new AppError('not-found', 'This item is no longer on the agenda. Look at the meeting again.');
  }
  const meeting = meetingNamed(db, meetingId);
  refuseOfConfirmed(meeting);
  return { item, meeting };
}

/** The columns that the fields given say. */
export function itemColumns(fields: Partial<ItemFields>, people: () => PeopleFinder) {
  const { title, kind, plannedMinutes, officer, confidential, text, points, papers } = fields;
  const { minuteRef, furtherTo, beganTime } = fields;
  const named = officer === undefined ? undefined : filled(officer);
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(kind !== undefined && { kind }),
    ...(plannedMinutes !== undefined && { plannedMinutes }),
    ...(named !== undefined &&
      officerToColumns(named === null ? null : { text: named, personId: people().find(named) })),
    ...(confidential !== undefined && { confidential: confidential || null }),
    ...(text !== undefined && { text: text.trim() }),
    ...(points !== undefined && { points: points.filter((point) => point.text.trim() !== '') }),
    ...(papers !== undefined && { papers: papers.length > 0 ? papers : null }),
    ...(minuteRef !== undefined && { minuteRef: filled(minuteRef) }),
    ...(furtherTo !== undefined && { furtherTo: filled(furtherTo) }),
    ...(beganTime !== undefined && { beganTime }),
  };
}

/** Brings what an item is about to a list, each row by its place. */
export function writeItemLinks(
  tx: WriteDb,
  newId: () => string,
  agendaItemId: string,
  links: readonly ItemLink[],
): void {
  const rows = rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM agenda_links WHERE agenda_item_id = ? ORDER BY position, id',
    agendaItemId,
  );
  for (const { id } of rows.slice(links.length)) deleteRow(tx, agendaLinks, id);
  links.forEach((link, index) => {
    const columns = { ...link, position: (index + 1) * 1_024 };
    const row = rows[index];
    if (row) updateRow(tx, agendaLinks, row.id, columns);
    else insertRow(tx, agendaLinks, { id: newId(), agendaItemId, ...columns });
  });
}

/** Numbers the items of a meeting 1, 2, 3 as long as nobody gave them other numbers; minutes that are there keep theirs. */
export function numberItems(tx: WriteDb, meetingId: string): void {
  const rows = rowsOf<{ id: string; number: string | null }>(
    tx,
    'SELECT id, number FROM agenda_items WHERE meeting_id = ? ORDER BY position, id',
    meetingId,
  );
  // Numbers that go on from another meeting, or are none, are the officer's own.
  const given = rows.flatMap(({ number }) => number ?? []);
  if (given.some((number) => !/^\d+$/.test(number) || Number(number) > rows.length + 1)) return;
  rows.forEach(({ id, number }, index) => {
    const wanted = String(index + 1);
    if (number !== wanted) updateRow(tx, agendaItems, id, { number: wanted });
  });
}

/** A position behind an item (null: before all); rows in the way are moved on. */
export function placeForItem(tx: WriteDb, meetingId: string, afterItemId: string | null, moving?: string) {
  const places = itemPlaces(tx, meetingId).filter(({ id }) => id !== moving);
  const at = afterItemId === null ? -1 : places.findIndex(({ id }) => id === afterItemId);
  if (afterItemId !== null && at === -1) {
    throw new AppError('not-found', 'The item before it is no longer on the agenda. Look at it again.');
  }
  const behind = places.slice(at + 1);
  const { placed, moved } = placeAfter(
    places[at]?.position ?? null,
    behind.map(({ position }) => position),
    1,
  );
  moved.forEach((position, index) => {
    const row = behind[index];
    if (row) updateRow(tx, agendaItems, row.id, { position });
  });
  return placed[0] ?? 0;
}

export function addItem(
  { app, register }: Doing,
  { meetingId, afterItemId, ...fields }: Input<'addItem'>,
): string {
  const meeting = meetingNamed(register.db, meetingId);
  refuseOfConfirmed(meeting);
  const { newId } = app.options;
  const id = newId();
  const label = `Item “${fields.title}” of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const position =
      afterItemId === undefined
        ? positionAfterLast(tx, 'items', meetingId)
        : placeForItem(tx, meetingId, afterItemId);
    insertRow(tx, agendaItems, {
      text: '',
      points: [],
      ...itemColumns(fields, () => peopleFinder(tx, newId)),
      id,
      meetingId,
      position,
      title: fields.title,
    });
    if (fields.links) writeItemLinks(tx, newId, id, fields.links);
    numberItems(tx, meetingId);
  });
  return id;
}

export function editItem({ app, register }: Doing, { itemId, ...fields }: Input<'editItem'>): void {
  const { item, meeting } = itemToChange(register.db, itemId);
  const { newId } = app.options;
  const label = `Item “${fields.title ?? item.title}” of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const columns = itemColumns(fields, () => peopleFinder(tx, newId));
    updateRow(tx, agendaItems, itemId, columns);
    if (fields.links) writeItemLinks(tx, newId, itemId, fields.links);
  });
}

export function removeItem({ register }: Doing, itemId: string): number {
  const { item, meeting } = itemToChange(register.db, itemId);
  const label = `Deletion of item “${item.title}” of ${meetingWords(meeting)}`;
  return register.act({ kind: 'edit', label }, (tx) => {
    const resolutions = removeItemRows(tx, [itemId]);
    numberItems(tx, meeting.id);
    return resolutions;
  });
}

export function moveItem({ register }: Doing, { itemId, afterItemId }: Input<'moveItem'>): void {
  if (itemId === afterItemId) return;
  const { item, meeting } = itemToChange(register.db, itemId);
  const label = `Move of item “${item.title}” of ${meetingWords(meeting)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const position = placeForItem(tx, meeting.id, afterItemId, itemId);
    updateRow(tx, agendaItems, itemId, { position });
    numberItems(tx, meeting.id);
  });
}
