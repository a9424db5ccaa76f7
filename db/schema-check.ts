import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import {
  expectedSchema,
  migrationsDone,
  migrationsFolder,
  type SchemaObject,
  schemaObjects,
  schemaVersion,
  userVersion,
} from './migrate.ts';
import { isDerivedTrigger } from './triggers.ts';

/**
 * SHA-256 of what sqlite_schema holds in a register of this version. Making that schema anew to compare with it takes as
 * long as all else that opening a small register does; a file of another digest is compared object by object.
 * test/db/schema.test.ts says what it is once a migration or a trigger is changed.
 */
export const digestOfToday = '652ee83337c65efe19bb4ff5146d7f67be261e089f555e78ab791176ec497398';

/** SHA-256 of objects of a schema, however their names are quoted and spaced. */
export function digestOf(objects: readonly SchemaObject[]): string {
  return hash('sha256', JSON.stringify(objects.map((object) => [keyOf(object), normal(object)]).sort()));
}

/**
 * How the schema of a file differs from the one its version should have, in words; null where it does not.
 * A file may have been handed over by anybody: a trigger or view that was slipped in would run as our own code
 * (https://www.sqlite.org/security.html).
 */
export function schemaFault(raw: Database.Database, folder = migrationsFolder): string | null {
  const current = userVersion(raw) === schemaVersion(folder);
  if (current && folder === migrationsFolder && digestOf(schemaObjects(raw)) === digestOfToday) return null;
  const expected = expectedSchema(migrationsDone(raw), current, folder);
  // An older file has an earlier program's triggers and index: they are taken out before anything is written.
  const found = current ? schemaObjects(raw) : schemaObjects(raw).filter((object) => !isDerived(object));
  const expectedByName = new Map(expected.map((object) => [keyOf(object), object]));
  for (const object of found) {
    const should = expectedByName.get(keyOf(object));
    if (!should) return `it holds a ${object.type} "${object.name}" that is no part of a register`;
    if (normal(object) !== normal(should))
      return `its ${object.type} "${object.name}" is not as it should be`;
    expectedByName.delete(keyOf(object));
  }
  const [missing] = expectedByName.values();
  return missing ? `its ${missing.type} "${missing.name}" is missing` : null;
}

const isDerived = ({ type, name }: SchemaObject): boolean =>
  (type === 'trigger' && isDerivedTrigger(name)) ||
  (type === 'table' && /^search_(queue|index(_\w+)?)$/.test(name));

const keyOf = ({ type, name, table }: SchemaObject): string => `${type} ${name} ${table}`;

/** SQLite rewrites the text of a table when it is renamed: how names are quoted and spaced says nothing. */
const normal = ({ sql }: SchemaObject): string => sql.replace(/[`"\s]+/g, '');
