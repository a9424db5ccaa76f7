import type { Lead, Person } from '#shared/contract/register.ts';
import { usePeople } from './people.tsx';

/** What a chip says: the short form on it, the full name behind it, and whether it is a person. */
function chipOf(lead: Lead, person: Person | undefined): { short: string; full: string; round: boolean } {
  if (person) {
    const round = person.kind === 'person';
    const short = round ? (person.initials ?? initialsOf(person.name)) : lead.text || person.name;
    const role = person.role ? `, ${person.role}` : '';
    return { short, full: `${person.name}${role}`, round };
  }
  const round =
    lead.role === null && /^\p{Lu}[\p{L}.]{0,3}$/u.test(lead.text.trim()) && lead.text.trim().length <= 4;
  return { short: lead.text, full: lead.text, round };
}

/** "Jean Whitlock" gives "JW"; one word gives its first two letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => word?.charAt(0) ?? '') : [name.slice(0, 2)];
  return letters.join('').toLocaleUpperCase('en-GB');
}

/** A person as a round chip with initials, a team, body or role as a square one in words. */
function LeadChip({ lead }: { lead: Lead }) {
  const person = usePeople().get(lead.personId ?? '');
  const { short, full, round } = chipOf(lead, person);
  return (
    <span className={round ? 'per' : 'org'} title={full === short ? undefined : full}>
      {full === short ? (
        short
      ) : (
        <>
          <span aria-hidden="true">{short}</span>
          <span className="vh">{full}</span>
        </>
      )}
    </span>
  );
}

/** All leads of an action; "moves to …" in words under them. */
export function LeadChips({ leads, notes = true }: { leads: readonly Lead[]; notes?: boolean }) {
  const people = usePeople();
  const chips = leads.map((lead) => chipOf(lead, people.get(lead.personId ?? '')));
  const names = chips.some((chip) => chip.full !== chip.short)
    ? chips.map((chip) => chip.full).join('; ')
    : undefined;
  return (
    <span className="chips" data-names={names}>
      {leads.map((lead, index) => (
        // Leads have no identity of their own: the same initials may stand twice in a cell.
        // biome-ignore lint/suspicious/noArrayIndexKey: order is all that tells two alike apart
        <LeadChip key={`${lead.personId ?? lead.text} ${index}`} lead={lead} />
      ))}
      {notes && leads.some((lead) => lead.note) ? (
        <span className="lead-note">{leads.flatMap((lead) => lead.note ?? []).join('; ')}</span>
      ) : null}
    </span>
  );
}
