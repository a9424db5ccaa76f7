import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type AgendaItem,
  Attendance,
  type Body,
  itemKinds,
  Meeting,
  type MinuteNumbering,
  minuteCounts,
  Resolution,
  type ResolutionStyle,
  resolutionCounts,
  resolutionStates,
} from '#shared/contract/meeting-records.ts';
import type { Detail } from '#shared/contract/record.ts';
import { isClockTime, isDay, isJson, isTruth, oneOf } from './checks.ts';
import {
  filledIndex,
  id,
  json,
  position,
  sourceChecks,
  sourceColumns,
  timescaleChecks,
  timescaleColumns,
} from './columns.ts';
import { people } from './people.ts';
import { actions } from './plans.ts';

/** A board, partnership, project group, forum or cabinet member. */
export const bodies = sqliteTable(
  'bodies',
  {
    id: id(),
    position: position(),
    name: text().notNull(),
    kind: text(),
    purpose: text(),
    role: text(),
    cycle: text(),
    reportsToId: text().references((): AnySQLiteColumn => bodies.id),
    ...sourceColumns(),
    // A column that a migration adds stands last.
    quorum: integer(),
    terms: text(),
    documents: json<NonNullable<Body['documents']>>(),
    usualPlace: text(),
    /** Local time of day, HH:MM. */
    usualStart: text(),
    usualMinutes: integer(),
    /** Days before a meeting on which its papers go out. */
    papersDays: integer(),
    minutePattern: text(),
    minuteCounts: text().$type<MinuteNumbering['counts']>(),
    minuteOf: text().$type<MinuteNumbering['of']>(),
    resolutionWords: text(),
    resolutionCounts: text().$type<ResolutionStyle['counts']>(),
    endedOn: text(),
    /** Null where plain days are counted. */
    papersUnit: text().$type<NonNullable<Body['papersUnit']>>(),
    groups: json<NonNullable<Body['groups']>>(),
  },
  (t) => [
    filledIndex('bodies_reports_to', t.reportsToId, 'reports_to_id'),
    ...sourceChecks(),
    isJson('documents', 'array'),
    isClockTime('usual_start'),
    oneOf('minute_counts', minuteCounts),
    oneOf('minute_of', ['item', 'meeting']),
    oneOf('resolution_counts', resolutionCounts),
    isDay('ended_on'),
    oneOf('papers_unit', ['working-days']),
    isJson('groups', 'array'),
  ],
);

