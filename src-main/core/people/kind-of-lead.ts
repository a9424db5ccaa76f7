import type { Person } from '#shared/contract/register.ts';

const organisations =
  /\b(council|authority|trust|pct|nhs|college|university|charity|agency|jobcentre|police|partnerships?|association|federation|company|ltd|school|nursery|academy|hospital|libraries)\b/i;
const teams =
  /\b(teams?|services?|group|board|forum|unit|department|directorate|network|committee|panel|cluster|division|section|cent(?:re|er)s?|staff|settings|providers|leads|partners|all)\b/i;
const roles =
  /\b(manager|officer|head|director|co-?ordinator|advis[eo]r|chair|worker|consultant|member|champion|lead|leader|teacher|practitioner|commissioner|visitor|assistant|administrator|secretary|treasurer|mentor|analyst)\b/i;

/**
 * What words that name a lead most likely name. Teams are looked for before roles, because "area leads group"
 * is a group; what is none of the others is a person, as initials and names are.
 */
export function kindOfLead(text: string): Person['kind'] {
  if (teams.test(text)) return 'team';
  if (organisations.test(text)) return 'organisation';
  return roles.test(text) ? 'role' : 'person';
}

/** Up to five letters that stand for a name: "JW", "JuT", "McK", "J.W.". */
export function areInitials(text: string): boolean {
  const bare = text.replace(/[.\s]/g, '');
  return /^\p{Lu}[\p{L}]{0,4}$/u.test(bare) && (bare.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** The initials a name gives: "Jean Whitlock" JW, "Mary-Anne O'Neill" MAO. Empty where it is one word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}
