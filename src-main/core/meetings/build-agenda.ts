import type { z } from 'zod';
import { rowsOf } from '#db/queries/prepared.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { agendaItems } from '#db/schema/index.ts';
import type { agendaContract } from '#shared/contract/agenda.ts';
import type { ItemKind } from '#shared/contract/meeting-records.ts';
import { agendaHeading } from '#shared/domain/meeting-stages.ts';
import { count } from '#shared/domain/words.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { refuseOfConfirmed } from './confirmed.ts';
import { itemColumns, numberItems, writeItemLinks } from './edit-items.ts';
import { meetingWords } from './plan-meetings.ts';
import { kindOrder } from './propose-agenda.ts';
import { meetingNamed } from './read-meeting.ts';

const rank = (kind: ItemKind | null): number =>
  kind === null ? kindOrder.indexOf('standing') : kindOrder.indexOf(kind);

/**
 * Adds items to an agenda in one act. Each goes behind the last item that is there and whose kind comes before its own
 * or is the same, so that what the officer put in order stays so.
 */
export function buildAgenda(
  { app, register }: Doing,
  { meetingId, items }: z.output<typeof agendaContract.build.input>,
): string[] {
  const { newId } = app.options;
  const meeting = meetingNamed(register.db, meetingId);
  refuseOfConfirmed(meeting);
  const label = `${count(items.length, 'item')} on the agenda of ${meetingWords(meeting)}`;
  return register.act({ kind: 'edit', label }, (tx) => {
    const people = peopleFinder(tx, newId);
    const rows = rowsOf<{ id: string; kind: ItemKind | null }>(
      tx,
      'SELECT id, kind FROM agenda_items WHERE meeting_id = ? ORDER BY position, id',
      meetingId,
    );
    const order = [...rows];
    const added = items.map(({ lines, links, ...item }) => {
      const id = newId();
      const at = order.findLastIndex(({ kind }) => rank(kind) <= rank(item.kind));
      order.splice(at + 1, 0, { id, kind: item.kind });
      const points = lines.map((text) => ({ heading: agendaHeading, text }));
      insertRow(tx, agendaItems, {
        text: '',
        ...itemColumns({ ...item, points }, () => people),
        id,
        meetingId,
        title: item.title,
        points,
        position: 0,
      });
      writeItemLinks(tx, newId, id, links);
      return id;
    });
    order.forEach(({ id }, index) => {
      updateRow(tx, agendaItems, id, { position: (index + 1) * 1_024 });
    });
    numberItems(tx, meetingId);
    return added;
  });
}
