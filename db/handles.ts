import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema/index.ts';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;

/** A register that may be read: through drizzle (`orm`) or, where speed matters, by prepared SQL (`raw`). */
export type ReadDb = {
  readonly orm: BetterSQLite3Database<typeof schema>;
  readonly raw: Database.Database;
  readonly [mayRead]: true;
};

/** A register that may be written as well. Writes take effect inside a change set only (change-log.ts). */
export type WriteDb = ReadDb & { readonly [mayWrite]: true };

type Guard = () => void;
const guards = new WeakMap<Database.Database, Guard>();

/**
 * The handle on an opened database. `guard` is asked before every change set and throws where writing would be
 * in vain, for instance because the file has been taken away.
 */
export function writeHandle(raw: Database.Database, guard?: Guard): WriteDb {
  if (guard) guards.set(raw, guard);
  // The brands exist for the compiler only.
  return { orm: drizzle({ client: raw, schema, casing: 'snake_case' }), raw } as unknown as WriteDb;
}

export function askGuard(db: ReadDb): void {
  guards.get(db.raw)?.();
}
