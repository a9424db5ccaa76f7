import type { Lead } from '../contract/register.ts';
import {
  isArea,
  isAreaShortForm,
  isInitials,
  isPersonName,
  isRole,
  isRoleShortForm,
  leadKind,
  leadWords,
} from './lead-kind.ts';
import { givenNames, knownBodies, organisationNouns, remark, roleNouns, teamNouns } from './lead-words.ts';

export { type LeadKind, leadKind } from './lead-kind.ts';

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:/&+\u2022\u00b7*\-\u2013]+|[\s,;:/&+\-\u2013]+$/g, '')
    .trim();

/**
 * The leads in a cell, in order: "TP/GM JW" three, "Rosa & Martin" two, "SM, Early Years" one post with its area.
 * Words about a lead ("but will move to …", "… may be involved") become the note of the lead they follow.
 * No word is dropped; nobody is looked up (`personId` is null).
 */
export function readLeads(text: string): Lead[] {
  const leads: Lead[] = [];
  for (const line of text.split(/[\r\n;|\u2022]+/)) {
    for (const { words, part } of labelled(line)) {
      const before = leads.length;
      for (const item of words.split(enumerator)) readLine(item, leads);
      for (const one of leads.slice(before)) one.note = joinNotes(part, one.note);
    }
  }
  return leads;
}

/** "1. Jane Ash 2. Tom Hill", "a) JA b) TH" */
const enumerator = /(?:^|\s)(?:\d{1,2}[.)]|[a-h]\))\s+(?=\p{L})/u;
const label =
  /(?:^|\s|,)((?:overall\s+|joint\s+|project\s+)?(?:leads?(?:\s+(?:officers?|agency|partners?|persons?))?|support(?:ed\s+by|ing)?|sponsor|owner|responsible|accountable|delivery|contact))\s*(?::|\s[-\u2013]\s)\s*/gi;

/** "Lead: X Support: Y": the names and the part they are said to have. */
function labelled(line: string): { words: string; part: string | null }[] {
  const labels = [...line.matchAll(label)];
  if (labels.length === 0 || line.length > longestLine) return [{ words: line, part: null }];
  const found = [{ words: line.slice(0, labels[0]?.index), part: null as string | null }];
  labels.forEach((match, number) => {
    const from = match.index + match[0].length;
    const to = labels[number + 1]?.index ?? line.length;
    found.push({ words: line.slice(from, to), part: (match[1] ?? '').toLowerCase() });
  });
  return found.filter(({ words, part }) => part !== null || words.trim() !== '');
}

/** A longer line is prose that strayed into the column: it stays whole. */
const longestLine = 600;

function readLine(line: string, leads: Lead[]): void {
  const whole = tidy(line);
  if (whole === '' || /^(?:n\/?a|none|-+|\?+)$/i.test(whole)) return;
  if (whole.length > longestLine) {
    leads.push(lead(whole, null));
    return;
  }
  const { names, note } = withoutRemark(whole);
  const parts = splitNames(names);
  if (parts.length === 0) {
    // a remark on a line of its own belongs to the lead above
    const above = leads.at(-1);
    if (note === null) return;
    if (above) above.note = joinNotes(above.note, note);
    else leads.push(lead(note, null));
    return;
  }
  parts.forEach((part, index) => {
    leads.push(lead(part, index === parts.length - 1 ? note : null));
  });
}

const joinNotes = (a: string | null, b: string | null): string | null =>
  a !== null && b !== null ? `${a}; ${b}` : (a ?? b);

const nameAndRole = /^(.+?)\s*(?:,|:|\s[-\u2013\u2014])\s*(.+)$/;
const reach =
  /^(.{2,}?)[\s,:-]*(?:<\s*(\S+@\S+?)\s*>|\(?\s*((?:tel|ext|t|mob)?[.:\s]*\+?[\d][\d\s()]{6,}\d|ext\.?\s*\d{3,6})\s*\)?)$/i;

/** "Jane Ash – Head Teacher", "Head Teacher: Jane Ash", "Head Teacher (Jane Ash)": the name, and the role kept. */
function personWithRole(part: string): { name: string; role: string } | null {
  const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(part);
  const halves = bracket ?? nameAndRole.exec(part);
  const [a, b] = [halves?.[1]?.trim() ?? '', halves?.[2]?.trim() ?? ''];
  if (isNamed(a) && isOnePost(b)) return bracket ? null : { name: a, role: b };
  return isNamed(b) && isOnePost(a) && !/,/.test(part) ? { name: b, role: a } : null;
}

const isNamed = (text: string): boolean => text.includes(' ') && isPersonName(text) && !isRole(text);
/** One post, not several people in it. */
const isOnePost = (text: string): boolean =>
  !/\p{Ll}s$/u.test(leadWords(text).at(-1) ?? '') && (isRole(text) || isRoleShortForm(text));

