import type { KnownPerson } from '#db/queries/people-list.ts';
import { initialsOf } from '#shared/domain/leads.ts';

/** People by the words that name them: by name, other spellings, initials and role, and by the initials their names would give. */
export type PeopleIndex = {
  /** Whom these words name: nobody, one, or several. */
  lookUp(text: string): ReadonlySet<string> | undefined;
  remember(person: KnownPerson): void;
};

/** `exact` holds keys (lower case) whose spellings tell people apart: the officer said so. */
export function peopleIndex(
  known: readonly KnownPerson[],
  exact: ReadonlySet<string> = new Set(),
): PeopleIndex {
  const certain = new Map<string, Set<string>>();
  const likely = new Map<string, Set<string>>();
  const keyOf = (text: string) => {
    const key = plainKey(text);
    return exact.has(key) ? text.trim() : key;
  };
  const put = (into: Map<string, Set<string>>, name: string | null, id: string) => {
    const key = name ? keyOf(name) : '';
    if (key) into.set(key, (into.get(key) ?? new Set()).add(id));
  };
  function remember(person: KnownPerson): void {
    put(certain, person.name, person.id);
    put(certain, person.initials, person.id);
    for (const alias of person.aliases ?? []) put(certain, alias, person.id);
    if (person.kind === 'role') put(certain, person.role, person.id);
    if (person.kind === 'person' && !person.initials) put(likely, initialsOf(person.name), person.id);
  }
  for (const person of known) remember(person);
  return {
    lookUp(text) {
      const key = keyOf(text);
      return certain.get(key) ?? likely.get(key);
    },
    remember,
  };
}

/** Case, full stops, "&" and white space do not tell people apart: "J. Whitlock" is "j whitlock". */
function plainKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
