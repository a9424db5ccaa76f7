import type { Duty, GlossaryEntry, Person } from '#shared/contract/register.ts';
import {
  type AttendanceRow,
  attendanceOf,
  type ItemLinkRow,
  type ItemRow,
  itemLinkOf,
  itemOf,
  type MeetingRow,
  meetingOf,
  type ResolutionRow,
  resolutionOf,
} from './meeting-rows.ts';
import { bodiesIn } from './meetings-list.ts';
import { rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, type TimescaleColumns, timescaleOf } from './record-parts.ts';
import { type ContentPart, inOrderOf, type Ranks, type Reading, type Row } from './register-parts.ts';

/** Duties and the glossary; what belongs to no plan comes first. */
export function readWords({ db, sourceOf }: Reading, plans: Ranks): ContentPart<'duties' | 'glossary'> {
  const duties = rowsOf<
    Row<TimescaleColumns & { plan_id: string | null; text: string; basis: string | null }>
  >(db, 'SELECT * FROM duties ORDER BY position, id').map(
    (row): Duty => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      text: row.text,
      basis: row.basis,
      inForceFrom: timescaleOf(row),
    }),
  );
  const glossary = rowsOf<Row<{ plan_id: string | null; term: string; meaning: string }>>(
    db,
    'SELECT * FROM glossary ORDER BY position, id',
  ).map(
    (row): GlossaryEntry => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      term: row.term,
      meaning: row.meaning,
    }),
  );
  return {
    duties: inOrderOf(duties, ({ planId }) => planId, plans),
    glossary: inOrderOf(glossary, ({ planId }) => planId, plans),
  };
}

/** People, bodies and meetings. */
export function readOffice({ db, sourceOf }: Reading): ContentPart<'people' | 'bodies' | 'meetings'> {
  return {
    people: rowsOf<Row<Omit<Person, 'id' | 'source' | 'retiredOn'> & { retired_on: string | null }>>(
      db,
      'SELECT * FROM people ORDER BY position, id',
    ).map(
      (row): Person => ({
        id: row.id,
        source: sourceOf(row),
        kind: row.kind,
        name: row.name,
        initials: row.initials,
        role: row.role,
        email: row.email,
        ...(row.retired_on !== null && { retiredOn: row.retired_on }),
      }),
    ),
    bodies: bodiesIn(db),
    meetings: rowsOf<MeetingRow>(db, 'SELECT * FROM meetings ORDER BY position, id').map((row) =>
      meetingOf(row, sourceOf),
    ),
  };
}

/** What happened at the meetings, in the order of the meetings. */
export function readProceedings(
  { db, sourceOf }: Reading,
  meetings: Ranks,
): ContentPart<'attendance' | 'agendaItems' | 'resolutions'> {
  const inOrder = <T extends { meetingId: string }>(records: T[]) =>
    inOrderOf(records, ({ meetingId }) => meetingId, meetings);
  const links = gather(
    rowsOf<ItemLinkRow>(db, 'SELECT * FROM agenda_links ORDER BY id'),
    (row) => row.agenda_item_id,
    itemLinkOf,
  );
  const leads = gather(
    rowsOf<LeadRow>(
      db,
      'SELECT resolution_id AS owner, position, text, person_id, role, note FROM resolution_leads ORDER BY id',
    ),
    (row) => row.owner,
    leadOf,
  );
  return {
    attendance: inOrder(
      rowsOf<AttendanceRow>(db, 'SELECT * FROM attendance ORDER BY position, id').map((row) =>
        attendanceOf(row, sourceOf),
      ),
    ),
    agendaItems: inOrder(
      rowsOf<ItemRow>(db, 'SELECT * FROM agenda_items ORDER BY position, id').map((row) =>
        itemOf(row, sourceOf, links.get(row.id)),
      ),
    ),
    resolutions: inOrder(
      rowsOf<ResolutionRow>(db, 'SELECT * FROM resolutions ORDER BY position, id').map((row) =>
        resolutionOf(row, sourceOf, leads.get(row.id)),
      ),
    ),
  };
}
