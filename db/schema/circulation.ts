import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type Audience,
  type CirculatedFile,
  type Paper,
  recipientFields,
} from '#shared/contract/circulation-records.ts';
import {
  type FieldWords,
  type FormContent,
  formStates,
  type ReturnedForm,
  type RoundFormRecord,
} from '#shared/contract/round-records.ts';
import { exactlyOne, isDay, isJson, isTruth, oneOf } from './checks.ts';
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
    files: json<CirculatedFile[]>().notNull(),
    /** The list it went to, by id and by its name then: no reference, because the list may be deleted later. */
    listId: text(),
    listName: text(),
    /** What that list was allowed to see. */
    audience: json<Audience>(),
    /** The draft itself as it was saved. */
    draft: json<CirculatedFile>(),
  },
  (t) => [
    index('circulations_snapshot').on(t.snapshotId),
    isJson('recipients', 'array'),
    isJson('files', 'array'),
    isJson('audience', 'object'),
    isJson('draft', 'object'),
  ],
);

/** To whom reports go, what they may see of them, and what the e-mail to them says. */
export const circulationLists = sqliteTable(
  'circulation_lists',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    /** Whether they see internal notes, the names of people, and what is confidential of meetings. */
    seesNotes: integer({ mode: 'boolean' }).notNull(),
    seesNames: integer({ mode: 'boolean' }).notNull(),
    seesConfidential: integer({ mode: 'boolean' }).notNull(),
    /** Whether each lead gets an e-mail of their own. */
    eachLead: integer({ mode: 'boolean' }).notNull(),
    /** The reports that usually go to them. */
    papers: json<Paper[]>().notNull(),
    /** Null where the e-mail is named by its report. */
    subject: text(),
    /** Covering words; null where there are none. */
    words: text(),
  },
  () => [
    isTruth('sees_notes'),
    isTruth('sees_names'),
    isTruth('sees_confidential'),
    isTruth('each_lead'),
    isJson('papers', 'array'),
  ],
);

/** One recipient of a list: a person, role or team of the register, or a bare address. */
export const circulationRecipients = sqliteTable(
  'circulation_recipients',
  {
    id: id(),
    listId: text()
      .notNull()
      .references(() => circulationLists.id),
    position: position(),
    personId: text().references(() => people.id),
    address: text(),
    field: text().$type<(typeof recipientFields)[number]>().notNull(),
  },
  (t) => [
    index('circulation_recipients_list').on(t.listId),
    filledIndex('circulation_recipients_person', t.personId, 'person_id'),
    oneOf('field', recipientFields),
    exactlyOne('circulation_recipients_one', ['person_id', 'address']),
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
