import type { PersonRow } from '#shared/contract/people.ts';
import type { Person } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { type SourceColumns, sourceFinder } from './record-parts.ts';
import { aliasesIn, spellsIn } from './register-spells.ts';

type PersonColumns = SourceColumns & {
  id: string;
  kind: Person['kind'];
  name: string;
  initials: string | null;
  role: string | null;
  email: string | null;
  retired_on: string | null;
};

/** Everyone who can lead something, by name, with how much each leads. */
export function peopleWithLoad(db: ReadDb): PersonRow[] {
  const load = new Map(
    rowsOf<{ personId: string; actions: number; kpis: number; measures: number }>(
      db,
      `SELECT person_id AS personId, count(DISTINCT action_id) AS actions, count(DISTINCT kpi_id) AS kpis,
         count(DISTINCT measure_id) AS measures
       FROM leads WHERE person_id IS NOT NULL GROUP BY person_id`,
    ).map(({ personId, ...counts }) => [personId, counts]),
  );
  const written = Map.groupBy(aliasesIn(db), ({ personId }) => personId);
  const held = Map.groupBy(spellsIn(db), ({ ofId }) => ofId);
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
      ...(row.retired_on !== null && { retiredOn: row.retired_on }),
      aliases: (written.get(row.id) ?? []).map(({ text }) => text),
      holders: (held.get(row.id) ?? []).map(({ id, personId, from, until }) => ({
        spellId: id,
        personId,
        from,
        until,
      })),
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
  /** Other ways in which they are written. */
  aliases?: readonly string[];
};
export function knownPeople(db: ReadDb): KnownPerson[] {
  const written = Map.groupBy(aliasesIn(db), ({ personId }) => personId);
  return rowsOf<Omit<KnownPerson, 'aliases'>>(
    db,
    'SELECT id, kind, name, initials, role FROM people ORDER BY position, id',
  ).map((person) => {
    const aliases = written.get(person.id)?.map(({ text }) => text);
    return aliases ? { ...person, aliases } : person;
  });
}

export function lastPersonPosition(db: ReadDb): number {
  return rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM people')?.last ?? 0;
}
