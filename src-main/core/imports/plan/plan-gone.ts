import type { KnownContent } from '#db/queries/imports-match.ts';
import { statusToColumns } from '#db/records.ts';
import type { PlannedChange } from '#shared/contract/imports.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Decisions, Gone } from './decisions.ts';
import type { ImportPlan } from './plan-types.ts';

const listed = 500;
const leave: Gone = { as: 'leave', reason: '' };

/**
 * What of a matched plan its files no longer hold. Nothing of it is ever deleted: it stays as it is, or, where the
 * officer says so, an action is closed by a dated update with the reason.
 */
export function planGone(
  plan: ImportPlan,
  o: {
    known: Pick<KnownContent, 'actions' | 'kpis'>;
    /** Ids of the records that a file of this import holds. */
    met: ReadonlySet<string>;
    files: readonly string[];
    decisions: Decisions;
    today: string;
    newId: () => string;
    nextPosition: (list: string) => number;
  },
): void {
  const names = o.files.map((name) => `“${name}”`).join(' and ');
  for (const action of o.known.actions) {
    if (o.met.has(action.id) || action.status?.state === 'closed') continue;
    const decision = o.decisions.gone.get(action.id) ?? o.decisions.gone.get(null) ?? leave;
    const { id, ref, text } = action;
    note(plan, 'actions', { id, ref, title: text, decision, before: action.status?.label ?? null });
    if (decision.as === 'leave') continue;
    const status = { state: 'closed' as const, label: lookOf('closed').label };
    plan.patches.push({ table: 'actions', id, patch: statusToColumns(status) });
    plan.rows.progress.push({
      id: o.newId(),
      actionId: id,
      kpiId: null,
      meetingId: null,
      position: o.nextPosition('progress'),
      on: o.today,
      ...statusToColumns(status),
      text: decision.reason === '' ? `Not in ${names}.` : decision.reason,
      by: null,
      byPersonId: null,
      evidence: null,
      sourceFileId: null,
      sourceWhere: null,
      sourceCells: null,
    });
    plan.added.progress = (plan.added.progress ?? 0) + 1;
  }
  for (const { id, ref, name } of o.known.kpis) {
    if (!o.met.has(id)) note(plan, 'kpis', { id, ref, title: name, decision: null, before: null });
  }
}

function note(
  plan: ImportPlan,
  record: string,
  o: { id: string; ref: string | null; title: string; decision: Gone | null; before: string | null },
): void {
  plan.gone[record] = (plan.gone[record] ?? 0) + 1;
  if (plan.changes.filter((change) => change.kind === 'gone').length >= listed) return;
  const closes = o.decision?.as === 'close';
  const fields: PlannedChange['fields'] = closes
    ? [{ field: 'status', before: o.before, after: lookOf('closed').label }]
    : [];
  plan.changes.push({
    kind: 'gone',
    record,
    id: o.id,
    ref: o.ref,
    title: o.title,
    fields,
    where: '',
    ...(o.decision && { decision: o.decision }),
  });
}
