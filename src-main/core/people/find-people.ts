import type { WriteDb } from '#db/handles.ts';
import { type KnownPerson, knownPeople, lastPersonPosition } from '#db/queries/people-list.ts';
import { insertRow } from '#db/rows.ts';
import { people } from '#db/schema/index.ts';
import type { Lead } from '#shared/contract/register.ts';
import { isInitials, leadKind } from '#shared/domain/lead-kind.ts';
import { peopleIndex } from './people-index.ts';

/** Where a new person was read, for provenance; all null for what was typed in. */
export type PersonSource = {
  sourceFileId: string | null;
  sourceWhere: string | null;
  sourceCells: Record<string, string> | null;
};

export type PeopleFinder = {
  /** The same leads, each with its person, role, team or organisation; one not yet known is added to the register. */
  settle(leads: readonly Lead[], source?: PersonSource): Lead[];
  /** The one person whom these words name; null where there is none, or more than one. Adds nobody. */
  find(text: string): string | null;
  /** How many were added so far. */
  added(): number;
};

const step = 1_024;

/**
 * Finds the people that leads name, by name, initials or role. Everyone is read once, so use one finder for one
 * act. Words that fit two people are left to the officer: the lead keeps its words and has no person.
 */
export function peopleFinder(tx: WriteDb, newId: () => string): PeopleFinder {
  const index = peopleIndex(knownPeople(tx));
  let position = lastPersonPosition(tx);
  let added = 0;

  function add(name: string, role: string | null, source?: PersonSource): string {
    const person: KnownPerson = {
      id: newId(),
      kind: leadKind(name),
      name,
      initials: isInitials(name) ? name : null,
      role,
    };
    position += step;
    added += 1;
    insertRow(tx, people, { ...person, position, email: null, ...source });
    index.remember(person);
    return person.id;
  }

  function settleOne(lead: Lead, source?: PersonSource): Lead {
    if (lead.personId !== null || lead.text.trim() === '') return lead;
    const name = lead.text.trim();
    const found = index.lookUp(name);
    if (found && found.size > 1) return lead;
    const [known] = found ?? [];
    return { ...lead, personId: known ?? add(name, lead.role, source) };
  }

  return {
    settle: (leads, source) => leads.map((lead) => settleOne(lead, source)),
    find(text) {
      const [only, ...others] = index.lookUp(text) ?? [];
      return only !== undefined && others.length === 0 ? only : null;
    },
    added: () => added,
  };
}
