import { hash } from 'node:crypto';
import type { Lead, Source } from '#shared/contract/register.ts';
import type { WriteDb } from '../handles.ts';
import { leadToColumns, sourceToColumns } from '../records.ts';
import { insertRows } from '../rows.ts';
import { leads } from '../schema/index.ts';

/** What writing a whole register needs at every table. */
export type Writing = {
  readonly tx: WriteDb;
  readonly fileIdOf: (importId: string, file: string) => string;
};

/** Reading order as positions with room between. */
const step = 1_024;

/** Makes something of each record and its position, in order. */
export function withPositions<T, R>(
  records: readonly T[],
  make: (record: T, position: number, index: number) => R,
): R[] {
  return records.map((record, index) => make(record, (index + 1) * step, index));
}

/**
 * The identity of a row that the JSON form gives none: made from its owner's and its place, so that writing the
 * same JSON twice gives the same register. In the shape of a version 8 UUID (RFC 9562).
 */
export function childId(owner: string, what: string, index: number): string {
  const hex = hash('sha256', `${owner}/${what}/${index}`);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export function sourceFor({ fileIdOf }: Writing, { source }: { source: Source | null }) {
  return sourceToColumns(source, fileIdOf);
}

type Owner = { sectionId: string } | { actionId: string } | { measureId: string } | { kpiId: string };

/** The leads of one owner. */
export function writeLeadersOf({ tx }: Writing, id: string, owner: Owner, leaders: readonly Lead[]): void {
  if (leaders.length === 0) return;
  insertRows(
    tx,
    leads,
    withPositions(leaders, (lead, position, index) => ({
      id: childId(id, 'lead', index),
      ...owner,
      position,
      ...leadToColumns(lead),
    })),
  );
}