function lead(words: string, said: string | null): Lead {
  const doubt = /^(.+?)\s*(\?+)$/.exec(words);
  const contact = reach.exec(doubt?.[1] ?? words);
  const part = contact?.[1] ?? doubt?.[1] ?? words;
  const note = joinNotes(joinNotes(contact?.[2] ?? contact?.[3] ?? null, doubt?.[2] ?? null), said);
  const known = personWithRole(part);
  if (known) return { text: known.name, personId: null, role: known.role, note };
  const bracket = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(part);
  const named = bracket?.[1] ?? part;
  const inside = bracket?.[2] ?? null;
  // "Hal Brandreth (Head of Childcare)": a role; "GM (interim)", "Trust (North)": words about the lead
  const role =
    inside !== null && leadKind(inside) === 'role' && !/^(?:joint\s+)?leads?$/i.test(inside) ? inside : null;
  return {
    text: named,
    personId: null,
    role: role ?? (leadKind(named) === 'role' ? named : null),
    note: role === null ? joinNotes(inside, note) : note,
  };
}

const sentence =
  /^(.{2,}?[^.\s][^.]?)\.\s+(\p{Lu}.*\b(?:may|will|to|is|are|can|should|has|have|might|would|also)\b.*)$/su;

/** Parts the names from what is said of them. */
function withoutRemark(text: string): { names: string; note: string | null } {
  const said = sentence.exec(text);
  if (said && !isInitials((said[1] ?? '').split(/\s+/).at(-1) ?? '')) {
    const inner = withoutRemark(tidy(said[1] ?? ''));
    return { names: inner.names, note: joinNotes(inner.note, tidyNote(said[2] ?? '')) };
  }
  const match = remark.exec(text);
  if (!match) return { names: text, note: null };
  const inBrackets = text[match.index] === '(' || /\([^)]*$/.test(text.slice(0, match.index + 1));
  if (inBrackets) return { names: text, note: null };
  const note = match[1] ?? '';
  return { names: tidy(text.slice(0, text.length - note.length)), note: tidyNote(note) };
}

const tidyNote = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trim();

const separators = /\s*(\/|&|\+|,|\band\b|\bwith\b|\s-\s|\s\u2013\s)\s*/gi;

/** "Children, Young People and Families": the name of one directorate, whatever signs are in it. */
const oneArea =
  /^(?:(?:children|adults?|families|young\s+people|health|education|learning|skills|community|communities|social\s+care|wellbeing|housing|culture|leisure|environment|place|economy|growth)(?:'s)?\s*(?:,|&|\band\b|\s)\s*)+(?:children|adults?|families|young\s+people|health|education|learning|skills|community|communities|social\s+care|wellbeing|housing|culture|leisure|environment|place|economy|growth|services?|directorate|department|team|board|partnership)+$/i;

/** Splits names at the signs between them, and takes back each split that would leave half a lead. */
function splitNames(text: string): string[] {
  if (oneArea.test(text)) return [text];
  const pieces: { text: string; sign: string }[] = [];
  let at = 0;
  let sign = '';
  for (const match of text.matchAll(separators)) {
    if (insideBrackets(text, match.index)) continue;
    pieces.push({ text: text.slice(at, match.index), sign });
    sign = match[0];
    at = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(at), sign });
  const parts: string[] = [];
  for (const piece of pieces) {
    const left = parts.at(-1);
    if (left !== undefined && !mayPart(left, piece.sign.trim().toLowerCase(), piece.text)) {
      parts[parts.length - 1] = `${left}${piece.sign}${piece.text}`;
    } else parts.push(piece.text);
  }
  return parts.flatMap((part) => splitRun(tidy(part))).filter((part) => part !== '');
}

function insideBrackets(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);
}

