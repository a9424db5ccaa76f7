import type { FieldChange } from '#shared/contract/history.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import type { LoggedValues } from '#shared/domain/later-changes.ts';
import { capital } from '#shared/domain/words.ts';
import type { RecordReader } from './record-names.ts';

/** The columns of records that an officer reads, in words. What is not named here is bookkeeping. */
const fields: Readonly<Record<string, string>> = {
  ref: 'Reference',
  number: 'Number',
  kind: 'Kind',
  title: 'Title',
  name: 'Name',
  term: 'Term',
  meaning: 'Meaning',
  also: 'Also written',
  note: 'Note',
  text: 'Words',
  bullets: 'Points',
  points: 'Points',
  section_id: 'Section',
  parent_id: 'Stands under',
  timescale_text: 'Timescale',
  status_label: 'Status',
  resources: 'Resources',
  comment: 'Comment',
  review_on: 'Review date',
  details: 'Details',
  continues_action_id: 'Continues',
  period_label: 'Period',
  subject: 'Subject',
  preamble: 'Preamble',
  parent_plan_id: 'Part of',
  continues_plan_id: 'Continues',
  silent_days: 'Days that may pass in silence',
  unit: 'Unit',
  polarity: 'Better when',
  data_source: 'Source',
  calendar: 'Calendar',
  tolerance: 'Tolerance',
  measured: 'What it measures',
  unit_kind: 'Kind of figure',
  decimals: 'Places after the point',
  year_kind: 'Year',
  year_start_month: 'Month in which its year begins',
  frequency: 'How often',
  year_by: 'How the year is reached',
  formula: 'Formula',
  calculated: 'Counted from the register',
  calculated_body_id: 'Board or group counted',
  calculated_plan_id: 'Plan counted',
  tolerance_by: 'Tolerance in',
  on_track_within: 'On track within',
  due_days: 'Days after the period until it is due',
  counts_children: 'Counts children',
  initials: 'Initials',
  role: 'Role',
  email: 'E-mail address',
  address: 'E-mail address',
  sees_notes: 'Sees internal notes',
  sees_names: 'Sees the names of people',
  sees_confidential: 'Sees what is confidential of meetings',
  each_lead: 'One e-mail a lead',
  words: 'Words',
  retired_on: 'Leads nothing since',
  purpose: 'Purpose',
  cycle: 'Cycle',
  reports_to_id: 'Reports to',
  held_on: 'Held on',
  place: 'Place',
  minute_ref: 'Minute reference',
  further_to: 'Further to',
  body_id: 'Board or group',
  quorum: 'Quorum',
  terms: 'Terms of reference',
  documents: 'Documents',
  usual_place: 'Usual place',
  usual_start: 'Usual start',
  usual_minutes: 'Usual length in minutes',
  papers_days: 'Days before a meeting for its papers',
  papers_unit: 'Days counted for papers',
  groups: 'Clusters',
  minute_pattern: 'Minute numbers',
  minute_counts: 'Minutes counted by',
  minute_of: 'A minute number for each',
  resolution_words: 'Words of a resolution',
  resolution_counts: 'Resolutions counted by',
  ended_on: 'Meets no more since',
  start_time: 'Begins at',
  length_minutes: 'Length in minutes',
  papers_on: 'Papers by',
  chair: 'Chair',
  clerk: 'Minutes taken by',
  closed_time: 'Closed at',
  circulated_on: 'Minutes circulated on',
  comments_by: 'Comments by',
  confirmed_on: 'Minutes confirmed on',
  confirmed_at_meeting_id: 'Minutes confirmed at',
  cancelled_why: 'Why cancelled',
  planned_minutes: 'Minutes planned',
  began_time: 'Began at',
  officer: 'Officer',
  confidential: 'Confidential',
  papers: 'Papers',
  superseded_by_id: 'Superseded by',
  done_on: 'Done on',
  done_words: 'How it was done',
  action_id: 'Action',
  resolution_id: 'Resolution',
  to_body_id: 'To',
  every: 'How often',
  next_on: 'Owed next by',
  level: 'Level',
  from_body_id: 'From',
  from_plan_id: 'From plan',
  from: 'From',
  report: 'Report',
  to_plan_id: 'To plan',
  to: 'To',
  until: 'Until',
  basis: 'Legal basis',
  state: 'State',
  reason: 'Reason',
  value: 'Setting',
  label: 'Label',
};

