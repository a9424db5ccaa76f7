import type { RegisterJson } from '#shared/contract/register.ts';
import { timescaleToColumns } from '../records.ts';
import { insertRow, insertRows } from '../rows.ts';
import {
  agendaItems,
  attendance,
  bodies,
  bodyMembers,
  duties,
  glossary,
  meetings,
  people,
  resolutions,
} from '../schema/index.ts';
import { childId, sourceFor, type Writing, withPositions } from './register-writing.ts';

export function writePeople(writing: Writing, json: RegisterJson): void {
  insertRows(
    writing.tx,
    people,
    withPositions(json.people, (person, position) => {
      const { source: _, ...columns } = person;
      return { position, ...columns, ...sourceFor(writing, person) };
    }),
  );
}

/** Bodies with their members, meetings and what happened at them. */
export function writeMeetings(writing: Writing, json: RegisterJson): void {
  const { tx } = writing;
  withPositions(json.bodies, (body, position) => {
    const { source: _, members, ...columns } = body;
    insertRow(tx, bodies, { position, ...columns, ...sourceFor(writing, body) });
    insertRows(
      tx,
      bodyMembers,
      withPositions(members, (member, at, index) => ({
        ...member,
        id: childId(body.id, 'member', index),
        bodyId: body.id,
        position: at,
      })),
    );
  });
  insertRows(
    tx,
    meetings,
    withPositions(json.meetings, (meeting, position) => {
      const { source: _, ...columns } = meeting;
      return { position, ...columns, ...sourceFor(writing, meeting) };
    }),
  );
  insertRows(
    tx,
    attendance,
    withPositions(json.attendance, (entry, position) => {
      const { source: _, ...columns } = entry;
      return { position, ...columns, ...sourceFor(writing, entry) };
    }),
  );
  insertRows(
    tx,
    agendaItems,
    withPositions(json.agendaItems, (item, position) => {
      const { source: _, ...columns } = item;
      return { position, ...columns, ...sourceFor(writing, item) };
    }),
  );
  insertRows(
    tx,
    resolutions,
    withPositions(json.resolutions, (resolution, position) => {
      const { source: _, ...columns } = resolution;
      return { position, ...columns, ...sourceFor(writing, resolution) };
    }),
  );
}

/** Duties and the glossary. */
export function writeWords(writing: Writing, json: RegisterJson): void {
  insertRows(
    writing.tx,
    duties,
    withPositions(json.duties, (duty, position) => {
      const { source: _, inForceFrom, ...columns } = duty;
      return { position, ...columns, ...timescaleToColumns(inForceFrom), ...sourceFor(writing, duty) };
    }),
  );
  insertRows(
    writing.tx,
    glossary,
    withPositions(json.glossary, (entry, position) => {
      const { source: _, ...columns } = entry;
      return { position, ...columns, ...sourceFor(writing, entry) };
    }),
  );
}
