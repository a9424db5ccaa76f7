import type { Person } from '../contract/register.ts';
import {
  areaShortForms,
  fieldWords,
  knownBodies,
  organisationNouns,
  roleNouns,
  roleShortForms,
  surePosts,
  teamNouns,
} from './lead-words.ts';

export type LeadKind = Person['kind'];

/** Words of a lead in lower case, without full stops and brackets. */
export function leadWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[().,:;?!"]/g, ' ')
    .split(/[\s/]+/)
    .map((word) => word.replace(/^[-'&]+|[-'&]+$/g, ''))
    .filter((word) => word !== '');
}

const singular = (word: string): string => word.replace(/'s$/, '').replace(/s$/, '');
const among = (set: ReadonlySet<string>, word: string): boolean => set.has(word) || set.has(singular(word));

/** "TP", "JuW", "HOC", "J.W.": capitals that stand for a person. */
export function isInitials(text: string): boolean {
  const plain = text
    .trim()
    .replace(/[.\s](?=[A-Za-z]\b)|\.$/g, '')
    .replace(/\./g, '');
  if (!/^[A-Z][a-z]?[A-Z]?[a-z]?[A-Z]$|^[A-Z]{2,3}$/.test(plain)) return false;
  return plain.length <= 4 && !knownBodies.has(plain.toLowerCase());
}

/** A post by its short form: "SM", and with its area "SM, Early Years", "SM P & L". */
export function isRoleShortForm(text: string): boolean {
  return roleShortForms.has(text.trim().toLowerCase().replace(/\./g, ''));
}

export function isAreaShortForm(text: string): boolean {
  const plain = text.trim().toLowerCase().replace(/\./g, '');
  return areaShortForms.has(plain) || /\s&\s/.test(` ${plain} `);
}

/** Does the text end as a role does ("Service Manager", "Head of Early Years")? */
export function isRole(text: string): boolean {
  const words = leadWords(text);
  const last = words.at(-1) ?? '';
  if (words.length === 0) return false;
  if (
    /\b(?:head|director|chair|lead|manager|leader|officer|member|secretary|holder)\s+(?:of|for)\b|\b(?:assistant|deputy|associate|executive|service|team|operations)\s+(?:director|manager|head|leader)\b|\bbusiness\s+partners?\b/i.test(
      text,
    )
  )
    return true;
  if (among(roleNouns, last))
    return words.length > 1 || last.length > 4 || last === 'head' || last === 'lead';
  // "Service Manager, Early Years"
  const first = text.split(/,| - | \u2013 /)[0] ?? '';
  return (
    first !== text && among(roleNouns, leadWords(first).at(-1) ?? '') && isArea(text.slice(first.length + 1))
  );
}

/** Words of an area of work, such as follow a post: "Early Years", "School leadership and standards". */
export function isArea(text: string): boolean {
  const words = leadWords(text);
  if (words.length === 0 || among(roleNouns, words.at(-1) ?? '')) return false;
  if (isAreaShortForm(text)) return true;
  if (isTeam(text) && among(teamNouns, words.at(-1) ?? '') && /team|group|board|panel|forum/i.test(text))
    return false;
  return words.some((word) => among(fieldWords, word)) || /^[a-z]/.test(text.trim());
}

function isTeam(text: string): boolean {
  const words = leadWords(text);
  return (
    among(teamNouns, words.at(-1) ?? '') ||
    /^(?:all|each|every|everyone)\b/i.test(text.trim()) ||
    words.some((word) => word === 'team' || word === 'teams' || word === 'staff')
  );
}

function isOrganisation(text: string): boolean {
  const words = leadWords(text);
  const plain = text.trim();
  return (
    words.some((word) => among(organisationNouns, word)) ||
    knownBodies.has(plain.toLowerCase()) ||
    /^[A-Z][A-Z&]{3,}s?$/.test(plain)
  );
}

const title = /^(?:mr|mrs|ms|miss|dr|prof(?:essor)?|cllr|councillor|rev|sir|dame|lady|lord)\.?\s+\S/i;

/** "Jennie Lander", "O'Brien", "Cllr Yeo", "J Whitlock", "Tamsin Roe-Hart": written as a name is. */
export function isPersonName(text: string): boolean {
  const plain = text.trim();
  if (title.test(plain)) return true;
  const turned = /^([^,]+),\s*(\p{Lu}[\p{L}.'\u2019-]*)$/u.exec(plain);
  if (turned) return isPersonName(`${turned[2]} ${turned[1]}`);
  const words = plain.split(/\s+/);
  if (words.length > 4 || !/^[\p{L}.'\u2019\- ]+$/u.test(plain)) return false;
  const lower = leadWords(plain);
  if (
    lower.some((word) => among(fieldWords, word) || among(teamNouns, word) || among(organisationNouns, word))
  )
    return false;
  if (words.length > 1 && lower.some((word) => among(roleNouns, word))) return false;
  if (words.length === 1 && (among(roleNouns, lower[0] ?? '') || /^[A-Z]+s?$/.test(plain))) return false;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}.'\u2019-]*|van|von|de|der|la|le|du|al|bin|ap|y)$/u.test(word),
  );
}

/**
 * What sort of lead the words name: a person (a name or initials), a role, a team within, or an organisation.
 * A guess for the officer to correct.
 */
export function leadKind(text: string): LeadKind {
  const plain = text.trim();
  if (title.test(plain) || /^\S+@\S+\.\S+$/.test(plain)) return 'person';
  if (surePosts.has(plain.toLowerCase())) return 'role';
  if (/^(?:all|each|every|everyone)\b/i.test(plain)) return 'team';
  if (isRole(plain) || /^(?:tb[acd]|to be \w+|vacan(?:t|cy)(?: post)?)\b/i.test(plain)) return 'role';
  const [first = '', ...after] = plain.split(/[\s,]+/);
  if (isRoleShortForm(first) && after.length > 0) return 'role';
  if (isInitials(plain)) return 'person';
  if (isTeam(plain)) return 'team';
  if (isOrganisation(plain)) return 'organisation';
  if (isPersonName(plain)) return 'person';
  const words = leadWords(plain);
  return words.some((word) => among(fieldWords, word)) ? 'team' : 'organisation';
}
