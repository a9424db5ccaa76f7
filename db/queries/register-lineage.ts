import type { Lineage } from '#shared/contract/lineage.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { insertRows } from '../rows.ts';
import { lineage } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';
import { type ContentPart, inOrderOf, type Ranks, type Reading, type Row } from './register-parts.ts';
import { sourceFor, type Writing, withPositions } from './register-writing.ts';

type LineageRow = Row<{
  plan_id: string;
  kind: Lineage['kind'];
  from_action_id: string | null;
  to_action_id: string | null;
  from_kpi_id: string | null;
  to_kpi_id: string | null;
  reason: string | null;
  measured_change: string | null;
  on: string;
}>;

/**
 * What became of actions and KPIs from year to year, plan by plan. The list is left out where there is none: so a
 * snapshot taken before there was any keeps its words and its hash.
 */
export function readLineage({ db, sourceOf }: Reading, plans: Ranks): ContentPart<'lineage'> {
  const links = rowsOf<LineageRow>(db, 'SELECT * FROM lineage ORDER BY position, id').map(
    (row): Lineage => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      kind: row.kind,
      fromActionId: row.from_action_id,
      toActionId: row.to_action_id,
      fromKpiId: row.from_kpi_id,
      toKpiId: row.to_kpi_id,
      reason: row.reason,
      measuredChange: row.measured_change,
      on: row.on,
    }),
  );
  return links.length === 0 ? {} : { lineage: inOrderOf(links, ({ planId }) => planId, plans) };
}

export function writeLineage(writing: Writing, { lineage: links = [] }: RegisterJson): void {
  insertRows(
    writing.tx,
    lineage,
    withPositions(links, (link, position) => {
      const { source: _, ...columns } = link;
      return { position, ...columns, ...sourceFor(writing, link) };
    }),
  );
}
