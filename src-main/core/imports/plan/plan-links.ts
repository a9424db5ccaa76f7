import type { ReadDb } from '#db/handles.ts';
import type { Link } from '#shared/contract/register.ts';
import { type LinkReader, type LinkTarget, linkReader } from '#shared/domain/link-targets.ts';
import { linksOf, linkWorld } from '../../plans/resolve-links.ts';
import type { NewRows } from './plan-types.ts';

/** What the links of a file's actions point to: rows and sections of the plans as they will be, and all there is. */
export type LinkTargets = {
  /** The reference that a row of the file has, whatever it has in the register. */
  addAction(planId: string, ref: string | null, text: string, id: string): void;
  /** Links are resolved once every row has its id. */
  later(resolve: () => void): void;
  resolveAll(): void;
  /** The links that one line of words makes, for an action of a plan. */
  resolve(text: string, kind: Link['kind'], of: { planId: string; actionId: string }): Link[];
};

/** `rows` is what the import adds, of this file and those before it; it is looked at once links are resolved. */
export function linkTargetsOf(db: ReadDb, rows: NewRows): LinkTargets {
  const known = linkWorld(db);
  const fileRows = new Map<string, LinkTarget[]>();
  const readers = new Map<string, LinkReader>();
  const waiting: (() => void)[] = [];
  const actionsOf = (planId: string): LinkTarget[] => {
    const own = fileRows.get(planId) ?? [];
    const pending = own.length === 0 ? pendingActions(rows, planId) : [];
    const ids = new Set([...own, ...pending].map(({ id }) => id));
    return [...known.actionsOf(planId).filter(({ id }) => !ids.has(id)), ...pending, ...own];
  };
  const readerOf = (planId: string): LinkReader => {
    const made = readers.get(planId);
    if (made) return made;
    const world = {
      plans: [
        ...known.plans,
        ...rows.plans.map(({ id, title, parentPlanId, periodStart, periodEnd }) => ({
          id,
          title,
          parentId: parentPlanId ?? null,
          start: periodStart ?? null,
          end: periodEnd ?? null,
        })),
      ],
      targets: [...known.targets, ...pendingTargets(rows)],
      actionsOf,
    };
    const reader = linkReader(world, planId);
    readers.set(planId, reader);
    return reader;
  };
  return {
    addAction(planId, ref, text, id) {
      if (ref === null) return;
      const list = fileRows.get(planId) ?? [];
      list.push({ kind: 'action', id, planId, ref, title: text });
      fileRows.set(planId, list);
    },
    later: (resolve) => waiting.push(resolve),
    resolveAll() {
      for (const resolve of waiting.splice(0)) resolve();
    },
    resolve: (text, kind, { planId, actionId }) =>
      linksOf(text, kind, actionId, readerOf(planId), actionsOf(planId)),
  };
}

function pendingTargets(rows: NewRows): LinkTarget[] {
  return [
    ...rows.sections.map(({ id, planId, ref, title }) => target('section', id, planId, ref, title)),
    ...rows.plans.map(({ id, title }) => target('plan', id, id, null, title)),
    ...rows.kpis.map(({ id, planId, ref, name }) => target('kpi', id, planId ?? null, ref, name)),
    ...rows.duties.map(({ id, planId, basis, text }) => target('duty', id, planId ?? null, basis, text)),
  ];
}

function pendingActions(rows: NewRows, planId: string): LinkTarget[] {
  return rows.actions.flatMap((row) =>
    row.planId === planId && row.ref ? [target('action', row.id, planId, row.ref, row.text)] : [],
  );
}

function target(
  kind: LinkTarget['kind'],
  id: string,
  planId: string | null,
  ref: string | null | undefined,
  title: string,
): LinkTarget {
  return { kind, id, planId, ref: ref ?? null, title };
}
