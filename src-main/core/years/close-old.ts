import type { PlanView } from '#shared/contract/plans.ts';
import type { YearChoice } from '#shared/contract/years.ts';
import { isEnded, lookOf } from '#shared/domain/states.ts';
import type { Writer } from '../plans/write-parts.ts';
import { writeUpdate } from '../plans/write-progress.ts';

/** Closes in the old plan, by a dated update each, what was not carried and has not ended there yet. */
export function closeOld(
  writer: Writer,
  o: { old: PlanView; choices: readonly YearChoice[]; into: string; on: string },
): void {
  const label = o.old.plan.key.find(({ state }) => state === 'closed')?.label ?? lookOf('closed').label;
  const byId = new Map(o.old.actions.map((action) => [action.id as string, action]));
  for (const choice of o.choices) {
    if (choice.kind !== 'closed' && choice.kind !== 'dropped') continue;
    const action = byId.get(choice.actionId);
    if (!action || isEnded(action.status?.state ?? null)) continue;
    const reason = choice.reason?.trim();
    writeUpdate(writer, action.id, {
      on: o.on,
      status: { state: 'closed', label },
      text: `Not carried into ${o.into}${reason ? `: ${reason}` : ''}`,
      by: null,
      evidence: null,
    });
  }
}
