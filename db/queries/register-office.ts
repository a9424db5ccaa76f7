import type {
  AgendaItem,
  Attendance,
  Body,
  Detail,
  Duty,
  GlossaryEntry,
  Meeting,
  Person,
  Resolution,
} from '#shared/contract/register.ts';
import { rowsOf } from './prepared.ts';
import { gather, jsonOr, type TimescaleColumns, timescaleOf } from './record-parts.ts';
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

type BodyRow = Row<
  Omit<Body, 'id' | 'source' | 'members' | 'reportsToId'> & { reports_to_id: string | null }
>;
type MemberRow = { body_id: string; position: number; person_id: string | null } & Omit<
  Body['members'][number],
  'personId'
>;
type MeetingRow = Row<{
  body_id: string | null;
  title: string;
  held_on: string | null;
  place: string | null;
  minute_ref: string | null;
  further_to: string | null;
  state: Meeting['state'];
  details: string | null;
}>;

/** People, bodies and meetings. */
export function readOffice({ db, sourceOf }: Reading): ContentPart<'people' | 'bodies' | 'meetings'> {
  const members = gather(
    rowsOf<MemberRow>(db, 'SELECT * FROM body_members ORDER BY id'),
    (row) => row.body_id,
    ({ name, person_id, role, from, until }) => ({ name, personId: person_id, role, from, until }),
  );
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
    bodies: rowsOf<BodyRow>(db, 'SELECT * FROM bodies ORDER BY position, id').map(
      (row): Body => ({
        id: row.id,
        source: sourceOf(row),
        name: row.name,
        kind: row.kind,
        purpose: row.purpose,
        role: row.role,
        cycle: row.cycle,
        reportsToId: row.reports_to_id,
        members: members.get(row.id) ?? [],
      }),
    ),
    meetings: rowsOf<MeetingRow>(db, 'SELECT * FROM meetings ORDER BY position, id').map(
      (row): Meeting => ({
        id: row.id,
        source: sourceOf(row),
        bodyId: row.body_id,
        title: row.title,
        heldOn: row.held_on,
        place: row.place,
        minuteRef: row.minute_ref,
        furtherTo: row.further_to,
        state: row.state,
        ...(row.details !== null && { details: jsonOr<Detail[]>(row.details, []) }),
      }),
    ),
  };
}

type AttendanceRow = Row<{
  meeting_id: string;
  name: string;
  person_id: string | null;
  state: Attendance['state'];
  substitute_for: string | null;
  role: string | null;
}>;
type ItemRow = Row<{
  meeting_id: string;
  number: string | null;
  title: string;
  text: string;
  points: string;
}>;
type ResolutionRow = Row<{
  meeting_id: string;
  agenda_item_id: string | null;
  number: string;
  text: string;
  kind: Resolution['kind'];
  action_id: string | null;
}>;

/** What happened at the meetings, in the order of the meetings. */
export function readProceedings(
  { db, sourceOf }: Reading,
  meetings: Ranks,
): ContentPart<'attendance' | 'agendaItems' | 'resolutions'> {
  const inOrder = <T extends { meetingId: string }>(records: T[]) =>
    inOrderOf(records, ({ meetingId }) => meetingId, meetings);
  return {
    attendance: inOrder(
      rowsOf<AttendanceRow>(db, 'SELECT * FROM attendance ORDER BY position, id').map(
        (row): Attendance => ({
          id: row.id,
          source: sourceOf(row),
          meetingId: row.meeting_id,
          name: row.name,
          personId: row.person_id,
          state: row.state,
          substituteFor: row.substitute_for,
          ...(row.role !== null && { role: row.role }),
        }),
      ),
    ),
    agendaItems: inOrder(
      rowsOf<ItemRow>(db, 'SELECT * FROM agenda_items ORDER BY position, id').map(
        (row): AgendaItem => ({
          id: row.id,
          source: sourceOf(row),
          meetingId: row.meeting_id,
          number: row.number,
          title: row.title,
          text: row.text,
          points: jsonOr<AgendaItem['points']>(row.points, []),
        }),
      ),
    ),
    resolutions: inOrder(
      rowsOf<ResolutionRow>(db, 'SELECT * FROM resolutions ORDER BY position, id').map(
        (row): Resolution => ({
          id: row.id,
          source: sourceOf(row),
          meetingId: row.meeting_id,
          agendaItemId: row.agenda_item_id,
          number: row.number,
          text: row.text,
          kind: row.kind,
          actionId: row.action_id,
        }),
      ),
    ),
  };
}
