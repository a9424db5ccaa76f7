import type { Acceptance } from '#shared/contract/acceptances.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { acceptances } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';
import type { ContentPart } from './register-parts.ts';
import { type Writing, withPositions } from './register-writing.ts';

/** What was accepted, in the order in which it was. */
export function acceptancesIn(db: ReadDb): Acceptance[] {
  return rowsOf<Omit<Acceptance, 'source' | 'personId'> & { personId: string | null }>(
    db,
    `SELECT id, "check", action_id AS actionId, section_id AS sectionId, kpi_id AS kpiId, person_id AS personId,
       finding, reason, "on", "by", basis FROM acceptances ORDER BY position, id`,
  ).map(({ personId, ...row }) => ({ ...row, ...(personId !== null && { personId }), source: null }));
}

/** The list is left out where there is none: so a snapshot taken before there was any keeps its words and its hash. */
export function readAcceptances(db: ReadDb): ContentPart<'acceptances'> {
  const all = acceptancesIn(db);
  return all.length === 0 ? {} : { acceptances: all };
}

export function writeAcceptances({ tx }: Writing, { acceptances: all = [] }: RegisterJson): void {
  insertRows(
    tx,
    acceptances,
    withPositions(all, ({ source: _, ...columns }, position) => ({ position, ...columns })),
  );
}
