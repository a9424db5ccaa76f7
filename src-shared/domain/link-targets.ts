import { linkedReferences } from './linked-references.ts';
import { referenceKey, splitReference } from './references.ts';

/** What the words of a link can point to, and what they do point to. */

export const linkTargetKinds = ['section', 'action', 'plan', 'kpi', 'duty', 'stream'] as const;
export type LinkTargetKind = (typeof linkTargetKinds)[number];

export type LinkTarget = {
  readonly kind: LinkTargetKind;
  readonly id: string;
  /** The plan it stands in; of a plan, its own id; null for what belongs to no plan. */
  readonly planId: string | null;
  readonly ref: string | null;
  readonly title: string;
  /** Other ways in which it is written. */
  readonly also?: readonly string[];
};

/** A plan as links see it. Days are YYYY-MM-DD. */
export type LinkPlan = {
  readonly id: string;
  readonly title: string;
  readonly parentId: string | null;
  readonly start: string | null;
  readonly end: string | null;
};

/** One thing that words point to, or one piece of them that points nowhere. */
export type LinkedPiece = {
  /** The piece of the words, written out ("CSD2"); null where it is all of them. */
  readonly code: string | null;
  readonly target: LinkTarget | null;
  /** Where several plans have such a thing and nothing tells which is meant: all of them. Else empty. */
  readonly several: readonly LinkTarget[];
};

export type LinkReader = {
  /** What the words of one link of the plan point to: at least one piece. */
  read(words: string): LinkedPiece[];
};

/** Where links are read from: everything they may point to but actions, which are asked for plan by plan. */
export type LinkWorld = {
  readonly plans: readonly LinkPlan[];
  readonly targets: readonly LinkTarget[];
  /** The actions of a plan that have a reference, in reading order. */
  readonly actionsOf: (planId: string) => readonly LinkTarget[];
};

/**
 * Reads links as people write them. Of things with one name or reference the nearest is meant: of the plan itself,
 * of the plans it is part of, of plans that run at the same time, of any other; and of one plan the first, as a
 * reader going down the page would take it. Two plans equally near leave it open. A plan's title before or behind
 * the reference settles it: "CSD 1, Children’s plan 2009-12".
 */
export function linkReader(world: LinkWorld, planId: string): LinkReader {
  const plans = new Map(world.plans.map((plan) => [plan.id, plan]));
  const above = ancestorsOf(plans, planId);
  const names = new Map<string, LinkTarget[]>();
  for (const target of world.targets) addNames(names, target);
  const actionNames = new Map<string, Map<string, LinkTarget[]>>();
  const actionsOf = (of: string) => {
    const known = actionNames.get(of);
    if (known) return known;
    const made = new Map<string, LinkTarget[]>();
    for (const target of world.actionsOf(of)) addNames(made, target);
    actionNames.set(of, made);
    return made;
  };

  const nearness = (target: LinkTarget): number => {
    if (target.planId === null) return 3;
    if (target.planId === planId) return 0;
    if (target.kind === 'plan' || above.has(target.planId)) return 1;
    return sameTime(plans.get(planId), plans.get(target.planId)) ? 2 : 3;
  };
  const candidates = (name: string, within: string | null): LinkTarget[] => {
    const key = nameKey(name);
    if (key === '') return [];
    const found = (names.get(key) ?? []).filter((target) => within === null || target.planId === within);
    return [...found, ...(actionsOf(within ?? planId).get(key) ?? [])];
  };
  const lookUp = (name: string, code: string | null, within: string | null): LinkedPiece => {
    const meant = nearest(candidates(name, within), nearness);
    const [only] = meant;
    const sure = only !== undefined && meant.length === 1;
    return { code, target: sure ? only : null, several: sure ? [] : meant };
  };
  const found = (piece: LinkedPiece) => piece.target !== null || piece.several.length > 0;

  const readWithin = (words: string, within: string | null): LinkedPiece[] | null => {
    const whole = lookUp(words, null, within);
    if (found(whole)) return [whole];
    const codes = linkedReferences(words);
    if (codes.length > 0) {
      const single = codes.length === 1;
      return codes.map((code) => lookUp(code, single ? null : code, within));
    }
    const titled = withItsTitle(words, (ref) => lookUp(ref, null, within));
    return titled ? [titled] : null;
  };
  const planNamed = (words: string): string | null => {
    const { target } = lookUp(words, null, null);
    return target?.kind === 'plan' ? target.id : null;
  };

  return {
    read(words) {
      const nowhere: LinkedPiece[] = [{ code: null, target: null, several: [] }];
      const plain = words.replace(/\s+/g, ' ').trim();
      const direct = readWithin(plain, null);
      if (direct?.some(found)) return direct;
      for (const { name, rest } of planAndRest(plain)) {
        const within = planNamed(name);
        const inside = within === null ? null : readWithin(rest, within);
        if (inside?.some(found)) return inside;
      }
      const pieces = plain.split(/\s*[;,]\s*/).filter((piece) => piece !== '');
      if (pieces.length > 1) {
        const each = pieces.flatMap((piece) =>
          (readWithin(piece, null) ?? nowhere).map((one) => ({ ...one, code: one.code ?? piece })),
        );
        if (each.every(found)) return each;
      }
      return direct ?? nowhere;
    },
  };
}

