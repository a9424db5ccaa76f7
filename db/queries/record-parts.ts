import type { Lead, Link, Period, Source, Status, Timescale } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

/** The parts that many tables share, from their flat columns (db/schema/columns.ts) to the contract's form. */

export type TimescaleColumns = {
  timescale_text: string | null;
  timescale_kind: Timescale['kind'] | null;
  timescale_start: string | null;
  timescale_end: string | null;
  timescale_precision: Timescale['precision'];
  timescale_ongoing: number | null;
  timescale_recurrence: string | null;
  timescale_revised_from: string | null;
  timescale_ambiguous: number | null;
};

/** The same columns in the order of TimescaleColumns, for a SELECT. */
export const timescaleColumns = `timescale_text, timescale_kind, timescale_start, timescale_end,
  timescale_precision, timescale_ongoing, timescale_recurrence, timescale_revised_from, timescale_ambiguous`;

export function timescaleOf(row: TimescaleColumns): Timescale | null {
  if (row.timescale_text === null) return null;
  return {
    text: row.timescale_text,
    kind: row.timescale_kind ?? 'unknown',
    start: row.timescale_start,
    end: row.timescale_end,
    precision: row.timescale_precision,
    ongoing: row.timescale_ongoing === 1,
    recurrence: row.timescale_recurrence,
    revisedFrom: row.timescale_revised_from === null ? null : JSON.parse(row.timescale_revised_from),
    ambiguous: row.timescale_ambiguous === 1,
  };
}

export function statusOf(row: { status_state: State | null; status_label: string | null }): Status | null {
  return row.status_state === null
    ? null
    : { state: row.status_state, label: row.status_label ?? row.status_state };
}

export function periodOf(row: {
  period_label: string | null;
  period_start: string | null;
  period_end: string | null;
}): Period | null {
  return row.period_label === null
    ? null
    : { label: row.period_label, start: row.period_start, end: row.period_end };
}

export type SourceColumns = {
  source_file_id: string | null;
  source_where: string | null;
  source_cells: string | null;
};

/** Finds sources by file; the files are read once, at the first record that has one. */
export function sourceFinder(db: ReadDb): (row: SourceColumns) => Source | null {
  let files: Map<string, { importId: string; name: string }> | null = null;
  return (row) => {
    if (row.source_file_id === null) return null;
    files ??= new Map(
      rowsOf<{ id: string; importId: string; name: string }>(
        db,
        'SELECT id, import_id AS importId, name FROM import_files',
      ).map((file) => [file.id, file]),
    );
    const file = files.get(row.source_file_id);
    if (!file) return null;
    return {
      importId: file.importId,
      file: file.name,
      where: row.source_where ?? '',
      cells: jsonOr(row.source_cells, {}),
    };
  };
}

export function jsonOr<T>(text: string | null, otherwise: T): T {
  if (text === null || text === '[]' || text === '{}') return otherwise;
  return JSON.parse(text) as T;
}

export type LeadRow = {
  owner: string;
  position: number;
  text: string;
  person_id: string | null;
  role: string | null;
  note: string | null;
};

/** Rows that hang on an owner, gathered by owner and put in order. */
export function gather<Row extends { position: number }, T>(
  rows: readonly Row[],
  ownerOf: (row: Row) => string,
  make: (row: Row) => T,
): Map<string, T[]> {
  const made = new Map<string, T[]>();
  let before = null as { owner: string; position: number; list: T[] } | null;
  for (const row of rows) {
    const owner = ownerOf(row);
    if (before?.owner === owner && before.position <= row.position) {
      before.list.push(make(row));
      before.position = row.position;
      continue;
    }
    // Through the index an owner's rows nearly always come together and in order; else they are put so.
    if (made.has(owner)) return gatherSorted(rows, ownerOf, make);
    const list = [make(row)];
    made.set(owner, list);
    before = { owner, position: row.position, list };
  }
  return made;
}

function gatherSorted<Row extends { position: number }, T>(
  rows: readonly Row[],
  ownerOf: (row: Row) => string,
  make: (row: Row) => T,
): Map<string, T[]> {
  const groups = Map.groupBy(rows, ownerOf);
  const made = new Map<string, T[]>();
  for (const [owner, group] of groups) {
    made.set(owner, group.sort((a, b) => a.position - b.position).map(make));
  }
  return made;
}

export function leadOf(row: LeadRow): Lead {
  return { text: row.text, personId: row.person_id, role: row.role, note: row.note };
}

/** A row of action_links but for its owner. */
export type LinkColumns = {
  position: number;
  kind: Link['kind'];
  text: string;
  to_plan_id: string | null;
  to_section_id: string | null;
  to_action_id: string | null;
  code: string | null;
  to_kpi_id: string | null;
  to_duty_id: string | null;
  to_stream_id: string | null;
};
export const linkColumns =
  'position, kind, text, to_plan_id, to_section_id, to_action_id, code, to_kpi_id, to_duty_id, to_stream_id';

export function linkOf(row: LinkColumns): Link {
  return {
    text: row.text,
    kind: row.kind,
    planId: row.to_plan_id,
    sectionId: row.to_section_id,
    actionId: row.to_action_id,
    ...(row.code !== null && { code: row.code }),
    ...(row.to_kpi_id !== null && { kpiId: row.to_kpi_id }),
    ...(row.to_duty_id !== null && { dutyId: row.to_duty_id }),
    ...(row.to_stream_id !== null && { streamId: row.to_stream_id }),
  };
}
