import type { ActionRow, StateCounts } from '#shared/contract/plans.ts';
import type { Section } from '#shared/contract/register.ts';

/** A section with those under it, how deep it stands (0 at the top) and how its actions stand. */
export type SectionNode = {
  readonly section: Section;
  readonly depth: number;
  readonly children: readonly SectionNode[];
  /** Actions of the section itself. */
  readonly own: readonly ActionRow[];
  /** How the actions of the section and all under it stand. */
  readonly counts: Partial<StateCounts>;
  readonly total: number;
};

export type PlanTree = {
  readonly roots: readonly SectionNode[];
  /** Every section in reading order. */
  readonly all: readonly SectionNode[];
  /** Actions that stand in no section. */
  readonly loose: readonly ActionRow[];
};

function countInto(counts: Partial<StateCounts>, more: Partial<StateCounts>): void {
  for (const [state, number] of Object.entries(more)) {
    const name = state as keyof StateCounts;
    counts[name] = (counts[name] ?? 0) + (number ?? 0);
  }
}

const noActions: readonly ActionRow[] = [];

/** Whether a node is of the same section, at the same depth, with the same actions and nodes under it. */
function isSame(a: SectionNode, b: SectionNode): boolean {
  const alike = <T>(one: readonly T[], other: readonly T[]) =>
    one.length === other.length && one.every((item, place) => item === other[place]);
  return (
    a.section === b.section && a.depth === b.depth && alike(a.own, b.own) && alike(a.children, b.children)
  );
}

/**
 * The plan's sections as the tree they are, with the actions under them. A parent that is not there is no parent. Nodes
 * of the tree `before` stay where they would be the same, so that an edit has only its own section drawn again.
 */
export function planTree(
  sections: readonly Section[],
  actions: readonly ActionRow[],
  before: PlanTree | null = null,
): PlanTree {
  const nodesBefore = new Map(before?.all.map((node) => [node.section.id as string, node]));
  const known = new Set(sections.map((section) => section.id));
  const under = new Map<string | null, Section[]>();
  for (const section of sections) {
    const parent = section.parentId !== null && known.has(section.parentId) ? section.parentId : null;
    under.set(parent, [...(under.get(parent) ?? []), section]);
  }
  const bySection = new Map<string | null, ActionRow[]>();
  for (const action of actions) {
    const place = action.sectionId !== null && known.has(action.sectionId) ? action.sectionId : null;
    const list = bySection.get(place);
    if (list) list.push(action);
    else bySection.set(place, [action]);
  }
  const all: SectionNode[] = [];
  const build = (section: Section, depth: number): SectionNode => {
    const place = all.length;
    const own = bySection.get(section.id) ?? noActions;
    const counts: Partial<StateCounts> = {};
    for (const action of own) {
      const state = action.status?.state ?? 'not-started';
      counts[state] = (counts[state] ?? 0) + 1;
    }
    const holder = { section, depth, own, counts, total: own.length, children: [] as SectionNode[] };
    all.push(holder);
    for (const child of under.get(section.id) ?? []) {
      const node = build(child, depth + 1);
      holder.children.push(node);
      countInto(counts, node.counts);
      holder.total += node.total;
    }
    const known = nodesBefore.get(section.id);
    const node = known && isSame(known, holder) ? known : holder;
    all[place] = node;
    return node;
  };
  const roots = (under.get(null) ?? []).map((section) => build(section, 0));
  return { roots, all, loose: bySection.get(null) ?? [] };
}
