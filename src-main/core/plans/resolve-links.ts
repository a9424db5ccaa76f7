import type { ReadDb } from '#db/handles.ts';
import { linkTargets } from '#db/queries/plans-links.ts';
import type { Link } from '#shared/contract/register.ts';
import { linkedCodes, referenceKey, sameAs } from '#shared/domain/references.ts';

export type LinkResolver = {
  /** What each line of a Links cell points to; where nothing is found the words are kept as they are. */
  resolve(lines: readonly string[], ofActionId: string): Link[];
};

/**
 * Finds what links point to: "As 2.3 (i)" the action of that reference in the plan; a section's reference or
 * title the section; a plan's title the plan. Targets are read once, at the first link.
 */
export function linkResolver(db: ReadDb, planId: string): LinkResolver {
  let targets: Targets | null = null;
  return {
    resolve(lines, ofActionId) {
      targets ??= readTargets(db, planId);
      const known = targets;
      return lines.map((text) => resolveOne(text, ofActionId, known));
    },
  };
}

type Targets = { actions: Map<string, string>; sections: Map<string, string>; plans: Map<string, string> };

function readTargets(db: ReadDb, planId: string): Targets {
  const { actions, sections, plans } = linkTargets(db, planId);
  const byKey = (pairs: readonly { id: string; name: string | null }[]) => {
    const map = new Map<string, string>();
    // The first of two with one reference is meant, as a reader going down the page would take it.
    for (const { id, name } of pairs) {
      const key = name ? referenceKey(name) : '';
      if (key && !map.has(key)) map.set(key, id);
    }
    return map;
  };
  return {
    actions: byKey(actions.map(({ id, ref }) => ({ id, name: ref }))),
    sections: byKey([
      ...sections.map(({ id, ref }) => ({ id, name: ref })),
      ...sections.map(({ id, title }) => ({ id, name: title })),
    ]),
    plans: byKey(plans.map(({ id, title }) => ({ id, name: title }))),
  };
}

function resolveOne(text: string, ofActionId: string, targets: Targets): Link {
  const link: Link = { text, kind: 'other', planId: null, sectionId: null, actionId: null };
  const meant = sameAs(text);
  if (meant !== null) {
    const actionId = targets.actions.get(referenceKey(meant)) ?? null;
    return { ...link, kind: 'same-as', actionId: actionId === ofActionId ? null : actionId };
  }
  const codes = linkedCodes(text);
  for (const name of [text, ...codes]) {
    const sectionId = targets.sections.get(referenceKey(name));
    if (sectionId) return { ...link, kind: 'priority', sectionId };
  }
  const planId = targets.plans.get(referenceKey(text));
  if (planId) return { ...link, kind: 'plan', planId };
  return codes.length > 0 ? { ...link, kind: 'priority' } : link;
}
