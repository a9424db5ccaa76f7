import { sql } from 'drizzle-orm';
import { check } from 'drizzle-orm/sqlite-core';

/**
 * CHECK constraints: what the database itself refuses, whoever writes. Column names are given as they stand
 * in the database. A null passes: whether null is allowed is said by NOT NULL.
 */

const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;
const named = (column: string, what: string, condition: string) =>
  check(`${column}_${what}`, sql.raw(condition));

/** The column holds one of a closed list of words. */
export const oneOf = (column: string, words: readonly string[]) =>
  named(column, 'word', `"${column}" IN (${words.map(quoted).join(', ')})`);

/** The column holds well-formed JSON: an array, an object, or (`any`) whatever JSON allows. */
export const isJson = (column: string, kind: 'array' | 'object' | 'any') =>
  named(
    column,
    'json',
    kind === 'any'
      ? `json_valid("${column}")`
      : `"${column}" IS NULL OR (json_valid("${column}") AND json_type("${column}") = '${kind}')`,
  );

/** The column holds a calendar day, YYYY-MM-DD. */
export const isDay = (column: string) =>
  named(column, 'day', `"${column}" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'`);

/** The column holds a time of day, HH:MM. */
export const isClockTime = (column: string) =>
  named(column, 'time', `"${column}" GLOB '[0-2][0-9]:[0-5][0-9]'`);

/** The column holds yes (1) or no (0). */
export const isTruth = (column: string) => named(column, 'truth', `"${column}" IN (0, 1)`);

/** Of these columns exactly one is filled: a lead leads one thing, an update is about one thing. */
export const exactlyOne = (name: string, columns: readonly string[]) =>
  check(name, sql.raw(`${columns.map((column) => `("${column}" IS NOT NULL)`).join(' + ')} = 1`));
