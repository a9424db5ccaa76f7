import type { RegisterJson } from '#shared/contract/register.ts';
import { kpiToColumns, periodToColumns } from '../records.ts';
import { insertRow, insertRows } from '../rows.ts';
import { kpiChanges, kpiJudgements, kpiNarratives, kpis, kpiValues } from '../schema/index.ts';
import { kpiRecordsIn, kpisIn } from './kpis-read.ts';
import { type ContentPart, inOrderOf, type Ranks, type Reading } from './register-parts.ts';
import { sourceFor, type Writing, withPositions, writeLeadersOf } from './register-writing.ts';

type Part = ContentPart<'kpis' | 'kpiValues' | 'kpiNarratives' | 'kpiChanges' | 'kpiJudgements'>;

/**
 * KPIs with all that hangs on them, in reading order. Changes and judgements are left out where there are none: so a
 * snapshot taken before there were any keeps its words and its hash.
 */
export function readKpis({ db }: Reading, plans: Ranks): Part {
  const all = kpisIn(db, { in: 'all' }).map(({ kpi }) => kpi);
  const ordered = inOrderOf(all, ({ planId }) => planId, plans);
  const of = kpiRecordsIn(db, { in: 'all' });
  const changes = ordered.flatMap(({ id }) => of(id).changes);
  const judgements = ordered.flatMap(({ id }) => of(id).judgements);
  return {
    kpis: ordered,
    kpiValues: ordered.flatMap(({ id }) => of(id).values),
    kpiNarratives: ordered.flatMap(({ id }) => of(id).narratives),
    ...(changes.length > 0 && { kpiChanges: changes }),
    ...(judgements.length > 0 && { kpiJudgements: judgements }),
  };
}

/** KPIs with their owners, figures, narratives, changes and judgements. */
export function writeKpis(writing: Writing, json: RegisterJson): void {
  const { tx } = writing;
  withPositions(json.kpis, (kpi, position) => {
    const { id, source: _, owners, ...definition } = kpi;
    insertRow(tx, kpis, { id, position, ...kpiToColumns(definition), ...sourceFor(writing, kpi) });
    writeLeadersOf(writing, id, { kpiId: id }, owners);
  });
  insertRows(
    tx,
    kpiValues,
    withPositions(json.kpiValues, (value, position) => {
      const { source: _, period, ...columns } = value;
      return { position, ...columns, ...periodToColumns(period), ...sourceFor(writing, value) };
    }),
  );
  insertRows(
    tx,
    kpiNarratives,
    withPositions(json.kpiNarratives, (narrative, position) => {
      const { source: _, period, ...columns } = narrative;
      return { position, ...columns, ...periodToColumns(period), ...sourceFor(writing, narrative) };
    }),
  );
  insertRows(
    tx,
    kpiChanges,
    withPositions(json.kpiChanges ?? [], (change, position) => {
      const { source: _, ...columns } = change;
      return { position, ...columns, ...sourceFor(writing, change) };
    }),
  );
  insertRows(
    tx,
    kpiJudgements,
    withPositions(json.kpiJudgements ?? [], (judgement, position) => {
      const { source: _, period, ...columns } = judgement;
      return { position, ...columns, ...periodToColumns(period), ...sourceFor(writing, judgement) };
    }),
  );
}
