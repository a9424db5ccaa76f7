import { type Counter, countersOf, withNumber } from './reference-counters.ts';

/**
 * References put in order after sections and actions were added, moved or taken out: each list is counted from its
 * beginning in the scheme most of it has. What counts nothing ("n/a", "BVPI") is left as it is.
 */

/** A section or an action with its reference, in reading order; `parentId` is the section it stands in. */
export type Numbered = { readonly id: string; readonly parentId: string | null; readonly ref: string | null };
export type RefChange = { readonly id: string; readonly before: string | null; readonly after: string };

/** How a list counts: "(ii)" after the reference of its section, or "Action 9" with words of its own. */
type Scheme = {
  /** True where the section's reference stands before `head`. */
  readonly within: boolean;
  readonly head: string;
  readonly tail: string;
  readonly style: Counter['style'];
  readonly capital: boolean;
  readonly width: number;
};
type Read = { readonly scheme: Scheme; readonly n: number };
type List = { readonly parentId: string | null; readonly rows: readonly Numbered[] };

/**
 * What must change so that every reference stands in order, sections first. Empty where all do already.
 * Sections come each after the one it stands in; a section that is not there counts as none.
 */
export function numberInOrder(
  sections: readonly Numbered[],
  actions: readonly Numbered[],
): { readonly sections: RefChange[]; readonly actions: RefChange[] } {
  const before = new Map(sections.map((section) => [section.id, section.ref]));
  const now = new Map(before);
  const stems = [...new Set([...before.values()].flatMap((ref) => (ref === null ? [] : stemOf(ref))))];
  // Longest first: "2.1 (i)" is of 2.1 and not of 2.
  stems.sort((a, b) => b.length - a.length);
  return {
    sections: renumberedLists(listsOf(sections, before), before, now, stems),
    actions: renumberedLists(listsOf(actions, before), before, now, stems),
  };
}

/** What the references of a section's rows begin with: "3" of "3.0" and of "3.". */
const stemOf = (ref: string): string => ref.replace(/(?:\.0+)?[\s.:)\]]*$/, '');

function listsOf(rows: readonly Numbered[], known: ReadonlyMap<string, unknown>): List[] {
  const lists = Map.groupBy(rows, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  return [...lists].map(([parentId, list]) => ({ parentId, rows: list }));
}

function renumberedLists(
  lists: readonly List[],
  before: ReadonlyMap<string, string | null>,
  now: Map<string, string | null>,
  stems: readonly string[],
): RefChange[] {
  const schemes = lists.map((list) => schemeOf(list, before, stems));
  const usual = mostCommon(schemes.filter((scheme) => scheme?.within));
  const runs = runningSchemes(lists, schemes, stems);
  const next = new Map<string, number>();
  const changes: RefChange[] = [];
  lists.forEach((list, place) => {
    const section = list.parentId === null ? null : (now.get(list.parentId) ?? null);
    const scheme = schemes[place] ?? (section === null ? null : usual);
    if (!scheme || (scheme.within && section === null)) return;
    const running = runs.get(nameOf(scheme));
    let n = running === undefined ? firstOf(list, scheme, stems) : (next.get(nameOf(scheme)) ?? running);
    for (const row of list.rows) {
      if (row.ref !== null && !read(row.ref, scheme, stems)) continue;
      const head = `${scheme.within ? stemOf(section ?? '') : ''}${scheme.head}`;
      const after = withNumber({ ...scheme, head, n }, n);
      if (after === null) break;
      n += 1;
      if (before.has(row.id)) now.set(row.id, after);
      if (after !== row.ref) changes.push({ id: row.id, before: row.ref, after });
    }
    next.set(nameOf(scheme), n);
  });
  return changes;
}

/** The ways one reference may be read, as one of a section or as one with words of its own. */
function readings(ref: string, stems: readonly string[]): Read[] {
  return countersOf(ref).flatMap(({ n, head, tail, style, capital, width }) => {
    const own: Read = { scheme: { within: false, head, tail, style, capital, width }, n };
    const stem = stems.find(
      (one) => one !== '' && head.startsWith(one) && /^[^A-Za-z0-9]/.test(head.slice(one.length)),
    );
    if (stem === undefined) return [own];
    return [{ scheme: { ...own.scheme, within: true, head: head.slice(stem.length) }, n }];
  });
}

/** A reference read in a scheme; null where it is of another. */
function read(ref: string, scheme: Scheme, stems: readonly string[]): Read | null {
  return readings(ref, stems).find((one) => nameOf(one.scheme) === nameOf(scheme)) ?? null;
}

function nameOf({ within, head, tail, style, capital }: Scheme): string {
  return JSON.stringify([within, head, tail, style, capital]);
}

/** The scheme that most references of a list have, the earlier where two are as common. */
function schemeOf(
  list: List,
  before: ReadonlyMap<string, string | null>,
  stems: readonly string[],
): Scheme | null {
  const section = list.parentId === null ? null : (before.get(list.parentId) ?? null);
  const found = list.rows.flatMap(({ ref }) => (ref === null ? [] : readings(ref, stems)));
  const fit = found.filter(({ scheme }) => !scheme.within || section !== null);
  return mostCommon(fit.map(({ scheme }) => scheme));
}

function mostCommon(schemes: readonly (Scheme | null)[]): Scheme | null {
  const times = new Map<string, { scheme: Scheme; times: number }>();
  for (const scheme of schemes) {
    if (!scheme) continue;
    const known = times.get(nameOf(scheme));
    if (known) known.times += 1;
    else times.set(nameOf(scheme), { scheme, times: 1 });
  }
  let best: { scheme: Scheme; times: number } | null = null;
  for (const one of times.values()) if (!best || one.times > best.times) best = one;
  return best?.scheme ?? null;
}

/** Lists count from 1, or from 0 where theirs do; words of their own from the number they began with. */
function firstOf(list: List, scheme: Scheme, stems: readonly string[]): number {
  const numbers = list.rows.flatMap(({ ref }) => (ref === null ? [] : (read(ref, scheme, stems)?.n ?? [])));
  const least = Math.min(...numbers);
  if (!scheme.within && Number.isFinite(least)) return least;
  return least === 0 ? 0 : 1;
}

/** Schemes that count through the whole plan ("Action 1" to "Action 63"), and the number they begin with. */
function runningSchemes(
  lists: readonly List[],
  schemes: readonly (Scheme | null)[],
  stems: readonly string[],
): Map<string, number> {
  const starts = new Map<string, number[]>();
  lists.forEach((list, place) => {
    const scheme = schemes[place];
    if (!scheme || scheme.within) return;
    const known = starts.get(nameOf(scheme));
    const first = firstOf(list, scheme, stems);
    if (known) known.push(first);
    else starts.set(nameOf(scheme), [first]);
  });
  const running = new Map<string, number>();
  for (const [name, numbers] of starts) {
    const least = Math.min(...numbers);
    if (numbers.some((n) => n !== least)) running.set(name, least);
  }
  return running;
}
