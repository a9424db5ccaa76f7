import type { ReadDb } from '#db/handles.ts';
import { leadToColumns } from '#db/records.ts';
import type { PlannedChange } from '#shared/contract/imports.ts';
import type { Lead } from '#shared/contract/register.ts';
import type { DraftLead, DraftSource, Drafts } from '../recognise/types.ts';
import type { Decisions, RaisedQuestion } from './decisions.ts';
import type { RowDifference } from './differences.ts';
import type { PlannedPeople } from './plan-people.ts';
import type { ChangedTable, Counts, ImportPlan, Replacement } from './plan-types.ts';
import type { SourceColumns } from './provenance.ts';

/** What planning one file leans on. */
export type PlanState = {
  readonly db: ReadDb;
  readonly plan: ImportPlan;
  readonly drafts: Drafts;
  readonly newId: () => string;
  /** The day of the import. */
  readonly today: string;
  /** False where these very bytes were brought in before: then only what is missing is added. */
  readonly mayChange: boolean;
  readonly sourceOf: (source: DraftSource | null) => SourceColumns;
  readonly people: PlannedPeople;
  readonly settle: (leads: readonly DraftLead[], source: SourceColumns) => Lead[];
  readonly decisions: Decisions;
  /** Questions that comparing raises, in order. */
  readonly raised: RaisedQuestion[];
  /** The cell that a record stands in. */
  readonly spotOf: (source: DraftSource) => RaisedQuestion['spot'];
  /** Ids of records of the register that the file holds. */
  readonly met: Set<string>;
  /** The next free position of a list. */
  readonly nextPosition: (list: string) => number;
};

type Owner = Extract<Replacement['owner'], 'sectionId' | 'actionId' | 'measureId' | 'kpiId'>;

const listed = 500;
const step = 1_024;

export function addLeads(
  state: PlanState,
  owner: Owner,
  id: string,
  leads: readonly DraftLead[],
  source: SourceColumns,
): void {
  state.settle(leads, source).forEach((lead, at) => {
    state.plan.rows.leads.push({
      id: state.newId(),
      [owner]: id,
      position: (at + 1) * step,
      ...leadToColumns(lead),
    });
  });
}

export function replaceLeads(
  state: PlanState,
  owner: Owner,
  id: string,
  leads: readonly DraftLead[],
  source: SourceColumns,
): void {
  state.plan.replacements.push({ what: 'leads', owner, id });
  // An earlier file of the same import may have given it others.
  const { rows } = state.plan;
  rows.leads = rows.leads.filter((row) => row[owner] !== id);
  addLeads(state, owner, id, leads, source);
}

export function noteAdded(
  state: PlanState,
  record: string,
  o: { id: string; ref?: string | null; title: string; where: string },
): void {
  note(state, 'added', record, { ...o, fields: [] });
}

/** Writes down what becomes of a matched row: changed with its patch, or unchanged. */
export function noteMatched(
  state: PlanState,
  table: ChangedTable,
  o: {
    id: string;
    ref?: string | null;
    title: string;
    source: SourceColumns;
    told?: readonly string[];
  },
  found: RowDifference,
): void {
  const { id, title, source } = o;
  state.met.add(id);
  state.plan.matched.push({
    table,
    id,
    cells: source.sourceCells,
    told: o.told ?? [],
    stays: !state.mayChange,
  });
  const change = { id, ref: o.ref ?? null, title, where: source.sourceWhere };
  if (found.fields.length === 0) {
    note(state, 'unchanged', table, { ...change, fields: [] });
    return;
  }
  if (Object.keys(found.patch).length > 0) {
    const from = table === 'plans' ? {} : { ...source };
    state.plan.patches.push({ table, id, patch: { ...found.patch, ...from } });
  }
  note(state, 'changed', table, { ...change, fields: found.fields });
}

function note(
  state: PlanState,
  kind: PlannedChange['kind'],
  record: string,
  o: { id: string; ref?: string | null; title: string; where: string; fields: PlannedChange['fields'] },
): void {
  const counts: Counts =
    kind === 'added' ? state.plan.added : kind === 'changed' ? state.plan.updated : state.plan.unchanged;
  counts[record] = (counts[record] ?? 0) + 1;
  const key = `${kind} listed`;
  const seen = listings.get(state.plan) ?? new Map<string, number>();
  listings.set(state.plan, seen);
  const already = seen.get(key) ?? 0;
  if (already >= listed) return;
  seen.set(key, already + 1);
  state.plan.changes.push({
    kind,
    record,
    id: o.id,
    ref: o.ref ?? null,
    title: o.title,
    fields: o.fields,
    where: o.where,
  });
}

const listings = new WeakMap<ImportPlan, Map<string, number>>();