/** One key for two spellings of a name or reference; "The" before it does not count. */
export function nameKey(name: string): string {
  return referenceKey(name.replace(/^the\s+/i, '').replace(/[\u2018\u2019]/g, "'"));
}

function addNames(names: Map<string, LinkTarget[]>, target: LinkTarget): void {
  const { ref, title, also = [] } = target;
  const spellings = target.kind === 'action' ? [ref] : [ref, title, ref ? `${ref} ${title}` : null, ...also];
  for (const key of new Set(spellings.map((name) => nameKey(name ?? '')))) {
    if (key === '') continue;
    const there = names.get(key);
    if (there) there.push(target);
    else names.set(key, [target]);
  }
}

/** The plans a plan is part of, however far up. */
function ancestorsOf(plans: ReadonlyMap<string, LinkPlan>, planId: string): Set<string> {
  const above = new Set<string>();
  let at = plans.get(planId)?.parentId ?? null;
  while (at !== null && !above.has(at) && at !== planId) {
    above.add(at);
    at = plans.get(at)?.parentId ?? null;
  }
  return above;
}

function sameTime(a: LinkPlan | undefined, b: LinkPlan | undefined): boolean {
  if (!a?.start || !a.end || !b?.start || !b.end) return false;
  return a.start <= b.end && b.start <= a.end;
}

/** The nearest of them, of one plan the first; several where several plans are equally near. */
function nearest(targets: readonly LinkTarget[], nearness: (target: LinkTarget) => number): LinkTarget[] {
  if (targets.length < 2) return [...targets];
  const rank = (target: LinkTarget) =>
    nearness(target) * linkTargetKinds.length + linkTargetKinds.indexOf(target.kind);
  const least = Math.min(...targets.map(rank));
  const byPlan = new Map<string, LinkTarget>();
  for (const target of targets) {
    const of = target.kind === 'plan' ? target.id : (target.planId ?? target.id);
    if (rank(target) === least && !byPlan.has(of)) byPlan.set(of, target);
  }
  return [...byPlan.values()];
}

/** "CSD 1 Settle in well": a reference with the beginning of its own title behind it. */
function withItsTitle(words: string, lookUp: (ref: string) => LinkedPiece): LinkedPiece | null {
  const { ref, rest } = splitReference(words);
  if (ref === null || rest === '') return null;
  const piece = lookUp(ref);
  const fits = (target: LinkTarget) => nameKey(target.title).startsWith(nameKey(rest));
  if (piece.target) return fits(piece.target) ? piece : null;
  const [only, ...others] = piece.several.filter(fits);
  return only && others.length === 0 ? { ...piece, target: only, several: [] } : null;
}

/** Every way in which the words may be a plan's title with something before or behind it. */
function* planAndRest(words: string): Generator<{ name: string; rest: string }> {
  const bracketed = /^(.+?)\s*\(([^()]+)\)$/.exec(words);
  if (bracketed) yield { name: bracketed[2] ?? '', rest: bracketed[1] ?? '' };
  for (const match of words.matchAll(/\s*[,:;]\s+|\s+[-\u2013\u2014]\s+|\s+(?:of|in)\s+(?:the\s+)?|\s+/gi)) {
    const [left, right] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
    yield { name: left, rest: right };
    yield { name: right, rest: left };
  }
}
