import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Timescale } from '#shared/contract/register.ts';
import { importFiles } from './imports.ts';

/** A permanent identity: UUIDv7 text made by the core. */
export const id = () => text().primaryKey();

/** Reading order within the parent; gaps of 1,024 leave room to insert without renumbering. */
export const position = () => integer().notNull();

/** A JSON array or object; STRICT tables keep it as TEXT. */
export const json = <T>() => text({ mode: 'json' }).$type<T>();

/**
 * Where the record came from: the imported file, the place in it, and field by field the cell
 * ({ "text": "Sheet1!C14" }). All null for what was typed in.
 */
export const sourceColumns = () => ({
  sourceFileId: text().references(() => importFiles.id),
  sourceWhere: text(),
  sourceCells: json<Record<string, string>>(),
});

/**
 * A timescale laid flat, so that lists can sort and filter by its end. `timescaleText` null means none.
 * `timescaleRevisedFrom` holds what stood before, in the contract's form.
 */
export const timescaleColumns = () => ({
  timescaleText: text(),
  timescaleKind: text().$type<Timescale['kind']>(),
  timescaleStart: text(),
  timescaleEnd: text(),
  timescalePrecision: text().$type<Timescale['precision']>(),
  timescaleOngoing: integer({ mode: 'boolean' }),
  timescaleRecurrence: text(),
  timescaleRevisedFrom: json<Timescale>(),
  timescaleAmbiguous: integer({ mode: 'boolean' }),
});

/** A stretch of time with its name; `periodLabel` null means none. */
export const periodColumns = () => ({
  periodLabel: text(),
  periodStart: text(),
  periodEnd: text(),
});