/** Rows that are one value of the record they hang on: what the value is called, and the columns of its words. */
const parts: Readonly<Record<string, { field: string; columns: readonly string[] }>> = {
  leads: { field: 'Lead', columns: ['text', 'role', 'note'] },
  measures: { field: 'Measure', columns: ['text', 'done_on', 'kpi_id'] },
  progress: { field: 'Update', columns: ['on', 'status_label', 'text', 'by', 'evidence'] },
  action_links: { field: 'Link', columns: ['text'] },
  kpi_values: { field: 'Figure', columns: ['role', 'period_label', 'comparator', 'text', 'note'] },
  kpi_narratives: {
    field: 'Narrative',
    columns: ['period_label', 'says', 'behind', 'doing', 'by_when', 'help'],
  },
  kpi_changes: { field: 'Change of what is measured', columns: ['on', 'words'] },
  kpi_judgements: { field: 'Status by judgement', columns: ['period_label', 'state', 'reason', 'by'] },
  key_entries: { field: 'Key', columns: ['label', 'state', 'colour', 'definition'] },
  attendance: { field: 'Attendance', columns: ['name', 'state', 'substitute_for'] },
  standing_items: { field: 'Standing item', columns: ['title', 'officer', 'planned_minutes'] },
  agenda_links: { field: 'Link', columns: ['text'] },
  resolution_leads: { field: 'Lead', columns: ['text', 'role', 'note'] },
  report_deliveries: { field: 'Given', columns: ['on', 'meeting_id', 'words'] },
  minute_corrections: { field: 'Correction', columns: ['on', 'text'] },
  aliases: { field: 'Other spelling', columns: ['text'] },
  body_members: { field: 'Member', columns: ['name', 'role', 'from', 'until'] },
  spells: { field: 'Spell of office', columns: ['person_id', 'from', 'until'] },
  people_apart: { field: 'Not the same as', columns: ['other_id'] },
  lineage: { field: 'Line of descent', columns: ['kind', 'reason', 'measured_change'] },
  acceptances: { field: 'Accepted finding', columns: ['finding', 'reason'] },
  duty_answers: { field: 'Answer to a duty', columns: ['action_id', 'section_id', 'kpi_id'] },
  import_files: { field: 'File', columns: ['name'] },
  round_forms: { field: 'Form', columns: ['person_id', 'state'] },
};

/** What a column of a table is called. */
export const fieldName = (table: string, column: string): string =>
  parts[table]?.field ?? fields[column] ?? capital(column.replaceAll('_', ' '));

/** What an act did to one row, value by value, in words. `before` or `after` is null for a row added or removed. */
export function fieldsOf(
  table: string,
  before: LoggedValues | null,
  after: LoggedValues | null,
  names: RecordReader,
): FieldChange[] {
  const part = parts[table];
  if (part) {
    const said = (row: LoggedValues | null) =>
      row &&
      (part.columns.flatMap((column) => inWords(table, column, row[column], names) ?? []).join(': ') || null);
    return changed(part.field, said(before), said(after));
  }
  const all = Object.keys(after ?? before ?? {}).flatMap((column) => {
    const field = fields[column];
    if (!field) return [];
    const [was, is] = [before?.[column], after?.[column]].map((value) =>
      inWords(table, column, value, names),
    );
    return changed(field, was ?? null, is ?? null);
  });
  const moved = before && after && before.position !== after.position;
  return all.length === 0 && moved ? [{ field: 'Place in the order', before: null, after: 'Moved' }] : all;
}

const changed = (field: string, before: string | null, after: string | null): FieldChange[] =>
  before === after ? [] : [{ field, before, after }];

/** A value as an officer reads it: days in full, lists one a line, ids as names. Nothing, and an empty list, are null. */
function inWords(table: string, column: string, value: unknown, names: RecordReader): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column.endsWith('_id')) return names.nameAt(table, column, value);
  if (column === 'polarity') return value === 'up' ? 'it goes up' : 'it goes down';
  if (column === 'state' || column === 'kind' || (table === 'kpi_values' && column === 'role')) {
    return capital(String(value).replaceAll('-', ' '));
  }
  if (typeof value !== 'string') return String(value);
  if (isDay(value)) return formatDay(value);
  return /^["[{]/.test(value) ? jsonInWords(value) : value;
}

function jsonInWords(text: string): string | null {
  try {
    return wordsIn(JSON.parse(text)).join('\n') || null;
  } catch {
    // Words that merely begin with a bracket or a quotation mark.
    return text;
  }
}

/** The words of any value, one a line; those of one entry of a list together. */
function wordsIn(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.map((one) => wordsIn(one).join(': ')).filter(Boolean);
  return typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [String(value)];
}
