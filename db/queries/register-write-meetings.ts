import type { RegisterJson } from '#shared/contract/register.ts';
import { bodyToColumns, itemToColumns, resolutionToColumns, standingToColumns } from '../meeting-columns.ts';
import { leadToColumns } from '../records.ts';
import { insertRow, insertRows } from '../rows.ts';
import {
  agendaItems,
  agendaLinks,
  attendance,
  bodies,
  bodyMembers,
  meetings,
  resolutionLeads,
  resolutions,
  standingItems,
} from '../schema/index.ts';
import { childId, sourceFor, type Writing, withPositions } from './register-writing.ts';

/** Bodies with their members, meetings and what happened at them. */
export function writeMeetings(writing: Writing, json: RegisterJson): void {
  writeBodies(writing, json.bodies);
  insertRows(
    writing.tx,
    meetings,
    withPositions(json.meetings, (meeting, position) => {
      const { source: _, ...columns } = meeting;
      return { position, ...columns, ...sourceFor(writing, meeting) };
    }),
  );
  insertRows(
    writing.tx,
    attendance,
    withPositions(json.attendance, (entry, position) => {
      const { source: _, ...columns } = entry;
      return { position, ...columns, ...sourceFor(writing, entry) };
    }),
  );
  writeItems(writing, json.agendaItems);
  writeResolutions(writing, json.resolutions);
}

function writeBodies(writing: Writing, all: RegisterJson['bodies']): void {
  const { tx } = writing;
  withPositions(all, (body, position) => {
    const { id, source: _, members, standingItems: standing, ...own } = body;
    insertRow(tx, bodies, { id, position, ...bodyToColumns(own), ...sourceFor(writing, body) });
    insertRows(
      tx,
      bodyMembers,
      withPositions(members, (member, at, index) => ({
        ...member,
        id: childId(id, 'member', index),
        bodyId: id,
        position: at,
      })),
    );
    insertRows(
      tx,
      standingItems,
      withPositions(standing ?? [], (item, at, index) => ({
        ...standingToColumns(item),
        id: childId(id, 'standing item', index),
        bodyId: id,
        position: at,
      })),
    );
  });
}

function writeItems(writing: Writing, all: RegisterJson['agendaItems']): void {
  const { tx } = writing;
  insertRows(
    tx,
    agendaItems,
    withPositions(all, (item, position) => {
      const { id, meetingId, source: _, ...own } = item;
      return { id, meetingId, position, ...itemToColumns(own), ...sourceFor(writing, item) };
    }),
  );
  for (const { id, links } of all) {
    insertRows(
      tx,
      agendaLinks,
      withPositions(links ?? [], (link, position, index) => ({
        ...link,
        id: childId(id, 'link', index),
        agendaItemId: id,
        position,
      })),
    );
  }
}

function writeResolutions(writing: Writing, all: RegisterJson['resolutions']): void {
  const { tx } = writing;
  insertRows(
    tx,
    resolutions,
    withPositions(all, (resolution, position) => {
      const { id, meetingId, source: _, ...own } = resolution;
      return { id, meetingId, position, ...resolutionToColumns(own), ...sourceFor(writing, resolution) };
    }),
  );
  for (const { id, leads } of all) {
    insertRows(
      tx,
      resolutionLeads,
      withPositions(leads ?? [], (lead, position, index) => ({
        ...leadToColumns(lead),
        id: childId(id, 'lead', index),
        resolutionId: id,
        position,
      })),
    );
  }
}
