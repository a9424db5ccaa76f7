import type { ReadDb } from '#db/handles.ts';
import { linkTargets } from '#db/queries/plans-links.ts';
import type { Link } from '#shared/contract/register.ts';
import { linkedCodes, referenceKey, sameAs } from '#shared/domain/references.ts';

/** What the links of a file's actions point to: rows of the plan as it will be, its sections, other plans. */
export type LinkTargets = {
  addAction(ref: string | null, id: string): void;
  addSection(ref: string | null, title: string, id: string): void;
  /** Links are resolved once every row has its id. */
  later(resolve: () => void): void;
  resolveAll(): void;
  resolve(text: string, kind: Link['kind'], ofActionId: string): Omit<Link, 'text'>;
};

export function linkTargetsOf(db: ReadDb, planId: string): LinkTargets {
  const known = linkTargets(db, planId);
  const actions = new Map<string, string>();
  const sections = new Map<string, string>();
  const plans = new Map<string, string>();
  const waiting: (() => void)[] = [];
  // The first of two with one name is meant, as a reader going down the page would take it.
  const put = (map: Map<string, string>, name: string | null, id: string) => {
    const key = name ? referenceKey(name) : '';
    if (key !== '' && !map.has(key)) map.set(key, id);
  };
  for (const { id, ref } of known.actions) put(actions, ref, id);
  for (const { id, ref, title } of known.sections) {
    put(sections, ref, id);
    put(sections, title, id);
  }
  for (const { id, title } of known.plans) put(plans, title, id);
  return {
    addAction: (ref, id) => put(actions, ref, id),
    addSection(ref, title, id) {
      put(sections, ref, id);
      put(sections, title, id);
    },
    later: (resolve) => waiting.push(resolve),
    resolveAll() {
      for (const resolve of waiting.splice(0)) resolve();
    },
    resolve(text, kind, ofActionId) {
      const nowhere = { kind, planId: null, sectionId: null, actionId: null };
      const meant = sameAs(text);
      if (meant !== null) {
        const actionId = actions.get(referenceKey(meant)) ?? null;
        return { ...nowhere, kind: 'same-as', actionId: actionId === ofActionId ? null : actionId };
      }
      const codes = linkedCodes(text);
      for (const name of [text, ...codes]) {
        const sectionId = sections.get(referenceKey(name));
        if (sectionId !== undefined) return { ...nowhere, kind: 'priority', sectionId };
      }
      const otherPlan = plans.get(referenceKey(text));
      return otherPlan === undefined ? nowhere : { ...nowhere, kind: 'plan', planId: otherPlan };
    },
  };
}
