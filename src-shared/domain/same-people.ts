import { isInitials, isPersonName, isRole } from './lead-kind.ts';
import { initialsOf, sameLead } from './leads.ts';

/** Why names look like one person's. */
export type SameReason = 'spelling' | 'turned' | 'initial' | 'initials' | 'title';

export type SamePerson = {
  /** The fullest form, by which the person would be known. */
  readonly name: string;
  /** The other forms, each with the reason it looks like the same person. */
  readonly forms: ReadonlyArray<{ readonly name: string; readonly reason: SameReason }>;
};

type Parts = {
  readonly given: string;
  readonly middle: readonly string[];
  readonly surname: string;
  readonly turned: boolean;
};

const titles = /^(?:mr|mrs|ms|miss|dr|prof(?:essor)?|cllr|councillor|rev|sir|dame)\.?\s+/i;
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2018\u2019'.]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase();

function partsOf(name: string): Parts | null {
  const bare = name.replace(titles, '').trim();
  if (isInitials(bare) || isRole(bare) || !isPersonName(bare)) return null;
  const turned = /^([^,]+),\s*(.+)$/.exec(bare);
  const words = (turned ? `${turned[2]} ${turned[1]}` : bare).replace(/\.(?=\p{L})/gu, '. ').split(/\s+/);
  const last = words.at(-1) ?? '';
  // "Ash J": a surname with its initial after it
  const after = words.length === 2 && /^\p{Lu}\.?$/u.test(last);
  const ordered = after ? [last, words[0] ?? ''] : words;
  if (ordered.length < 2) return null;
  // particles belong to the surname: "van der Berg"
  let from = ordered.length - 1;
  while (
    from > 1 &&
    /^(?:van|von|de|der|la|le|du|al|bin|ap|o|\u00f3|n\u00ed|mac|mc)$/i.test(ordered[from - 1] ?? '')
  )
    from -= 1;
  return {
    given: plain(ordered[0] ?? ''),
    middle: ordered.slice(1, from).map(plain),
    surname: plain(ordered.slice(from).join(' ')),
    turned: turned !== null || after,
  };
}

/** Whether one form can be the other cut short, and by what; null where they are different people. */
function reasonFor(full: Parts, other: Parts): SameReason | null {
  if (full.surname !== other.surname) return null;
  if (!middlesAgree(full.middle, other.middle)) return null;
  if (full.given === other.given) return other.turned || full.turned ? 'turned' : 'spelling';
  const [a, b] = [full.given, other.given];
  return (a.length === 1 || b.length === 1) && a[0] === b[0] ? 'initial' : null;
}

function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.length === b.length && a.every((word, index) => word[0] === b[index]?.[0]);
}

/** The length of what a form says: "Jane Ash" says more than "J. Ash", "JA" least. */
const fullness = (name: string): number =>
  name.replace(titles, '').replace(/[^\p{L}]/gu, '').length - (name.includes(',') ? 1 : 0);

/**
 * Forms of a name that look like one person's: "KeW" and "KEW", "Jane Ash", "J. Ash" and "Ash, Jane", and "JA" where
 * nobody else has these initials. A proposal for the officer, never a merge: an initial or initials that could be two
 * people's are left alone. Roles, teams and organisations are passed over. In the order in which the names came.
 */
export function samePeople(names: Iterable<string>): SamePerson[] {
  const forms = [...new Set([...names].map((name) => name.trim()).filter((name) => name !== ''))];
  const people = forms.map((name) => ({ name, parts: partsOf(name) })).filter((one) => one.parts !== null);
  const initials = forms.filter((name) => isInitials(name.replace(titles, '')));
  const groups: { name: string; members: Map<string, SameReason> }[] = [];
  const groupOf = (name: string) => groups.find((group) => group.name === name || group.members.has(name));
  const join = (full: string, other: string, reason: SameReason): void => {
    const known = groupOf(full);
    if (known) known.members.set(other, reason);
    else groups.push({ name: full, members: new Map([[other, reason]]) });
  };

  const byFullness = [...people].sort((a, b) => fullness(b.name) - fullness(a.name));
  const bySurname = new Map<string, typeof byFullness>();
  for (const one of byFullness) {
    const surname = one.parts?.surname ?? '';
    const known = bySurname.get(surname);
    if (known) known.push(one);
    else bySurname.set(surname, [one]);
  }
  for (const family of bySurname.values()) {
    const taken = new Set<string>();
    for (const [at, other] of family.entries()) {
      if (at === 0) continue;
      const fuller = family
        .slice(0, at)
        .filter(({ name }) => !taken.has(name))
        .map((one) => ({
          one,
          reason: one.parts && other.parts ? reasonFor(one.parts, other.parts) : null,
        }))
        .filter(({ reason }) => reason !== null);
      const [first, second] = fuller;
      // an initial that fits two people says nothing
      if (!first?.reason || second) continue;
      join(first.one.name, other.name, reasonNamed(first.one.name, other.name, first.reason));
      taken.add(other.name);
    }
  }
  joinInitials(
    initials,
    people.map(({ name }) => name),
    groupOf,
    join,
  );
  const order = new Map(forms.map((name, index) => [name, index]));
  return groups
    .map((group) => ({
      name: group.name,
      forms: [...group.members]
        .map(([name, reason]) => ({ name, reason }))
        .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)),
    }))
    .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}

function reasonNamed(full: string, other: string, reason: SameReason): SameReason {
  if (sameLead(full, other)) return 'spelling';
  return reason === 'spelling' && titles.test(full) !== titles.test(other) ? 'title' : reason;
}

/** Initials in two spellings, and initials that only one of the people has. */
function joinInitials(
  initials: readonly string[],
  people: readonly string[],
  groupOf: (name: string) => { name: string; members: Map<string, SameReason> } | undefined,
  join: (full: string, other: string, reason: SameReason) => void,
): void {
  const owners = new Map<string, Set<string>>();
  for (const name of people) {
    const short = initialsOf(nameInOrder(name));
    const owner = groupOf(name)?.name ?? name;
    owners.set(short, (owners.get(short) ?? new Set()).add(owner));
  }
  const spellings = new Map<string, string>();
  for (const form of initials) {
    const key = plain(form).replace(/ /g, '').toUpperCase();
    const whose = [...(owners.get(key) ?? [])];
    const first = spellings.get(key);
    if (whose.length === 1 && whose[0] !== undefined) join(whose[0], form, 'initials');
    else if (first !== undefined) join(first, form, 'spelling');
    if (first === undefined) spellings.set(key, form);
  }
}

function nameInOrder(name: string): string {
  const turned = /^([^,]+),\s*(.+)$/.exec(name);
  return turned ? `${turned[2]} ${turned[1]}` : name;
}
