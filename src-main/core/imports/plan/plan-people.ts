import type { ReadDb } from '#db/handles.ts';
import { knownPeople, lastPersonPosition } from '#db/queries/people-list.ts';
import type { Lead } from '#shared/contract/register.ts';
import { isInitials, leadKind } from '#shared/domain/lead-kind.ts';
import { peopleIndex } from '../../people/people-index.ts';
import type { DraftLead } from '../recognise/types.ts';
import type { ImportPlan } from './plan-types.ts';
import type { SourceColumns } from './provenance.ts';

const step = 1_024;

/** The people of one file. */
export type PlannedPeople = {
  /** Whom leads name; those not yet known become rows of the plan. */
  settle(leads: readonly DraftLead[], source: SourceColumns): Lead[];
  /** The one person of this name; null where there is none, or more than one. Adds nobody. */
  find(name: string): string | null;
  /** Whom initials mean throughout this file: somebody listed in its minutes. One not yet known becomes a row. */
  introduce(o: { name: string; initials: string; role: string | null }, source: SourceColumns): void;
};

/**
 * Finds whom a file's leads name, as typing them in would. Words that fit two people keep their words and have no
 * person. `apart` holds names whose spellings are different people, `alike` the fullest form of one person's name.
 */
export function planPeople(
  db: ReadDb,
  plan: ImportPlan,
  o: { newId: () => string; apart: ReadonlySet<string>; alike: ReadonlyMap<string, string> },
): PlannedPeople {
  const index = peopleIndex(knownPeople(db), o.apart);
  // Those whom another file of this import brings are known by now.
  for (const { id, kind, name, initials, role } of plan.rows.people)
    index.remember({ id, kind, name, initials: initials ?? null, role: role ?? null });
  let position = Math.max(lastPersonPosition(db), ...plan.rows.people.map((row) => row.position));
  const settled = new Map<string, string | null>();

  function personOf(lead: DraftLead, source: SourceColumns): string | null {
    const said = lead.text.trim();
    const name = o.alike.get(said) ?? said;
    if (name === '') return null;
    const known = settled.get(name);
    if (known !== undefined) return known;
    const found = index.lookUp(name);
    const [first] = found ?? [];
    const id = found && found.size > 1 ? null : (first ?? add(name, lead.role, source));
    settled.set(name, id);
    return id;
  }

  function add(
    name: string,
    role: string | null,
    source: SourceColumns,
    initials: string | null = isInitials(name) ? name : null,
  ): string {
    const person = {
      id: o.newId(),
      kind: leadKind(name),
      name,
      initials,
      role,
    };
    position += step;
    plan.rows.people.push({ ...person, position, email: null, ...source });
    plan.added.people = (plan.added.people ?? 0) + 1;
    index.remember(person);
    return person.id;
  }

  const find = (name: string): string | null => {
    const [only, ...others] = index.lookUp(name) ?? [];
    return only !== undefined && others.length === 0 ? only : null;
  };
  return {
    settle: (leads, source) => leads.map((lead) => ({ ...lead, personId: personOf(lead, source) })),
    find,
    introduce({ name, initials, role }, source) {
      const found = index.lookUp(name);
      if (found && found.size > 1) return;
      settled.set(initials, find(name) ?? add(name, role, source, initials));
    },
  };
}
