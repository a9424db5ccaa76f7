import type { RegisterJson } from '#shared/contract/register.ts';
import { timescaleToColumns } from '../records.ts';
import { insertRows } from '../rows.ts';
import { duties, glossary, people } from '../schema/index.ts';
import { sourceFor, type Writing, withPositions } from './register-writing.ts';

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
