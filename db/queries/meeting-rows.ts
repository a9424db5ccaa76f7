import type {
  AgendaItem,
  Attendance,
  Body,
  BodyMember,
  ItemLink,
  Meeting,
  Officer,
  Resolution,
  StandingItem,
} from '#shared/contract/meeting-records.ts';
import type { Detail, Lead, Source } from '#shared/contract/record.ts';
import { jsonOr, type SourceColumns, type TimescaleColumns, timescaleOf } from './record-parts.ts';

/** Rows of bodies and meetings, as a SELECT * gives them, in the contract's form. What is null is left out there. */

type Sources = (row: SourceColumns) => Source | null;

/** The same object without what is null. */
function filled<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], null> };
}
const truth = (value: number | null): true | null => (value === 1 ? true : null);
const listOr = <T>(text: string | null): T[] | null => {
  const list = jsonOr<T[]>(text, []);
  return list.length > 0 ? list : null;
};

type OfficerColumns = { officer: string | null; officer_person_id: string | null };
export const officerOf = ({ officer, officer_person_id }: OfficerColumns): Officer | null =>
  officer === null ? null : { text: officer, personId: officer_person_id };

export type BodyRow = SourceColumns & {
  id: string;
  name: string;
  kind: string | null;
  purpose: string | null;
  role: string | null;
  cycle: string | null;
  reports_to_id: string | null;
  quorum: number | null;
  terms: string | null;
  documents: string | null;
  usual_place: string | null;
  usual_start: string | null;
  usual_minutes: number | null;
  papers_days: number | null;
  minute_pattern: string | null;
  minute_counts: NonNullable<Body['numbering']>['counts'] | null;
  minute_of: NonNullable<Body['numbering']>['of'] | null;
  resolution_words: string | null;
  resolution_counts: NonNullable<Body['resolving']>['counts'] | null;
  ended_on: string | null;
  papers_unit: NonNullable<Body['papersUnit']> | null;
  groups: string | null;
};
export function bodyOf(
  row: BodyRow,
  sourceOf: Sources,
  own: { members: BodyMember[]; standing: StandingItem[] },
): Body {
  return {
    id: row.id,
    source: sourceOf(row),
    name: row.name,
    kind: row.kind,
    purpose: row.purpose,
    role: row.role,
    cycle: row.cycle,
    reportsToId: row.reports_to_id,
    members: own.members,
    ...filled({
      quorum: row.quorum,
      terms: row.terms,
      documents: listOr<NonNullable<Body['documents']>[number]>(row.documents),
      usualPlace: row.usual_place,
      usualStart: row.usual_start,
      usualMinutes: row.usual_minutes,
      papersDays: row.papers_days,
      numbering:
        row.minute_pattern === null
          ? null
          : {
              pattern: row.minute_pattern,
              counts: row.minute_counts ?? ('body' as const),
              of: row.minute_of ?? ('item' as const),
            },
      resolving:
        row.resolution_words === null
          ? null
          : { words: row.resolution_words, counts: row.resolution_counts ?? ('item' as const) },
      standingItems: own.standing.length > 0 ? own.standing : null,
      endedOn: row.ended_on,
      papersUnit: row.papers_unit,
      groups: listOr<string>(row.groups),
    }),
  };
}

export type MemberRow = {
  id: string;
  body_id: string;
  position: number;
  name: string;
  person_id: string | null;
  role: string | null;
  from: string | null;
  until: string | null;
};
export const memberOf = ({ name, person_id, role, from, until }: MemberRow): BodyMember => ({
  name,
  personId: person_id,
  role,
  from,
  until,
});

export type StandingRow = OfficerColumns & {
  id: string;
  body_id: string;
  position: number;
  title: string;
  kind: StandingItem['kind'];
  planned_minutes: number | null;
};
export const standingOf = (row: StandingRow): StandingItem => ({
  title: row.title,
  kind: row.kind,
  plannedMinutes: row.planned_minutes,
  officer: officerOf(row),
});

