import type { ReadDb } from '#db/handles.ts';
import { bodiesReporting, type ReportingRow, reportingRows } from '#db/queries/reporting.ts';
import type { ReportingShown } from '#shared/contract/reporting.ts';

/** All reporting lines, and what follows from bodies' own "reports to" where no line says so. */
export function readReporting(db: ReadDb): ReportingShown[] {
  const rows = reportingRows(db);
  const said = new Set(rows.map(({ fromBodyId, toBodyId }) => `${fromBodyId} ${toBodyId}`));
  return [
    ...rows.map((row) => ({
      id: row.id,
      level: row.level,
      report: row.report,
      every: row.every,
      from: partyOf(row.fromBodyId, row.fromPlanId, row.fromTitle),
      to: partyOf(row.toBodyId, row.toPlanId, row.toTitle),
      line: recordOf(row),
    })),
    ...bodiesReporting(db)
      .filter(({ id, toId }) => !said.has(`${id} ${toId}`))
      .map(({ id, name, toId, to }) => ({
        // One a body, and no line has a body's id.
        id,
        level: null,
        report: '',
        every: null,
        from: partyOf(id, null, name),
        to: partyOf(toId, null, to),
        line: null,
      })),
  ];
}

/** The same words are the same party, however they are spaced or written in capitals. */
function partyOf(bodyId: string | null, planId: string | null, title: string | null) {
  if (title === null) return null;
  if (bodyId !== null) return { key: `body ${bodyId}`, kind: 'body' as const, title };
  if (planId !== null) return { key: `plan ${planId}`, kind: 'plan' as const, title };
  const words = title.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB');
  return { key: `words ${words}`, kind: 'words' as const, title };
}

const recordOf = ({ position: _, fromTitle: __, toTitle: ___, ...row }: ReportingRow) => ({
  ...row,
  source: null,
});
