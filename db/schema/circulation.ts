import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type FieldWords,
  type FormContent,
  formStates,
  type ReturnedForm,
  type RoundFormRecord,
} from '#shared/contract/round-records.ts';
import { isDay, isJson, oneOf } from './checks.ts';
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
export const rounds = sqliteTable(
  'rounds',
  {
    id: id(),
    name: text().notNull(),
    openedAt: text().notNull(),
    /** The day by which forms are to be back. */
    dueOn: text(),
    closedAt: text(),
  },
  () => [isDay('due_on')],
);

/** One lead's form of a round: what was sent, so that what comes back is merged three ways. */
export const roundForms = sqliteTable(
  'round_forms',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    position: position(),
    personId: text().references(() => people.id),
    /** The lead's name when it was sent. */
    name: text().notNull(),
    /** `returned` while something of it waits for a decision. */
    state: text().$type<RoundFormRecord['state']>().notNull(),
    /** Counts up each time the form is made anew. */
    version: integer().notNull(),
    sentAt: text().notNull(),
    sent: json<FormContent>().notNull(),
    /** What came back last, whole. */
    returned: json<ReturnedForm>(),
    /** By field: what was taken from it, or decided about. */
    settled: json<FieldWords>().notNull(),
    returnedAt: text(),
    remindedAt: text(),
  },
  (t) => [
    filledIndex('round_forms_person', t.personId, 'person_id'),
    index('round_forms_round').on(t.roundId),
    oneOf('state', formStates),
    isJson('sent', 'object'),
    isJson('returned', 'object'),
    isJson('settled', 'object'),
  ],
);
