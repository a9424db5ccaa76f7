import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isDay, isTruth } from './checks.ts';
import { filledIndex, id, position } from './columns.ts';
import { kpis } from './kpis.ts';
import { agendaItems, bodies, meetings, resolutions } from './meetings.ts';
import { people } from './people.ts';
import { actions, plans, sections } from './plans.ts';

/** What agenda items are about, who carries out resolutions, and what becomes of them. */

/** What an item is about: the words stay where the record they point to goes. */
export const agendaLinks = sqliteTable(
  'agenda_links',
  {
    id: id(),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    position: position(),
    text: text().notNull(),
    planId: text().references(() => plans.id),
    sectionId: text().references(() => sections.id),
    actionId: text().references(() => actions.id),
    kpiId: text().references(() => kpis.id),
    resolutionId: text().references(() => resolutions.id),
  },
  (t) => [
    index('agenda_links_item').on(t.agendaItemId),
    filledIndex('agenda_links_plan', t.planId, 'plan_id'),
    filledIndex('agenda_links_section', t.sectionId, 'section_id'),
    filledIndex('agenda_links_action', t.actionId, 'action_id'),
    filledIndex('agenda_links_kpi', t.kpiId, 'kpi_id'),
    filledIndex('agenda_links_resolution', t.resolutionId, 'resolution_id'),
  ],
);

/** Who is to carry out a resolution. */
export const resolutionLeads = sqliteTable(
  'resolution_leads',
  {
    id: id(),
    resolutionId: text()
      .notNull()
      .references(() => resolutions.id),
    position: position(),
    text: text().notNull(),
    personId: text().references(() => people.id),
    role: text(),
    note: text(),
  },
  (t) => [
    index('resolution_leads_resolution').on(t.resolutionId),
    filledIndex('resolution_leads_person', t.personId, 'person_id'),
  ],
);

/** A report that is owed again and again. */
export const owedReports = sqliteTable(
  'owed_reports',
  {
    id: id(),
    resolutionId: text().references(() => resolutions.id),
    position: position(),
    title: text().notNull(),
    toBodyId: text().references(() => bodies.id),
    /** How often, in words. */
    every: text().notNull(),
    /** Null once nothing more is owed. */
    nextOn: text(),
    officer: text(),
    officerPersonId: text().references(() => people.id),
  },
  (t) => [
    filledIndex('owed_reports_resolution', t.resolutionId, 'resolution_id'),
    filledIndex('owed_reports_body', t.toBodyId, 'to_body_id'),
    filledIndex('owed_reports_person', t.officerPersonId, 'officer_person_id'),
    isDay('next_on'),
  ],
);

/** A report owed that was given. */
export const reportDeliveries = sqliteTable(
  'report_deliveries',
  {
    id: id(),
    owedReportId: text()
      .notNull()
      .references(() => owedReports.id),
    position: position(),
    meetingId: text().references(() => meetings.id),
    on: text().notNull(),
    words: text().notNull(),
  },
  (t) => [
    index('report_deliveries_report').on(t.owedReportId),
    filledIndex('report_deliveries_meeting', t.meetingId, 'meeting_id'),
    isDay('on'),
  ],
);

/** Corrections of confirmed minutes, which stand as they were confirmed. */
export const minuteCorrections = sqliteTable(
  'minute_corrections',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    position: position(),
    /** The later meeting that recorded it. */
    atMeetingId: text().references(() => meetings.id),
    agendaItemId: text().references(() => agendaItems.id),
    on: text().notNull(),
    text: text().notNull(),
    confidential: integer({ mode: 'boolean' }),
  },
  (t) => [
    index('minute_corrections_meeting').on(t.meetingId),
    filledIndex('minute_corrections_at', t.atMeetingId, 'at_meeting_id'),
    filledIndex('minute_corrections_item', t.agendaItemId, 'agenda_item_id'),
    isDay('on'),
    isTruth('confidential'),
  ],
);
