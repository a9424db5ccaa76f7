import type { Audience } from '../contract/circulation-records.ts';
import type { Lead, SnapshotContent } from '../contract/register.ts';
import { isPersonName, leadKind } from './lead-kind.ts';
import { anOfficer, type Hider, type KnownName, nameHider } from './personal-names.ts';
import { type LeftOutOfMinutes, publicContent } from './public-content.ts';
import { holdersOn } from './spells.ts';
import { capital } from './words.ts';

/**
 * What those who get a report may see of the register, applied once to its content, before anything is composed: no
 * report and no format can then tell what was left out. Small numbers go out beside this (`published`).
 */

/** Everything but small numbers. */
export const seesAll: Audience = { notes: true, names: true, confidential: true };

/** Who stands for whom, the same in all contents that one report tells of. */
export type Naming = {
  readonly hide: Hider;
  /** By person: their role, organisation, or "an officer". */
  readonly instead: ReadonlyMap<string, string>;
};

/** How much was left out of a content. */
export type AudienceCounts = {
  comments: number;
  acceptances: number;
  people: number;
  /** Texts in which a name stood. */
  places: number;
};

export type ForAudience<T extends SnapshotContent> = {
  readonly content: T;
  readonly minutes: LeftOutOfMinutes | null;
  readonly counts: AudienceCounts;
};

/** The names in these contents and what stands for each. Of several contents the first says who holds what now. */
export function namingOf(contents: readonly SnapshotContent[], day: string): Naming {
  const instead = new Map<string, string>();
  const names: KnownName[] = [];
  const others = new Set<string>();
  for (const content of contents) {
    for (const { id, kind, name } of content.people) {
      if (kind !== 'person') others.add(name.trim().toLocaleLowerCase('en-GB'));
      else if (!instead.has(id)) instead.set(id, standsFor(content, id, day));
    }
  }
  const add = (text: string | null | undefined, words: string) => {
    if (text && text.trim() !== '') names.push({ text: text.trim(), instead: words });
  };
  const isOther = (text: string) => others.has(text.trim().toLocaleLowerCase('en-GB'));
  for (const content of contents) {
    for (const { id, name, email } of content.people) {
      const words = instead.get(id);
      if (words === undefined) continue;
      add(name, words);
      add(email, 'an address');
    }
    for (const { personId, text } of content.aliases ?? []) {
      const words = instead.get(personId);
      if (words !== undefined) add(text, words);
    }
    // Names that stand in minutes and beside updates alone.
    const known = new Set(names.map(({ text }) => text));
    for (const { name, role, personId, substituteFor } of content.attendance) {
      if (!known.has(name) && isPersonName(name) && !isOther(name))
        add(name, instead.get(personId ?? '') ?? role ?? 'a member');
      if (substituteFor && isPersonName(substituteFor) && !isOther(substituteFor))
        add(substituteFor, 'a member');
    }
    for (const { name, role, personId } of content.bodies.flatMap(({ members }) => members))
      if (isPersonName(name) && !isOther(name)) add(name, instead.get(personId ?? '') ?? role ?? 'a member');
    for (const { chair, clerk } of content.meetings) {
      if (chair && !known.has(chair) && isPersonName(chair) && !isOther(chair)) add(chair, 'the chair');
      if (clerk && !known.has(clerk) && isPersonName(clerk) && !isOther(clerk)) add(clerk, 'the clerk');
    }
  }
  // The first who is known by a text says what stands for it: the person of the register before a guest of a meeting.
  const own = new Set<string>();
  const people = names.filter(({ text, instead: words }) => {
    const key = text.toLocaleLowerCase('en-GB');
    const isGuest = words === 'a member' || words === 'the chair' || words === 'the clerk';
    if (isGuest && own.has(key)) return false;
    own.add(key);
    return true;
  });
  const raw = nameHider(people);
  // A role may be written with the name of who holds it.
  const clean = new Map([...instead].map(([id, words]) => [id, raw(words)]));
  return { hide: nameHider(people.map((one) => ({ ...one, instead: raw(one.instead) }))), instead: clean };
}

function standsFor({ people, spells = [] }: SnapshotContent, personId: string, day: string): string {
  const own = people.find(({ id }) => id === personId)?.role?.trim();
  if (own) return own;
  const held = people.filter(
    ({ id, kind }) =>
      kind !== 'person' &&
      holdersOn(
        spells.filter(({ ofId }) => ofId === id),
        day,
      ).includes(personId),
  );
  const rank = { role: 0, organisation: 1, team: 2, person: 3 };
  return held.toSorted((a, b) => rank[a.kind] - rank[b.kind])[0]?.name ?? anOfficer;
}

