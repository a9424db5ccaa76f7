import type { ReadDb } from '#db/handles.ts';
import { type NetChange, netRowsOf } from '#db/net-rows.ts';
import { changeSet } from '#db/queries/history-sets.ts';
import { parentsOf } from '#db/search-parents.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChangeSet, RecordChange } from '#shared/contract/history.ts';
import type { SearchHit } from '#shared/contract/office.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { fieldsOf } from './field-words.ts';
import { type Holder, nameOf, recordReader } from './record-names.ts';

/** What search calls the records of a table: where a click on one leads. */
const kinds: Readonly<Record<string, SearchHit['kind']>> = {
  plans: 'plan',
  sections: 'section',
  actions: 'action',
  kpis: 'kpi',
  duties: 'duty',
  people: 'person',
  bodies: 'body',
  meetings: 'meeting',
  agenda_items: 'agenda-item',
  resolutions: 'resolution',
  owed_reports: 'owed-report',
  reporting_lines: 'reporting-line',
  closures: 'closure',
  glossary: 'glossary',
};

/** What one act wrote, record by record in the order of writing; at most so many of its rows are read. */
export function readAct(
  db: ReadDb,
  id: string,
  limit: number,
): { act: ChangeSet; records: RecordChange[]; more: number } {
  const act = changeSet(db, id);
  if (!act)
    throw new AppError(
      'not-found',
      'This act is not in the history of this register. Open the history again.',
    );
  const shown = netRowsOf(db, act.seq, limit);
  const more = shown.length < limit ? 0 : act.rows - shown.length;
  return { act, records: recordsOf(db, shown), more };
}

function recordsOf(db: ReadDb, net: readonly NetChange[]): RecordChange[] {
  const names = recordReader(db);
  const groups = new Map<string, { holder: Holder; rows: NetChange[] }>();
  for (const row of net) {
    const holder = names.holderOf(row.table.name, row.id, row.after ?? row.before ?? {});
    const key = `${holder.table} ${holder.id}`;
    const group = groups.get(key) ?? { holder, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ holder, rows }): RecordChange[] => {
    const own = rows.find((row) => row.table.name === holder.table && row.id === holder.id);
    const ordered = own ? [own, ...rows.filter((row) => row !== own)] : rows;
    const fields = ordered.flatMap((row) => fieldsOf(row.table.name, row.before, row.after, names));
    if (fields.length === 0 && own?.before && own.after) return [];
    const kind = kinds[holder.table];
    const row = own?.after ?? own?.before ?? holder.row;
    return [
      {
        id: holder.id,
        what: rowName(holder.table).one,
        name: nameOf(holder.table, holder.id, row),
        how: !own || (own.before && own.after) ? 'changed' : own.before ? 'removed' : 'added',
        plan: holder.table === 'plans' ? null : names.planOf(row),
        ...(kind ? parentsOf(db, kind, holder.id) : nowhere),
        fields,
      },
    ];
  });
}

const nowhere = { planId: null, actionId: null, kpiId: null, meetingId: null };
