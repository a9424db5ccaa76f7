import type { PairReason } from '../contract/people.ts';
import type { Person } from '../contract/register.ts';
import { isInitials } from './lead-kind.ts';
import { sameLead } from './leads.ts';
import { samePeople } from './same-people.ts';

type Named = Pick<Person, 'id' | 'kind' | 'name' | 'initials'>;
export type PeoplePair = { readonly keepId: string; readonly otherId: string; readonly reason: PairReason };

/** A pair by its two ids, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Who among those in the register look like one: by the spelling of their names, and by initials that somebody is
 * known to go by. Proposals for the officer. `apart` holds the keys of pairs that are two. In the order given.
 */
export function peoplePairs(people: readonly Named[], apart: ReadonlySet<string>): PeoplePair[] {
  const byName = Map.groupBy(people, (person) => person.name.trim());
  const found = new Map<string, PeoplePair>();
  const propose = (keep: Named | undefined, other: Named | undefined, reason: PairReason): void => {
    if (!keep || !other || keep.id === other.id) return;
    const key = pairKey(keep.id, other.id);
    if (!apart.has(key) && !found.has(key)) found.set(key, { keepId: keep.id, otherId: other.id, reason });
  };
  // the same words twice, and words that differ by spelling only: whatever their kind
  const spelt: Named[][] = [];
  const first = new Map<string, Named[]>();
  for (const person of people) {
    const key = plainKey(person.name);
    if (key === '') continue;
    const known = first.get(key);
    if (known) known.push(person);
    else {
      const group = [person];
      first.set(key, group);
      spelt.push(group);
    }
  }
  for (const [keep, ...others] of spelt)
    for (const other of others) {
      if (keep && sameLead(keep.name, other.name))
        propose(keep, other, keep.name.trim() === other.name.trim() ? 'same' : 'spelling');
    }
  for (const { name, forms } of samePeople(
    people.filter(({ kind }) => kind === 'person').map((one) => one.name),
  ))
    for (const form of forms) {
      for (const other of byName.get(form.name) ?? []) propose(byName.get(name)?.[0], other, form.reason);
    }
  // "JuW" beside somebody who is known to go by JuW
  const goingBy = Map.groupBy(
    people.filter(({ kind, initials, name }) => kind === 'person' && initials && !isInitials(name)),
    ({ initials }) => plainKey(initials ?? ''),
  );
  for (const other of people) {
    const owners = isInitials(other.name) ? (goingBy.get(plainKey(other.name)) ?? []) : [];
    if (owners.length === 1) propose(owners[0], other, 'initials');
  }
  return [...found.values()];
}

const plainKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Initials that more than one of those still in office go by, in capitals, with whom. */
export function sharedInitials(
  people: readonly (Named & { readonly retiredOn?: string | undefined })[],
): Map<string, string[]> {
  const groups = Map.groupBy(
    people.filter(({ kind, initials, retiredOn }) => kind === 'person' && initials && !retiredOn),
    ({ initials }) => plainKey(initials ?? '').toUpperCase(),
  );
  return new Map(
    [...groups]
      .filter(([, group]) => group.length > 1)
      .map(([key, group]) => [key, group.map(({ id }) => id)]),
  );
}
