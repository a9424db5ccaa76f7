import type { KnownSection } from '#db/queries/imports-match.ts';
import { differDetails, difference, differList, differText, leadsDiffer } from './differences.ts';
import { matchNamed, type Named } from './match.ts';
import { addLeads, noteAdded, noteMatched, type PlanState, replaceLeads } from './plan-state.ts';

/** Headings above a section, nearest last, as one text: what it stands under. */
function pathOf(titles: readonly (string | null)[]): string {
  return titles.filter((title) => title !== null).join(' / ');
}

/** The titles of each section and those above it, for known sections by id. */
export function knownPaths(sections: readonly KnownSection[]): Map<string, string> {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const paths = new Map<string, string>();
  for (const section of sections) {
    const titles: string[] = [];
    const seen = new Set<string>();
    for (
      let at: KnownSection | undefined = section;
      at && !seen.has(at.id);
      at = at.parentId ? byId.get(at.parentId) : undefined
    ) {
      seen.add(at.id);
      titles.unshift(at.title);
    }
    paths.set(section.id, pathOf(titles));
  }
  return paths;
}

/** Plans the sections of a file; gives the id of each draft's section, and its path. */
export function planSections(
  state: PlanState,
  planIds: readonly string[],
  known: readonly KnownSection[],
): { ids: string[]; paths: string[] } {
  const { drafts, plan } = state;
  const knownPath = knownPaths(known);
  const paths: string[] = [];
  for (const section of drafts.sections) {
    paths.push(pathOf([section.parent === null ? null : (paths[section.parent] ?? null), section.title]));
  }
  const fresh: Named[] = drafts.sections.map((section) => ({
    id: null,
    ref: section.ref,
    text: section.title,
    under: section.parent === null ? '' : (paths[section.parent] ?? ''),
  }));
  const old: Named[] = known.map((section) => ({
    id: section.id,
    ref: section.ref,
    text: section.title,
    under: section.parentId === null ? '' : (knownPath.get(section.parentId) ?? ''),
  }));
  const matched = matchNamed(fresh, old);
  const ids: string[] = [];
  drafts.sections.forEach((section, at) => {
    const source = state.sourceOf(section.source);
    const before = known[matched[at] ?? -1];
    const parentId = section.parent === null ? null : (ids[section.parent] ?? null);
    if (!before) {
      const id = state.newId();
      ids.push(id);
      const { kind, ref, title, bullets, details } = section;
      plan.rows.sections.push({
        id,
        planId: planIds[section.plan] ?? '',
        parentId,
        position: state.nextPosition('sections'),
        kind,
        ref,
        title,
        bullets,
        details,
        ...source,
      });
      addLeads(state, 'sectionId', id, section.leads, source);
      noteAdded(state, 'sections', { id, ref, title, where: source.sourceWhere });
      return;
    }
    ids.push(before.id);
    const found = difference();
    if (state.mayChange) {
      differText(found, 'ref', before.ref, section.ref);
      differText(found, 'title', before.title, section.title);
      differList(found, 'bullets', before.bullets, section.bullets);
      differDetails(found, before.details, section.details);
      if (leadsDiffer(found, before.leads, section.leads))
        replaceLeads(state, 'sectionId', before.id, section.leads, source);
    }
    noteMatched(state, 'sections', { id: before.id, ref: section.ref, title: section.title, source }, found);
  });
  return { ids, paths };
}
