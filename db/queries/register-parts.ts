import type { Lead, RegisterContent } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, type SourceColumns, type sourceFinder } from './record-parts.ts';

/** What reading the whole register needs at every table. */
export type Reading = {
  readonly db: ReadDb;
  readonly sourceOf: ReturnType<typeof sourceFinder>;
};

/** A row of a table with provenance, as the database gives it. */
export type Row<Columns> = SourceColumns & { id: string } & Columns;

export type Leaders = (owner: string) => Lead[];

/** Who leads what, by the owner's id: read once for all. */
export function readLeaders(db: ReadDb): Leaders {
  const all = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT coalesce(action_id, measure_id, section_id, kpi_id) AS owner, position, text, person_id, role, note
       FROM leads ORDER BY id`,
    ),
    (row) => row.owner,
    leadOf,
  );
  return (owner) => all.get(owner) ?? [];
}

/**
 * Rows in the order of what they hang on, and within that in the order they come in. What hangs on nothing, or
 * on what is not there, comes first.
 */
export function inOrderOf<T>(rows: readonly T[], ownerOf: (row: T) => string | null, owners: Ranks): T[] {
  const rank = new Map<T, number>();
  for (const row of rows) rank.set(row, owners.get(ownerOf(row) ?? '') ?? -1);
  return rows.toSorted((a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1));
}

/** Where each record stands in reading order, by id. */
export type Ranks = ReadonlyMap<string, number>;
export function ranksOf(records: readonly { id: string }[]): Ranks {
  return new Map(records.map(({ id }, index) => [id, index]));
}

export type ContentPart<Key extends keyof RegisterContent> = Pick<RegisterContent, Key>;
