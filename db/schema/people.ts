import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { Person } from '#shared/contract/register.ts';
import { oneOf } from './checks.ts';
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
  },
  (t) => [index('people_name').on(t.name), oneOf('kind', Person.shape.kind.options), ...sourceChecks()],
);
