import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type AgendaItem, Attendance, type Detail, Meeting, Resolution } from '#shared/contract/register.ts';
import { isDay, isJson, oneOf } from './checks.ts';
import { filledIndex, id, json, position, sourceChecks, sourceColumns } from './columns.ts';
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
  },
  (t) => [filledIndex('bodies_reports_to', t.reportsToId, 'reports_to_id'), ...sourceChecks()],
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
    // A column that a migration adds stands last.
    details: json<Detail[]>(),
  },
  (t) => [
    index('meetings_body').on(t.bodyId),
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
  },
  (t) => [index('agenda_items_meeting').on(t.meetingId), isJson('points', 'array'), ...sourceChecks()],
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
  },
  (t) => [
    filledIndex('resolutions_agenda_item', t.agendaItemId, 'agenda_item_id'),
    filledIndex('resolutions_action', t.actionId, 'action_id'),
    index('resolutions_meeting').on(t.meetingId),
    oneOf('kind', Resolution.shape.kind.unwrap().options),
    ...sourceChecks(),
  ],
);
