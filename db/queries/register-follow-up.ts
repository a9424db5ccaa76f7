import type {
  Closure,
  MinuteCorrection,
  OwedReport,
  ReportDelivery,
  ReportingLine,
} from '#shared/contract/meeting-records.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { officerToColumns } from '../meeting-columns.ts';
import { insertRows } from '../rows.ts';
import {
  closures,
  minuteCorrections,
  owedReports,
  reportDeliveries,
  reportingLines,
} from '../schema/index.ts';
import { rowsOf } from './prepared.ts';
import type { ContentPart } from './register-parts.ts';
import { type Writing, withPositions } from './register-writing.ts';

/** What follows from meetings, who reports to whom, and when nobody meets: read and written as whole lists. */

export function owedReportsIn(db: ReadDb): OwedReport[] {
  type Row = Omit<OwedReport, 'source' | 'officer'> & { officer: string | null; personId: string | null };
  return rowsOf<Row>(
    db,
    `SELECT id, resolution_id AS resolutionId, title, to_body_id AS toBodyId, every, next_on AS nextOn, officer,
       officer_person_id AS personId FROM owed_reports ORDER BY position, id`,
  ).map(({ officer, personId, ...row }) => ({
    ...row,
    source: null,
    officer: officer === null ? null : { text: officer, personId },
  }));
}

export function reportDeliveriesIn(db: ReadDb): ReportDelivery[] {
  return rowsOf<Omit<ReportDelivery, 'source'>>(
    db,
    `SELECT id, owed_report_id AS owedReportId, meeting_id AS meetingId, "on", words FROM report_deliveries
     ORDER BY position, id`,
  ).map((row) => ({ ...row, source: null }));
}

export function minuteCorrectionsIn(db: ReadDb): MinuteCorrection[] {
  type Row = Omit<MinuteCorrection, 'source' | 'confidential'> & { confidential: number | null };
  return rowsOf<Row>(
    db,
    `SELECT id, meeting_id AS meetingId, at_meeting_id AS atMeetingId, agenda_item_id AS agendaItemId, "on", text,
       confidential FROM minute_corrections ORDER BY position, id`,
  ).map(({ confidential, ...row }) => ({
    ...row,
    source: null,
    ...(confidential === 1 && { confidential: true as const }),
  }));
}

export function closuresIn(db: ReadDb): Closure[] {
  return rowsOf<Omit<Closure, 'source'>>(
    db,
    'SELECT id, name, kind, "from", until FROM closures ORDER BY position, id',
  ).map((row) => ({ ...row, source: null }));
}

export function reportingLinesIn(db: ReadDb): ReportingLine[] {
  return rowsOf<Omit<ReportingLine, 'source'>>(
    db,
    `SELECT id, level, from_body_id AS fromBodyId, from_plan_id AS fromPlanId, "from", report, every,
       to_body_id AS toBodyId, to_plan_id AS toPlanId, "to" FROM reporting_lines ORDER BY position, id`,
  ).map((row) => ({ ...row, source: null }));
}

type Lists = 'owedReports' | 'reportDeliveries' | 'minuteCorrections' | 'closures' | 'reportingLines';

/** A list is left out where it is empty: so a snapshot taken before there was one keeps its words and its hash. */
export function readFollowUp(db: ReadDb): ContentPart<Lists> {
  const lists = {
    owedReports: owedReportsIn(db),
    reportDeliveries: reportDeliveriesIn(db),
    minuteCorrections: minuteCorrectionsIn(db),
    closures: closuresIn(db),
    reportingLines: reportingLinesIn(db),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

export function writeFollowUp({ tx }: Writing, json: RegisterJson): void {
  const rows = <T extends { source: null }>(list: readonly T[] | undefined) =>
    withPositions(list ?? [], ({ source: _, ...columns }, position) => ({ position, ...columns }));
  insertRows(
    tx,
    owedReports,
    rows(json.owedReports).map(({ officer, ...columns }) => ({ ...columns, ...officerToColumns(officer) })),
  );
  insertRows(tx, reportDeliveries, rows(json.reportDeliveries));
  insertRows(tx, minuteCorrections, rows(json.minuteCorrections));
  insertRows(tx, closures, rows(json.closures));
  insertRows(tx, reportingLines, rows(json.reportingLines));
}
