import type { ReadDb } from '#db/handles.ts';
import { knownPeople, lastPersonPosition } from '#db/queries/people-list.ts';
import type { Lead } from '#shared/contract/register.ts';
import { isInitials, leadKind } from '#shared/domain/lead-kind.ts';
import { peopleIndex } from '../../people/people-index.ts';
import type { DraftLead } from '../recognise/types.ts';
import type { ImportPlan } from './plan-types.ts';
import type { SourceColumns } from './provenance.ts';

const step = 1_024;

/**
 * Finds whom a file's leads name, as typing them in would; those not yet known become rows of the plan. Words that
 * fit two people keep their words and have no person. `apart` holds names whose spellings are different people.
 */
export function planPeople(
  db: ReadDb,
  plan: ImportPlan,
  o: { newId: () => string; apart: ReadonlySet<string> },
): (leads: readonly DraftLead[], source: SourceColumns) => Lead[] {
  const index = peopleIndex(knownPeople(db), o.apart);
  let position = lastPersonPosition(db);
  const settled = new Map<string, string | null>();

  function personOf(lead: DraftLead, source: SourceColumns): string | null {
    const name = lead.text.trim();
    if (name === '') return null;
    const known = settled.get(name);
    if (known !== undefined) return known;
    const found = index.lookUp(name);
    const [first] = found ?? [];
    const id = found && found.size > 1 ? null : (first ?? add(name, lead.role, source));
    settled.set(name, id);
    return id;
  }

  function add(name: string, role: string | null, source: SourceColumns): string {
    const person = {
      id: o.newId(),
      kind: leadKind(name),
      name,
      initials: isInitials(name) ? name : null,
      role,
    };
    position += step;
    plan.rows.people.push({ ...person, position, email: null, ...source });
    plan.added.people = (plan.added.people ?? 0) + 1;
    index.remember(person);
    return person.id;
  }

  return (leads, source) => leads.map((lead) => ({ ...lead, personId: personOf(lead, source) }));
}