/** The content as those may read it who see only so much. */
export function forAudience<T extends SnapshotContent>(
  whole: T,
  sees: Audience,
  naming: Naming | null,
): ForAudience<T> {
  const counts: AudienceCounts = { comments: 0, acceptances: 0, people: 0, places: 0 };
  const open = sees.confidential ? null : publicContent(whole);
  let content = (open?.content ?? whole) as T;
  if (!sees.notes) content = withoutNotes(content, counts);
  if (!sees.names && naming) content = withoutNames(content, naming, counts);
  return { content, minutes: open?.leftOut ?? null, counts };
}

const isNote = /\b(?:comments?|notes?|remarks?|internal)\b/i;

function withoutNotes<T extends SnapshotContent>(content: T, counts: AudienceCounts): T {
  const spare = <R extends { details: { label: string; text: string }[] }>(row: R): R => {
    const details = row.details.filter(({ label }) => !isNote.test(label));
    counts.comments += row.details.length - details.length;
    return details.length === row.details.length ? row : { ...row, details };
  };
  counts.acceptances += content.acceptances?.length ?? 0;
  const { acceptances: _, ...rest } = content;
  return {
    ...rest,
    sections: content.sections.map(spare),
    kpis: content.kpis.map(spare),
    actions: content.actions.map((action) => {
      if (action.comment) counts.comments += 1;
      return { ...spare(action), comment: null };
    }),
  } as unknown as T;
}

function withoutNames<T extends SnapshotContent>(
  content: T,
  { hide, instead }: Naming,
  counts: AudienceCounts,
): T {
  counts.people = content.people.filter(({ kind }) => kind === 'person').length;
  const told = (before: string, after: string): string => {
    if (before !== after) counts.places += 1;
    return after;
  };
  const others = new Set(
    content.people.flatMap(({ kind, name }) =>
      kind === 'person' ? [] : [name.trim().toLocaleLowerCase('en-GB')],
    ),
  );
  /** The words of a field that names somebody: known by id, or a person by the look of it. */
  const somebody = (text: string, personId: string | null, fallback: string): string => {
    const known = personId === null ? undefined : instead.get(personId);
    if (known !== undefined) return told(text, capital(known));
    const hidden = hide(text);
    if (hidden !== text) return told(text, hidden);
    const isOther = others.has(text.trim().toLocaleLowerCase('en-GB'));
    return !isOther && leadKind(text) === 'person' ? told(text, capital(fallback)) : text;
  };
  const by = (text: string): string => somebody(text, null, anOfficer);
  const lead = (one: Lead): Lead => {
    const text = somebody(one.text, one.personId, one.role ?? anOfficer);
    return text === one.text ? one : { ...one, text, role: null };
  };
  const officer = <O extends { text: string; personId: string | null }>(one: O): O => ({
    ...one,
    text: somebody(one.text, one.personId, anOfficer),
  });
  const walk = (held: unknown, key: string): unknown => {
    // A picture holds no words; what stands beside it is told as it goes out.
    if (key === 'look') return held;
    if (typeof held === 'string') {
      if (key === 'by' || key === 'enteredBy') return by(held);
      if (key === 'chair') return somebody(held, null, 'the chair');
      if (key === 'clerk') return somebody(held, null, 'the clerk');
      if (key === 'substituteFor') return somebody(held, null, 'a member');
      return told(held, hide(held));
    }
    if (Array.isArray(held)) {
      if (key === 'leads' || key === 'owners') return (held as Lead[]).map((one) => walk(lead(one), ''));
      return held.map((one) => walk(one, ''));
    }
    if (held === null || typeof held !== 'object') return held;
    const row = (
      key === 'officer' ? officer(held as { text: string; personId: string | null }) : held
    ) as object;
    return Object.fromEntries(Object.entries(row).map(([name, one]) => [name, walk(one, name)]));
  };
  const { people, aliases, ...rest } = content;
  const kept = aliases?.filter(({ personId }) => !instead.has(personId));
  return {
    ...(walk(
      {
        ...rest,
        attendance: content.attendance.map(({ role, ...row }) => {
          const name = somebody(row.name, row.personId, role ?? 'a member');
          return { ...row, name, ...(role && capital(role) !== name && { role }) };
        }),
        bodies: content.bodies.map((body) => ({
          ...body,
          members: body.members.map((row) => {
            const name = somebody(row.name, row.personId, row.role ?? 'a member');
            return { ...row, name, role: row.role && capital(row.role) === name ? null : row.role };
          }),
        })),
      },
      '',
    ) as T),
    ...(kept?.length ? { aliases: kept } : {}),
    people: people.map((person) =>
      person.kind === 'person'
        ? {
            ...person,
            name: capital(instead.get(person.id) ?? anOfficer),
            initials: null,
            role: null,
            email: null,
          }
        : { ...person, name: hide(person.name), role: person.role && hide(person.role) },
    ),
  };
}