const initialAndSurname = /^\p{Lu}\.?\s\p{Lu}[\p{L}'’-]+$/u;

const surnameAndInitial = /^\p{Lu}[\p{L}'’-]+\s\p{Lu}\.?$/u;

/** May the text be parted at this sign, so that a lead stands on either side? */
function mayPart(left: string, sign: string, right: string): boolean {
  const [a, b] = [tidy(left), tidy(right)];
  if (a === '' || b === '') return true;
  if (reached.test(b)) return false;
  // "Play team with Hillside Primary": whoever it is done with is named as somebody.
  if (sign === 'with') return isLead(a) && (isLead(b) || /^(?:\p{Lu}[\p{L}'’.-]*\s?){2,5}$/u.test(b));
  // "A Jones & B Khan", "K. Lee, P. Singh": an initial and a surname on either side
  if (initialAndSurname.test(a) && initialAndSurname.test(b)) return true;
  // "Ash J, Hill T"
  if (surnameAndInitial.test(a) && surnameAndInitial.test(b)) return true;
  // "R & D team", "P/T", "SL & G": a single letter is half a name
  if (/^[A-Za-z]\.?$/.test(lastWord(a)) || /^[A-Za-z]\.?(?:\s|$)/.test(b)) {
    return (
      sign === '/' &&
      !/^[A-Za-z]\.?$/.test(a) &&
      isInitials(a) &&
      b.length > 2 &&
      !/^[A-Za-z]\.?(?:\s|$)/.test(b)
    );
  }
  if (sign === '/' || sign === '+') return true;
  if (sign === ',') return !isPostWithArea(a, b) && !isNameTurned(a, b) && !(isNamed(a) && isOnePost(b));
  if (sign === '-' || sign === '\u2013')
    return isLead(a) && isLead(b) && !isRole(a) && !(isNamed(a) && isOnePost(b));
  return isLead(a) && isLead(b) && !isPostWithArea(a, b) && !isHalfOfName(a, b);
}

/** "Ashworth, Rosa", "van der Berg, Piet": a surname first. */
function isNameTurned(a: string, b: string): boolean {
  if (!/^(?:\p{Lu}\.?|\p{Lu}[\p{L}'\u2019-]+)$/u.test(b) || isInitials(b) || isRole(b)) return false;
  const surname = a.split(' ').filter((word) => !/^(?:van|von|de|der|la|le|du|al|bin|ap)$/.test(word));
  if (surname.length !== 1 || !/\p{Ll}/u.test(a) || !isPersonName(a) || !isPersonName(b)) return false;
  return !givenNames.has(a.toLowerCase());
}

const isBody = (text: string): boolean =>
  leadWords(text).some((word) => teamNouns.has(word) || organisationNouns.has(word));

/** "Fire and Rescue Service", "Maths and English Leads": one word, then the rest of the name. */
function isHalfOfName(a: string, b: string): boolean {
  if (!/^\p{Lu}[\p{Ll}'\u2019-]+$/u.test(a) || givenNames.has(a.toLowerCase())) return false;
  if (isRole(a) || isBody(a) || knownBodies.has(a.toLowerCase()) || /^the\s/i.test(b)) return false;
  const last = leadWords(b).at(-1) ?? '';
  return b.includes(' ') && (isRole(b) || teamNouns.has(last) || organisationNouns.has(last));
}

const lastWord = (text: string): string => text.split(/[\s/&,+]+/).at(-1) ?? '';

function isPostWithArea(a: string, b: string): boolean {
  if (isRoleShortForm(a)) return isAreaShortForm(b) || isArea(b);
  if (!isRole(a) || isRole(b)) return false;
  return isArea(b) && !isPersonName(b) && !isInitials(b);
}

/** A telephone number or an address, which belongs to the name before it. */
const reached = /^(?:(?:tel|t|ext|mob|e?-?mail)[.:\s]*)?(?:\+?\d[\d\s()]{5,}\d|\S+@\S+|\d{4,6})$/i;

/** Words that can stand as a lead on their own. */
function isLead(whole: string): boolean {
  const text = whole.replace(/(\S)\s*\([^()]*\)$/, '$1');
  const names = text.split(/\s*(?:\/|,|&|\band\b)\s*/i);
  const last = names.at(-1) ?? text;
  return (
    isRole(text) ||
    isRole(last) ||
    isInitials(last) ||
    isPersonName(last) ||
    isRoleShortForm(last) ||
    knownBodies.has(last.toLowerCase()) ||
    /^[A-Z][A-Z&]{2,}s?$/.test(last) ||
    /\b(?:team|board|group|panel|forum|council|trust|partnership|unit|service|committee|staff|library|libraries|college|school|schools|nursery|surgery|centre|centres|partners)s?$/i.test(
      last,
    )
  );
}

/** Names that only a blank parts: "TP GM JuW", and posts set one after the other. */
function splitRun(text: string): string[] {
  const words = text.split(' ');
  if (words.length > 1 && words.every(isInitials) && !isRoleShortForm(words[0] ?? '')) return words;
  for (let i = 1; i < words.length - 1; i += 1) {
    const [before, after] = [words.slice(0, i), words.slice(i)];
    const next = leadWords(after[0] ?? '')[0] ?? '';
    if (after.length < 2 || !endsAsPost(before) || roleNouns.has(next) || !/^\p{Lu}/u.test(after[0] ?? ''))
      continue;
    if (endsAsPost(after)) return [before.join(' '), ...splitRun(after.join(' '))];
  }
  return [text];
}

/** "Team Leader", not "Team": the words so far end in the noun of a post and name more than that. */
function endsAsPost(words: readonly string[]): boolean {
  const last = leadWords(words.at(-1) ?? '')[0] ?? '';
  return (
    words.length > 1 &&
    roleNouns.has(last) &&
    !['lead', 'head', 'senior', 'link', 'deputy', 'member'].includes(last)
  );
}

const leadKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019']/g, '')
    .replace(/\bmanger\b/g, 'manager')
    .replace(/co-?ordinator/g, 'coordinator')
    .replace(/advisor/g, 'adviser')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '');

/** One lead in two spellings: "JuW" and "JUW", "J.W." and "JW", "Co-ordinator" and "Coordinator". */
export function sameLead(a: string, b: string): boolean {
  const key = leadKey(a);
  return key !== '' && key === leadKey(b);
}

/** The initials of a name: "Jean Whitlock" to "JW". */
export function initialsOf(name: string): string {
  return name
    .replace(/\([^)]*\)/g, '')
    .replace(/^(?:mr|mrs|ms|miss|dr|prof|cllr|councillor|rev)\.?\s+/i, '')
    .split(/[\s'\u2019-]+/)
    .map((word) => /\p{L}/u.exec(word)?.[0]?.toUpperCase() ?? '')
    .join('');
}
