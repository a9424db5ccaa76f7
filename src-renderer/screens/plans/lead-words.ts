import type { Person } from '#shared/contract/register.ts';

/** The name being typed: what follows the last break between leads. */
function lastName(typed: string): { before: string; name: string } {
  const found = /^([\s\S]*(?:[\n,;/&]|\band\b)\s*)?([^\n,;/&]*)$/i.exec(typed);
  return { before: found?.[1] ?? '', name: found?.[2] ?? typed };
}

function fits(person: Person, name: string): boolean {
  const looked = name.toLocaleLowerCase('en-GB');
  const whole = person.name.toLocaleLowerCase('en-GB');
  return (
    whole.startsWith(looked) ||
    whole.split(/\s+/).some((word) => word.startsWith(looked)) ||
    person.initials?.toLocaleLowerCase('en-GB').startsWith(looked) === true
  );
}

const most = 8;
const leastTyped = 2;

/** The rest of the one name that the typed letters begin; null where none or several do. */
export function completeLead(typed: string, people: readonly Person[]): string | null {
  const { name } = lastName(typed);
  if (name.length < leastTyped) return null;
  const looked = name.toLocaleLowerCase('en-GB');
  // Initials are whole as they stand: "JW" must not grow into a name that happens to begin so.
  if (people.some((person) => person.initials?.toLocaleLowerCase('en-GB') === looked)) return null;
  const found = people.filter((person) => person.name.toLocaleLowerCase('en-GB').startsWith(looked));
  const [only] = found;
  return found.length === 1 && only && only.name.length > name.length ? only.name.slice(name.length) : null;
}

/** Whom the typed letters may mean, each as the whole cell would read with that name. */
export function leadChoices(typed: string, people: readonly Person[]): { words: string; note: string }[] {
  const { before, name } = lastName(typed);
  const found = name.trim() === '' ? people : people.filter((person) => fits(person, name.trim()));
  return found.slice(0, most).map((person) => ({
    words: `${before}${person.name}`,
    note: [person.initials, person.role].filter(Boolean).join(', '),
  }));
}
