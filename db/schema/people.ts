import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { Person } from '#shared/contract/register.ts';
import { isDay, oneOf } from './checks.ts';
import { id, position, sourceChecks, sourceColumns } from './columns.ts';

/** A person, role, team or organisation that can lead something. */
export const people = sqliteTable(
  'people',
  {
    id: id(),
    position: position(),
    kind: text().$type<Person['kind']>().notNull(),
    name: text().notNull(),
    initials: text(),
    role: text(),
    email: text(),
    ...sourceColumns(),
    /** Since when they lead nothing any more; null while they do. */
    retiredOn: text(),
  },
  (t) => [index('people_name').on(t.name), oneOf('kind', Person.shape.kind.options), ...sourceChecks()],
);

/** Who held a role, or belonged to a team or organisation, and when. `until` is the last day. */
export const spells = sqliteTable(
  'spells',
  {
    id: id(),
    position: position(),
    ofId: text()
      .notNull()
      .references(() => people.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    from: text(),
    until: text(),
  },
  (t) => [
    index('spells_of').on(t.ofId),
    index('spells_person').on(t.personId),
    isDay('from'),
    isDay('until'),
    check('spells_in_order', sql.raw(`"from" IS NULL OR "until" IS NULL OR "from" <= "until"`)),
    check('spells_of_another', sql.raw(`"of_id" <> "person_id"`)),
  ],
);

/** Other ways in which somebody is written. */
export const aliases = sqliteTable(
  'aliases',
  {
    id: id(),
    position: position(),
    personId: text()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
  },
  (t) => [index('aliases_person').on(t.personId)],
);

/** Two who look like one and are not, as the officer said. */
export const peopleApart = sqliteTable(
  'people_apart',
  {
    id: id(),
    position: position(),
    personId: text()
      .notNull()
      .references(() => people.id),
    otherId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    index('people_apart_person').on(t.personId),
    index('people_apart_other').on(t.otherId),
    check('people_apart_two', sql.raw(`"person_id" <> "other_id"`)),
  ],
);
