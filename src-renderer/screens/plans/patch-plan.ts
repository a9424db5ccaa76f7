import type { EditResult, PlanView, StateCounts } from '#shared/contract/plans.ts';
import { states } from '#shared/domain/states.ts';

type Result = Pick<EditResult, 'actions' | 'removedIds'>;

/**
 * The plan after a save, without asking for all of it again: rows replaced where they stand, removed ones gone,
 * new ones after `afterId`, or at the end of their section. Order among the new ones is that of the answer.
 */
export function patchPlan(plan: PlanView, result: Result, afterId: string | null): PlanView {
  const known = new Set(plan.actions.map((action) => action.id));
  const fresh = result.actions.filter((action) => !known.has(action.id));
  const changed = new Map(result.actions.map((action) => [action.id as string, action]));
  const removed = new Set<string>(result.removedIds);
  let actions = plan.actions
    .filter((action) => !removed.has(action.id))
    .map((action) => changed.get(action.id) ?? action);
  const bySection = new Map<string | null, typeof fresh>();
  for (const action of fresh) {
    bySection.set(action.sectionId, [...(bySection.get(action.sectionId) ?? []), action]);
  }
  for (const [section, rows] of bySection) {
    const after = actions.findIndex((action) => action.id === afterId && action.sectionId === section);
    const end = after < 0 ? actions.findLastIndex((action) => action.sectionId === section) : after;
    actions = [...actions.slice(0, end + 1), ...rows, ...actions.slice(end + 1)];
  }
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as StateCounts;
  for (const action of actions) counts[action.status?.state ?? 'not-started'] += 1;
  return { ...plan, actions, counts };
}

/** The plan with actions moved as `plans.moveActions` moves them, without asking for all of it again. */
export function withMovedActions(
  plan: PlanView,
  to: {
    readonly actionIds: readonly string[];
    readonly sectionId: string | null;
    readonly afterActionId: string | null;
    readonly first?: boolean | undefined;
  },
): PlanView {
  const byId = new Map(plan.actions.map((action) => [action.id as string, action]));
  const moving = new Set(to.actionIds);
  const rows = to.actionIds.flatMap((id) => {
    const action = byId.get(id);
    return action ? [{ ...action, sectionId: to.sectionId }] : [];
  });
  const rest = plan.actions.filter(({ id }) => !moving.has(id));
  const behind = to.afterActionId;
  const index =
    behind !== null
      ? rest.findIndex(({ id }) => id === behind) + 1
      : to.first
        ? rest.findIndex(({ sectionId }) => sectionId === to.sectionId)
        : rest.findLastIndex(({ sectionId }) => sectionId === to.sectionId) + 1;
  const at = index < 0 ? rest.length : index;
  return { ...plan, actions: [...rest.slice(0, at), ...rows, ...rest.slice(at)] };
}
