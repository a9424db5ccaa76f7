import type { z } from 'zod';
import type { PersonRow } from '#shared/contract/office.ts';
import type { Person } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { type SourceColumns, sourceFinder } from './record-parts.ts';

type PersonColumns = SourceColumns & {
  id: string;
  kind: Person['kind'];
  name: string;
  initials: string | null;
  role: string | null;
  email: string | null;
};

/** Everyone who can lead something, by name, with how much each leads. */
export function peopleWithLoad(db: ReadDb): z.infer<typeof PersonRow>[] {
  const load = new Map(
    rowsOf<{ personId: string; actions: number; kpis: number; measures: number }>(
      db,
      `SELECT person_id AS personId, count(DISTINCT action_id) AS actions, count(DISTINCT kpi_id) AS kpis,
         count(DISTINCT measure_id) AS measures
       FROM leads WHERE person_id IS NOT NULL GROUP BY person_id`,
    ).map(({ personId, ...counts }) => [personId, counts]),
  );
  const sourceOf = sourceFinder(db);
  return rowsOf<PersonColumns>(db, 'SELECT * FROM people ORDER BY name COLLATE NOCASE, position, id').map(
    (row) => ({
      id: row.id,
      source: sourceOf(row),
      kind: row.kind,
      name: row.name,
      initials: row.initials,
      role: row.role,
      email: row.email,
      ...(load.get(row.id) ?? { actions: 0, kpis: 0, measures: 0 }),
    }),
  );
}

/** What finding a person by words needs to know of everyone. */
export type KnownPerson = {
  id: string;
  kind: Person['kind'];
  name: string;
  initials: string | null;
  role: string | null;
};
export function knownPeople(db: ReadDb): KnownPerson[] {
  return rowsOf(db, 'SELECT id, kind, name, initials, role FROM people ORDER BY position, id');
}

export function lastPersonPosition(db: ReadDb): number {
  return rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM people')?.last ?? 0;
}
