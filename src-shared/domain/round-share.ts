import type { Lead, Person } from '../contract/register.ts';
import { holdersOn } from './spells.ts';

/** Who is asked about what: from the leads that plans and KPIs name to the people who get a form. */

export type Askable = Pick<Person, 'id' | 'kind' | 'name' | 'email' | 'retiredOn'> & {
  /** Who holds this role, or belongs to this team or organisation, and when. */
  readonly holders: readonly {
    readonly personId: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
};

/**
 * The people whom a lead means on a day: a person themselves; a role those who hold it, and the role itself where nobody
 * is known to; a team or organisation itself, for it has one form among it. Nobody for words that name no one known, and
 * for who has left.
 */
export function askedFor(
  lead: Pick<Lead, 'personId'>,
  people: ReadonlyMap<string, Askable>,
  day: string,
): string[] {
  const named = lead.personId === null ? undefined : people.get(lead.personId);
  if (!named) return [];
  if (named.kind !== 'role') return isHere(named, day) ? [named.id] : [];
  const holders = holdersOn(named.holders, day).filter((id) => {
    const holder = people.get(id);
    return holder !== undefined && isHere(holder, day);
  });
  if (holders.length > 0) return holders;
  return isHere(named, day) ? [named.id] : [];
}

const isHere = ({ retiredOn }: Askable, day: string) => retiredOn === undefined || retiredOn > day;

/**
 * To whom a form is sent: the lead's own address; for a team or role without one, its members'. Empty where none has
 * one.
 */
export function addressesOf(person: Askable, people: ReadonlyMap<string, Askable>, day: string): string[] {
  const own = person.email?.trim();
  if (own) return [own];
  if (person.kind === 'person') return [];
  return holdersOn(person.holders, day).flatMap((id) => people.get(id)?.email?.trim() || []);
}

type Led = { readonly leads: readonly Pick<Lead, 'personId'>[] };

/** What is each person's, in the order given; what has several leads stands with each, what has none with nobody. */
export function shareOut<T extends Led>(
  things: readonly T[],
  people: ReadonlyMap<string, Askable>,
  day: string,
): { byPerson: Map<string, T[]>; unasked: T[] } {
  const byPerson = new Map<string, T[]>();
  const unasked: T[] = [];
  for (const thing of things) {
    const asked = new Set(thing.leads.flatMap((lead) => askedFor(lead, people, day)));
    for (const id of asked) {
      const own = byPerson.get(id);
      if (own) own.push(thing);
      else byPerson.set(id, [thing]);
    }
    if (asked.size === 0) unasked.push(thing);
  }
  return { byPerson, unasked };
}