/** A spell of membership. */
export const bodyMembers = sqliteTable(
  'body_members',
  {
    id: id(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    position: position(),
    name: text().notNull(),
    personId: text().references(() => people.id),
    role: text(),
    from: text(),
    until: text(),
  },
  (t) => [
    filledIndex('body_members_person', t.personId, 'person_id'),
    index('body_members_body').on(t.bodyId),
    isDay('from'),
    isDay('until'),
  ],
);

/** An item that stands on every agenda of a body. */
export const standingItems = sqliteTable(
  'standing_items',
  {
    id: id(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    position: position(),
    title: text().notNull(),
    kind: text().$type<NonNullable<AgendaItem['kind']>>(),
    plannedMinutes: integer(),
    officer: text(),
    officerPersonId: text().references(() => people.id),
  },
  (t) => [
    index('standing_items_body').on(t.bodyId),
    filledIndex('standing_items_person', t.officerPersonId, 'officer_person_id'),
    oneOf('kind', itemKinds),
  ],
);

export const meetings = sqliteTable(
  'meetings',
  {
    id: id(),
    position: position(),
    bodyId: text().references(() => bodies.id),
    title: text().notNull(),
    heldOn: text(),
    place: text(),
    minuteRef: text(),
    furtherTo: text(),
    state: text().$type<Meeting['state']>().notNull(),
    ...sourceColumns(),
    details: json<Detail[]>(),
    /** Local times of day, HH:MM: the office and its meetings are in one place. */
    startTime: text(),
    lengthMinutes: integer(),
    papersOn: text(),
    /** Counts the changes that an .ics has to tell; null for none. */
    sequence: integer(),
    seriesId: text(),
    chair: text(),
    clerk: text(),
    closedTime: text(),
    circulatedOn: text(),
    commentsBy: text(),
    confirmedOn: text(),
    confirmedAtMeetingId: text().references((): AnySQLiteColumn => meetings.id),
    cancelledWhy: text(),
  },
  (t) => [
    index('meetings_body').on(t.bodyId),
    filledIndex('meetings_confirmed_at', t.confirmedAtMeetingId, 'confirmed_at_meeting_id'),
    isClockTime('start_time'),
    isDay('papers_on'),
    isClockTime('closed_time'),
    isDay('circulated_on'),
    isDay('comments_by'),
    isDay('confirmed_on'),
    index('meetings_held').on(t.heldOn),
    oneOf('state', Meeting.shape.state.options),
    isDay('held_on'),
    ...sourceChecks(),
  ],
);

export const attendance = sqliteTable(
  'attendance',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    position: position(),
    name: text().notNull(),
    personId: text().references(() => people.id),
    state: text().$type<Attendance['state']>().notNull(),
    substituteFor: text(),
    ...sourceColumns(),
    role: text(),
  },
  (t) => [
    filledIndex('attendance_person', t.personId, 'person_id'),
    index('attendance_meeting').on(t.meetingId),
    oneOf('state', Attendance.shape.state.options),
    ...sourceChecks(),
  ],
);

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    position: position(),
    number: text(),
    title: text().notNull(),
    text: text().notNull(),
    points: json<AgendaItem['points']>().notNull(),
    ...sourceColumns(),
    kind: text().$type<NonNullable<AgendaItem['kind']>>(),
    plannedMinutes: integer(),
    beganTime: text(),
    officer: text(),
    officerPersonId: text().references(() => people.id),
    confidential: integer({ mode: 'boolean' }),
    minuteRef: text(),
    furtherTo: text(),
    papers: json<NonNullable<AgendaItem['papers']>>(),
  },
  (t) => [
    index('agenda_items_meeting').on(t.meetingId),
    filledIndex('agenda_items_minute_ref', t.minuteRef, 'minute_ref'),
    filledIndex('agenda_items_person', t.officerPersonId, 'officer_person_id'),
    isJson('points', 'array'),
    ...sourceChecks(),
    oneOf('kind', itemKinds),
    isClockTime('began_time'),
    isTruth('confidential'),
    isJson('papers', 'array'),
  ],
);

export const resolutions = sqliteTable(
  'resolutions',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text().references(() => agendaItems.id),
    position: position(),
    number: text().notNull(),
    text: text().notNull(),
    kind: text().$type<NonNullable<Resolution['kind']>>(),
    actionId: text().references(() => actions.id),
    ...sourceColumns(),
    /** What was said of it by hand; null where its kind and the action that it became tell. */
    state: text().$type<NonNullable<Resolution['state']>>(),
    supersededById: text().references((): AnySQLiteColumn => resolutions.id),
    doneOn: text(),
    doneWords: text(),
    confidential: integer({ mode: 'boolean' }),
    /** By when it is to be done. */
    ...timescaleColumns(),
  },
  (t) => [
    filledIndex('resolutions_superseded_by', t.supersededById, 'superseded_by_id'),
    oneOf('state', resolutionStates),
    isDay('done_on'),
    isTruth('confidential'),
    ...timescaleChecks(),
    filledIndex('resolutions_agenda_item', t.agendaItemId, 'agenda_item_id'),
    filledIndex('resolutions_action', t.actionId, 'action_id'),
    index('resolutions_meeting').on(t.meetingId),
    oneOf('kind', Resolution.shape.kind.unwrap().options),
    ...sourceChecks(),
  ],
);
