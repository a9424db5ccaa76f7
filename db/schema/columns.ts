import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, text } from 'drizzle-orm/sqlite-core';
import { precisions, type Timescale, timescaleKinds } from '#shared/contract/register.ts';
import { isDay, isJson, isTruth, oneOf } from './checks.ts';
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

export const sourceChecks = () => [isJson('source_cells', 'object')];

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

export const timescaleChecks = () => [
  oneOf('timescale_kind', timescaleKinds),
  oneOf('timescale_precision', precisions),
  isDay('timescale_start'),
  isDay('timescale_end'),
  isTruth('timescale_ongoing'),
  isTruth('timescale_ambiguous'),
  isJson('timescale_revised_from', 'object'),
];

/** A stretch of time with its name; `periodLabel` null means none. */
export const periodColumns = () => ({
  periodLabel: text(),
  periodStart: text(),
  periodEnd: text(),
});

export const periodChecks = () => [isDay('period_start'), isDay('period_end')];

/**
 * An index over a reference that most rows leave empty: only the filled ones are in it. Every reference has an
 * index, because deleting what is referred to looks for what refers to it.
 */
export const filledIndex = (name: string, column: AnySQLiteColumn, columnName: string) =>
  index(name)
    .on(column)
    .where(sql.raw(`"${columnName}" IS NOT NULL`));
