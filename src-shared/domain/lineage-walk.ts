import type { Lineage } from '../contract/lineage.ts';
import type { ActionYears, YearNode, YearStep } from '../contract/years.ts';
import { formatDay } from './dates.ts';
import { listWords } from './words.ts';
import { nameOf } from './year-choices.ts';

/** The way of one action through the years: what it came of, what came of it, and why it ended. */

/** "This action continues that one", as plans of before the links between years say it. */
export type Continues = { readonly fromId: string; readonly toId: string };

/** What a walk is made of: everything that hangs together, in any order. */
export type Found = {
  readonly nodes: readonly YearNode[];
  readonly links: readonly Lineage[];
  readonly continues: readonly Continues[];
  /** The period, or else the title, of plans that links lead into, by id. */
  readonly plans: ReadonlyMap<string, string>;
};

/** The nodes by year and the steps between them, each told once. */
export function walkOf(found: Found): ActionYears {
  const nodes = inYears(found);
  const there = new Map(nodes.map((node) => [node.id as string, node]));
  const recorded = found.links.flatMap((link): YearStep[] => {
    const { kind, reason, measuredChange, on, fromActionId, toActionId } = link;
    if (fromActionId === null || !there.has(fromActionId)) return [];
    const into = found.plans.get(link.planId) ?? '';
    return [
      { fromId: fromActionId, toId: toActionId, kind, reason, measuredChange, on, into, recorded: true },
    ];
  });
  const known = new Set(recorded.map(({ fromId, toId }) => `${fromId} ${toId}`));
  const said = found.continues
    .filter(({ fromId, toId }) => there.has(fromId) && there.has(toId) && !known.has(`${fromId} ${toId}`))
    .map(({ fromId, toId }): YearStep => {
      const [from, to] = [there.get(fromId), there.get(toId)];
      const kind = from?.text.trim() === to?.text.trim() ? 'carried' : 'reworded';
      const into = to?.period ?? to?.planTitle ?? '';
      const nothing = { reason: null, measuredChange: null, on: null };
      return { fromId, toId, kind, ...nothing, into, recorded: false };
    });
  const rank = new Map(nodes.map((node, at) => [node.id as string, at]));
  const at = (id: string | null) => (id === null ? nodes.length : (rank.get(id) ?? nodes.length));
  const steps = [...recorded, ...said].sort((a, b) => at(a.fromId) - at(b.fromId) || at(a.toId) - at(b.toId));
  return {
    nodes,
    steps,
    branches: steps.some(({ kind }) => kind === 'split' || kind === 'merged'),
    sentences: sentencesOf(steps, there),
  };
}

/** What comes before what follows it, whatever the plans' dates say; then by year, as found. */
function inYears({ nodes, links, continues }: Found): YearNode[] {
  const ids = new Set(nodes.map(({ id }) => id as string));
  const before = new Map<string, string[]>();
  const edge = (from: string | null, to: string | null) => {
    if (from === null || to === null || from === to || !ids.has(from) || !ids.has(to)) return;
    before.set(to, [...(before.get(to) ?? []), from]);
  };
  for (const { fromActionId, toActionId } of links) edge(fromActionId, toActionId);
  for (const { fromId, toId } of continues) edge(fromId, toId);
  const depths = new Map<string, number>();
  const depthOf = (id: string, path: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // Registers from elsewhere may say that two actions continue each other.
    if (path.has(id)) return 0;
    const further = new Set(path).add(id);
    const depth = Math.max(0, ...(before.get(id) ?? []).map((one) => depthOf(one, further) + 1));
    depths.set(id, depth);
    return depth;
  };
  const placed = nodes.map((node, at) => ({ node, at, depth: depthOf(node.id, new Set()) }));
  return placed
    .sort(
      (a, b) =>
        a.depth - b.depth ||
        (a.node.periodStart ?? '').localeCompare(b.node.periodStart ?? '') ||
        a.at - b.at,
    )
    .map(({ node }) => node);
}

/** What the tree says, in sentences: "In 2010-11, 2.1 and 2.3 of 2009-10 were merged into 2.1." */
function sentencesOf(steps: readonly YearStep[], nodes: ReadonlyMap<string, YearNode>): string[] {
  const told = new Set<YearStep>();
  const named = (id: string | null) => {
    const node = nodes.get(id ?? '');
    return node ? nameOf(node) : 'an action that is no longer there';
  };
  const yearOf = (id: string) => nodes.get(id)?.period ?? nodes.get(id)?.planTitle ?? '';
  return steps.flatMap((step) => {
    if (told.has(step)) return [];
    const together = steps.filter(
      (one) =>
        one.kind === step.kind &&
        ((step.kind === 'split' && one.fromId === step.fromId) ||
          (step.kind === 'merged' && one.toId === step.toId) ||
          one === step),
    );
    for (const one of together) told.add(one);
    const each = (idOf: (one: YearStep) => string | null) =>
      listWords([...new Set(together.map(idOf))].map(named));
    const from = `${each(({ fromId }) => fromId)} of ${yearOf(step.fromId)}`;
    const to = each(({ toId }) => toId);
    const why = step.reason ? ` Reason: ${ended(step.reason)}` : '';
    const measured = step.measuredChange
      ? ` What is measured has changed: ${ended(step.measuredChange)}`
      : '';
    const when = step.on ? ` (${formatDay(step.on)})` : '';
    return [`${sentence(step, from, to)}${when}.${why}${measured}`];
  });
}

const ended = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

function sentence({ kind, into }: YearStep, from: string, to: string): string {
  switch (kind) {
    case 'carried':
      return `${from} was carried into ${into} as ${to}`;
    case 'reworded':
      return `${from} went on in ${into} as ${to}, in other words`;
    case 'split':
      return `${from} was split into ${to} of ${into}`;
    case 'merged':
      return `${from} were merged into ${to} of ${into}`;
    case 'closed':
      return `${from} was closed and not carried into ${into}`;
    case 'dropped':
      return `${from} was dropped and not carried into ${into}`;
  }
}
