import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson } from './checks.ts';
import { id, json, position } from './columns.ts';

/** A source of money that actions draw on, by the office's name of it and the other ways it is written. */
export const fundingStreams = sqliteTable(
  'funding_streams',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    /** Short forms and other spellings: "SSG", "Surestart grant". */
    also: json<string[]>().notNull(),
    note: text(),
  },
  () => [isJson('also', 'array')],
);
