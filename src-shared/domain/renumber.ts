import { type Counter, countersOf, withNumber } from './reference-counters.ts';
import { referenceKey } from './references.ts';

/** A row with the reference it has, or had, and what it stands in. */
export type Row = { readonly group: string; readonly ref: string | null };

/**
 * The references of the rows that are left, closed up in the scheme they have: what remains takes the numbers that
 * were there, in order, and counts on where there are more rows than before. So nothing changes where nothing left, a
 * gap that was there on purpose stays, and "2.2 (iii)" becomes "2.2 (ii)" and never "2.2 (2)". Rows that are parts of
 * one (a split) come with the same reference. Numbers that ran in no order are left as they are.
 *
 * `before` are all rows of the old plan in reading order, `rows` those of the new one; `others` are references that
 * something else has, such as the sections among which the rows stand.
 */
export function renumbered(
  rows: readonly Row[],
  before: readonly Row[],
  others: readonly (string | null)[] = [],
): (string | null)[] {
  const series = seriesOf(before);
  const result = keptReferences(rows, before);
  const members = new Map<Series, number[]>();
  rows.forEach(({ group, ref }, index) => {
    const own = ref === null ? undefined : series.get(nameOf(group, ref));
    if (!own) return;
    const list = members.get(own);
    if (list) list.push(index);
    else members.set(own, [index]);
  });
  const held = keysHeld(before.map(({ ref }) => ref));
  const now = keysHeld(result);
  count(held, others, 1);
  count(now, others, 1);
  for (const [{ counter, numbers }, indexes] of members) {
    const last = numbers.at(-1) ?? 0;
    const fresh = indexes.map((_, at) => withNumber(counter, numbers[at] ?? last + at - numbers.length + 1));
    const then = indexes.map((index) => result[index] ?? null);
    count(now, then, -1);
    count(now, fresh, 1);
    // Counting on may run into other numbers (1.3 is a section): such a series keeps what it had.
    const doubles = fresh.some((ref) => {
      const key = referenceKey(ref ?? '');
      return (now.get(key) ?? 0) > Math.max(1, held.get(key) ?? 0);
    });
    if (doubles || fresh.includes(null)) {
      count(now, fresh, -1);
      count(now, then, 1);
      continue;
    }
    indexes.forEach((index, at) => {
      result[index] = fresh[at] ?? null;
    });
  }
  return result;
}

/** The references as they are; the parts of a split get one each: "3.1a" and "3.1b", "2.2 (i) (a)" and "2.2 (i) (b)". */
export function keptReferences(rows: readonly Row[], before: readonly Row[]): (string | null)[] {
  const held = timesHeld(before);
  const parts = timesHeld(rows);
  const taken = new Set([...held.keys()]);
  return rows.map(({ ref, group }) => {
    if (ref === null) return null;
    const name = nameOf(group, ref);
    const [own, old] = [parts.get(name) ?? 0, held.get(name) ?? 0];
    if (own <= old) return ref;
    for (let at = 1; ; at++) {
      const candidate = partOf(ref, at);
      const name = nameOf(group, candidate);
      if (taken.has(name)) continue;
      taken.add(name);
      return candidate;
    }
  });
}

function partOf(ref: string, at: number): string {
  const letter = at <= 26 ? String.fromCharCode(96 + at) : `${at}`;
  if (/\d$/.test(ref)) return `${ref}${letter}`;
  if (/[A-Za-z]$/.test(ref)) return `${ref}${at}`;
  return `${ref} (${letter})`;
}

/**
 * A reference within a section whose own has changed: "3.1 (i)" of section 3, which is now 2, is "2.1 (i)". One that
 * does not begin with the section's is left.
 */
export function rebased(ref: string | null, from: string | null, to: string | null): string | null {
  if (ref === null || from === null || to === null || from === to) return ref;
  const [old, fresh] = [stemOf(from), stemOf(to)];
  if (old === '' || fresh === '' || !ref.startsWith(old)) return ref;
  const rest = ref.slice(old.length);
  return /^[A-Za-z0-9]/.test(rest) || (rest === '' && from !== ref) ? ref : `${fresh}${rest}`;
}

/** What the references of a section's rows begin with: "3" of "3.0" and of "3.". */
const stemOf = (ref: string): string => ref.replace(/(?:\.0+)?[\s.:)\]]*$/, '');

type Series = { readonly counter: Counter; readonly numbers: readonly number[] };

/**
 * The rows of the old plan that are counted together: of one scheme, and either through the whole plan or within
 * their section. By group and reference.
 */
function seriesOf(before: readonly Row[]): Map<string, Series> {
  const found = new Map<string, Series>();
  const byScheme = Map.groupBy(
    before.filter((row): row is Row & { ref: string } => row.ref !== null && countersOf(row.ref).length > 0),
    ({ ref }) => schemeOf(ref),
  );
  for (const rows of byScheme.values()) {
    const whole = ascending(rows.map(({ ref }) => ref));
    const lists = whole ? [rows] : [...Map.groupBy(rows, ({ group }) => group).values()];
    for (const list of lists) {
      const one = whole ?? ascending(list.map(({ ref }) => ref));
      if (one) for (const { group, ref } of list) found.set(nameOf(group, ref), one);
    }
  }
  return found;
}

/** What all references of one scheme have in common. Words of letters are one scheme, roman or not. */
function schemeOf(ref: string): string {
  const [counter] = countersOf(ref);
  if (!counter) return '';
  const { head, tail, style, capital } = counter;
  return JSON.stringify([head, tail, style === 'arabic', capital]);
}

/** The numbers of the references, where one way of reading them all has them rise. */
function ascending(refs: readonly string[]): Series | null {
  for (const style of ['arabic', 'roman', 'letter'] as const) {
    const counters = refs.map((ref) => countersOf(ref).find((counter) => counter.style === style));
    const [first] = counters;
    if (!first || counters.includes(undefined)) continue;
    // A lone "c" is no hundredth row.
    if (counters.length === 1 && countersOf(refs[0] ?? '')[0]?.style !== style) continue;
    const numbers = counters.map((counter) => counter?.n ?? 0);
    if (numbers.every((n, at) => at === 0 || n > (numbers[at - 1] ?? n))) return { counter: first, numbers };
  }
  return null;
}

const nameOf = (group: string, ref: string): string => JSON.stringify([group, ref]);

function timesHeld(rows: readonly Row[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { group, ref } of rows) {
    if (ref !== null) times.set(nameOf(group, ref), (times.get(nameOf(group, ref)) ?? 0) + 1);
  }
  return times;
}

/** How many rows each reference stands for, however it is spelt. */
function keysHeld(refs: readonly (string | null)[]): Map<string, number> {
  const times = new Map<string, number>();
  count(times, refs, 1);
  return times;
}

function count(times: Map<string, number>, refs: readonly (string | null)[], by: number): void {
  for (const ref of refs) {
    if (ref !== null) times.set(referenceKey(ref), (times.get(referenceKey(ref)) ?? 0) + by);
  }
}