export type MeetingRow = SourceColumns & {
  id: string;
  body_id: string | null;
  title: string;
  held_on: string | null;
  place: string | null;
  minute_ref: string | null;
  further_to: string | null;
  state: Meeting['state'];
  details: string | null;
  start_time: string | null;
  length_minutes: number | null;
  papers_on: string | null;
  sequence: number | null;
  series_id: string | null;
  chair: string | null;
  clerk: string | null;
  closed_time: string | null;
  circulated_on: string | null;
  comments_by: string | null;
  confirmed_on: string | null;
  confirmed_at_meeting_id: string | null;
  cancelled_why: string | null;
};
export function meetingOf(row: MeetingRow, sourceOf: Sources): Meeting {
  return {
    id: row.id,
    source: sourceOf(row),
    bodyId: row.body_id,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    minuteRef: row.minute_ref,
    furtherTo: row.further_to,
    state: row.state,
    ...filled({
      details: listOr<Detail>(row.details),
      startTime: row.start_time,
      lengthMinutes: row.length_minutes,
      papersOn: row.papers_on,
      sequence: row.sequence || null,
      seriesId: row.series_id,
      chair: row.chair,
      clerk: row.clerk,
      closedTime: row.closed_time,
      circulatedOn: row.circulated_on,
      commentsBy: row.comments_by,
      confirmedOn: row.confirmed_on,
      confirmedAtMeetingId: row.confirmed_at_meeting_id,
      cancelledWhy: row.cancelled_why,
    }),
  };
}

export type AttendanceRow = SourceColumns & {
  id: string;
  meeting_id: string;
  name: string;
  person_id: string | null;
  state: Attendance['state'];
  substitute_for: string | null;
  role: string | null;
};
export const attendanceOf = (row: AttendanceRow, sourceOf: Sources): Attendance => ({
  id: row.id,
  source: sourceOf(row),
  meetingId: row.meeting_id,
  name: row.name,
  personId: row.person_id,
  state: row.state,
  substituteFor: row.substitute_for,
  ...filled({ role: row.role }),
});

export type ItemRow = SourceColumns &
  OfficerColumns & {
    id: string;
    meeting_id: string;
    number: string | null;
    title: string;
    text: string;
    points: string;
    kind: NonNullable<AgendaItem['kind']> | null;
    planned_minutes: number | null;
    began_time: string | null;
    confidential: number | null;
    minute_ref: string | null;
    further_to: string | null;
    papers: string | null;
  };
export function itemOf(row: ItemRow, sourceOf: Sources, links: readonly ItemLink[] = []): AgendaItem {
  return {
    id: row.id,
    source: sourceOf(row),
    meetingId: row.meeting_id,
    number: row.number,
    title: row.title,
    text: row.text,
    points: jsonOr<AgendaItem['points']>(row.points, []),
    ...filled({
      kind: row.kind,
      plannedMinutes: row.planned_minutes,
      beganTime: row.began_time,
      officer: officerOf(row),
      confidential: truth(row.confidential),
      minuteRef: row.minute_ref,
      furtherTo: row.further_to,
      papers: listOr<NonNullable<AgendaItem['papers']>[number]>(row.papers),
      links: links.length > 0 ? [...links] : null,
    }),
  };
}

export type ItemLinkRow = {
  agenda_item_id: string;
  position: number;
  text: string;
  plan_id: string | null;
  section_id: string | null;
  action_id: string | null;
  kpi_id: string | null;
  resolution_id: string | null;
};
export const itemLinkOf = (row: ItemLinkRow): ItemLink => ({
  text: row.text,
  planId: row.plan_id,
  sectionId: row.section_id,
  actionId: row.action_id,
  kpiId: row.kpi_id,
  resolutionId: row.resolution_id,
});

export type ResolutionRow = SourceColumns &
  TimescaleColumns & {
    id: string;
    meeting_id: string;
    agenda_item_id: string | null;
    number: string;
    text: string;
    kind: Resolution['kind'];
    action_id: string | null;
    state: NonNullable<Resolution['state']> | null;
    superseded_by_id: string | null;
    done_on: string | null;
    done_words: string | null;
    confidential: number | null;
  };
export function resolutionOf(row: ResolutionRow, sourceOf: Sources, leads: readonly Lead[] = []): Resolution {
  return {
    id: row.id,
    source: sourceOf(row),
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    number: row.number,
    text: row.text,
    kind: row.kind,
    actionId: row.action_id,
    ...filled({
      state: row.state,
      supersededById: row.superseded_by_id,
      doneOn: row.done_on,
      doneWords: row.done_words,
      confidential: truth(row.confidential),
      leads: leads.length > 0 ? [...leads] : null,
      due: timescaleOf(row),
    }),
  };
}
