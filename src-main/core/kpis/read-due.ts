import type { ReadDb } from '#db/handles.ts';
import type { KpiScope } from '#db/queries/kpis-read.ts';
import type { DueByOwner } from '#shared/contract/kpis.ts';
import type { Lead } from '#shared/contract/record.ts';
import { standingsIn } from './standings.ts';

/** What is due and missing, by owner: a KPI of two owners stands under both, one without under nobody, last. */
export function readDue(db: ReadDb, scope: KpiScope, today: string): DueByOwner[] {
  const groups = new Map<string, DueByOwner>();
  const groupOf = (lead: Lead | null): DueByOwner => {
    const key = lead === null ? '' : (lead.personId ?? `"${lead.text}`);
    const owner = lead && { personId: lead.personId, name: lead.text };
    const group = groups.get(key) ?? { owner, expected: 0, there: 0, kpis: [] };
    groups.set(key, group);
    return group;
  };
  for (const { kpi, standing } of standingsIn(db, scope, today)) {
    const { due, expected, there } = standing;
    const { id, ref, name, planId } = kpi;
    for (const lead of kpi.owners.length === 0 ? [null] : kpi.owners) {
      const group = groupOf(lead);
      group.expected += expected;
      group.there += there;
      if (due.length > 0) group.kpis.push({ id, ref, name, planId, due, expected, there });
    }
  }
  const late = (group: DueByOwner) => group.kpis.reduce((total, one) => total + one.due.length, 0);
  return [...groups.values()]
    .filter(({ kpis }) => kpis.length > 0)
    .sort((a, b) => Number(a.owner === null) - Number(b.owner === null) || late(b) - late(a));
}
