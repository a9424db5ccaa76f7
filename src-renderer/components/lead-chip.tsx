import type { PersonRow } from '#shared/contract/people.ts';
import type { Lead } from '#shared/contract/register.ts';
import { roleInWords } from '#shared/domain/spells.ts';
import { LeadCard } from './lead-card.tsx';
import { useHolders, usePeople } from './people.tsx';

/** What a chip says: the short form on it, the full name behind it, and whether it is a person. */
function chipOf(
  lead: Lead,
  person: PersonRow | undefined,
  holders: readonly string[],
): { short: string; full: string; round: boolean } {
  if (person?.kind === 'role' && holders.length > 0) {
    const held = roleInWords(lead.text || person.name, holders);
    return { short: held, full: held, round: false };
  }
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
function LeadChip({ lead, card }: { lead: Lead; card: boolean }) {
  const person = usePeople().get(lead.personId ?? '');
  const holders = useHolders();
  const { short, full, round } = chipOf(lead, person, person ? holders(person) : []);
  const look = round ? 'per' : 'org';
  const words =
    full === short ? (
      short
    ) : (
      <>
        <span aria-hidden="true">{short}</span>
        <span className="vh">{full}</span>
      </>
    );
  if (card && person) {
    return (
      <LeadCard person={person} look={look} label={full.includes(short) ? full : `${short}, ${full}`}>
        {short}
      </LeadCard>
    );
  }
  return (
    <span className={look} title={full === short ? undefined : full} data-person={person?.id}>
      {words}
    </span>
  );
}

/**
 * All leads of an action; "moves to …" in words under them. With `card` each chip is a button that opens a small card
 * of the lead: not inside links and cells, which are pressed as a whole.
 */
export function LeadChips(props: { leads: readonly Lead[]; notes?: boolean; card?: boolean }) {
  const { leads, notes = true, card = false } = props;
  const people = usePeople();
  const holders = useHolders();
  const chips = leads.map((lead) => {
    const person = people.get(lead.personId ?? '');
    return chipOf(lead, person, person ? holders(person) : []);
  });
  const names = chips.some((chip) => chip.full !== chip.short)
    ? chips.map((chip) => chip.full).join('; ')
    : undefined;
  return (
    <span className="chips" data-names={card ? undefined : names}>
      {leads.map((lead, index) => (
        // Leads have no identity of their own: the same initials may stand twice in a cell.
        // biome-ignore lint/suspicious/noArrayIndexKey: order is all that tells two alike apart
        <LeadChip key={`${lead.personId ?? lead.text} ${index}`} lead={lead} card={card} />
      ))}
      {notes && leads.some((lead) => lead.note) ? (
        <span className="lead-note">{leads.flatMap((lead) => lead.note ?? []).join('; ')}</span>
      ) : null}
    </span>
  );
}
