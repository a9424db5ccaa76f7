import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, oneOf } from './checks.ts';
import { filledIndex, id, json, position } from './columns.ts';
import { people } from './people.ts';

/** The register frozen at a moment. Insert-only: the database refuses updates and deletes. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    takenAt: text().notNull(),
    /** SHA-256 of `content`, hex. */
    hash: text().notNull(),
    counts: json<Record<string, number>>().notNull(),
    /** Canonical JSON of the contract's RegisterContent. */
    content: text().notNull(),
  },
  () => [isJson('counts', 'object'), isJson('content', 'object')],
);

/** Which snapshot went to whom, when, as which files. Insert-only. */
export const circulations = sqliteTable(
  'circulations',
  {
    id: id(),
    snapshotId: text()
      .notNull()
      .references(() => snapshots.id),
    at: text().notNull(),
    subject: text().notNull(),
    recipients: json<string[]>().notNull(),
    files: json<{ name: string; sha256: string }[]>().notNull(),
  },
  (t) => [
    index('circulations_snapshot').on(t.snapshotId),
    isJson('recipients', 'array'),
    isJson('files', 'array'),
  ],
);

/** A round of collecting updates from leads. */
export const rounds = sqliteTable('rounds', {
  id: id(),
  name: text().notNull(),
  openedAt: text().notNull(),
  closedAt: text(),
});

/** One lead's form of a round: what was sent, so that what comes back is merged three ways. */
export const roundForms = sqliteTable(
  'round_forms',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    personId: text().references(() => people.id),
    state: text().$type<'sent' | 'returned' | 'merged'>().notNull(),
    sent: json<unknown>().notNull(),
    returnedAt: text(),
  },
  (t) => [
    filledIndex('round_forms_person', t.personId, 'person_id'),
    index('round_forms_round').on(t.roundId),
    oneOf('state', ['sent', 'returned', 'merged']),
    isJson('sent', 'any'),
  ],
);
