import type { Attendance } from '#shared/contract/register.ts';
import { isArea, isPersonName, isRole, leadKind } from '#shared/domain/lead-kind.ts';
import { foldSpace } from '../words.ts';
import { attendanceLabel } from './cues.ts';

/** One who was there, or was not: the words beside the name stay with it. */
export type Attendee = {
  readonly name: string;
  readonly initials: string | null;
  /** Role, organisation and what else stands beside the name, as written. */
  readonly role: string | null;
  readonly state: Attendance['state'];
  readonly substituteFor: string | null;
};

/** Under which label names stand. */
export type Attending = {
  readonly state: Attendance['state'];
  /** What the label says beyond the state: "In attendance", "Officers". */
  readonly group: string | null;
};

/** "Present:", "Apologies for absence were received from …": the label, and the names that follow it on the line. */
export function attendanceStart(text: string): { attending: Attending; rest: string } | null {
  const sentence =
    /^(?:an? )?apolog(?:y|ies)(?: for (?:absence|non-attendance|lateness))?(?: (?:were|was|had been|have been))?(?: (?:received|given|noted|submitted|tendered|accepted))? (?:from|by|on behalf of)\s*:?\s*(.+)$/i.exec(
      text,
    );
  if (sentence?.[1]) return { attending: { state: 'apologies', group: null }, rest: sentence[1] };
  const found = attendanceLabel.exec(text);
  if (!found?.[1]) return null;
  const label = foldSpace(found[1]);
  const rest = found[2] ?? '';
  // "Members noted …" never comes here: a label ends in a colon, a dash or the line.
  if (/^(?:members?|officers|guests?|circulation|attendance)$/i.test(label) && rest === '') {
    return /^attendance$/i.test(label)
      ? { attending: { state: 'present', group: null }, rest }
      : { attending: { state: 'present', group: label }, rest };
  }
  return { attending: attendingOf(label), rest };
}

function attendingOf(label: string): Attending {
  const state = /apolog/i.test(label)
    ? 'apologies'
    : /absent|not present|not in attendance|circulation/i.test(label)
      ? 'absent'
      : 'present';
  const plain =
    /^(?:(?:members? )?present|apologies.*|absent|attendance|attendees|attended|attending)$/i.test(label);
  return { state, group: plain ? null : label };
}

const noNames = /^(?:none|nil|n\/a|no apologies.*|there were (?:none|no apologies).*|not applicable|-+)\.?$/i;
const leadTitle = /^(?:councillors|cllrs|councillor|cllr|messrs|drs)\.?\s+/i;
const numbering = /^(?:\d{1,2}[.)]|[•●▪◦‣*·–-])\s+/;

/** The people on one line, or in one cell; nothing where it names nobody. */
export function attendeesOn(text: string, attending: Attending): Attendee[] {
  const plain = foldSpace(text)
    .replace(numbering, '')
    .replace(/[.;,]+$/, '');
  if (plain === '' || noNames.test(plain)) return [];
  return splitPeople(plain).map((entry) => attendeeOf(entry, attending));
}

/** Whether a line reads as names rather than as a sentence. */
export function readsAsNames(text: string): boolean {
  const plain = foldSpace(text)
    .replace(numbering, '')
    .replace(/[.;,]+$/, '');
  if (plain === '' || plain.length > 400) return false;
  if (noNames.test(plain)) return true;
  const [first] = splitPeople(plain);
  if (!first) return false;
  const { name } = nameAndRest(first);
  if (name.length > 60 || /\b(?:was|were|the meeting|reported|noted|is|has|have|that)\b/.test(name))
    return false;
  return isPersonName(name) || isRole(name) || leadTitle.test(name) || /^\p{Lu}[\p{L}.’' -]+$/u.test(name);
}

/** Entries on a line: parted by semicolons, else by commas and "and" wherever the next part is a name. */
function splitPeople(text: string): string[] {
  if (/;/.test(outside(text))) return splitOutside(text, /;/).map(foldSpace).filter(Boolean);
  const parts = splitOutside(
    text.replace(/,?\s+and\s+(?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|\p{Lu})[\p{L}.’'-]*\s+\p{Lu})/gu, ', '),
    /,/,
  )
    .map(foldSpace)
    .filter(Boolean);
  const prefix = leadTitle.exec(parts[0] ?? '')?.[0].trim() ?? null;
  const entries: string[] = [];
  for (const part of parts) {
    const { name } = nameAndRest(part);
    const isName = isPersonName(name) && !isRole(name) && !isArea(name) && leadKind(name) === 'person';
    if (entries.length === 0 || isName) entries.push(part);
    else entries[entries.length - 1] += `, ${part}`;
  }
  // "Councillors Adams, Bell and Crane": each is one.
  if (prefix && /s\.?$/i.test(prefix) && entries.length > 0) {
    return entries.map((entry, at) => (at === 0 ? entry : `${prefix} ${entry}`));
  }
  return entries;
}

function outside(text: string): string {
  return text.replace(/\([^()]*\)/g, (inner) => ' '.repeat(inner.length));
}

/** Splits at signs outside brackets. */
function splitOutside(text: string, sign: RegExp): string[] {
  const bare = outside(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!sign.test(bare[at] ?? '')) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** "Jo Brown (JB), Head of Service" is a name and the rest. */
function nameAndRest(entry: string): { name: string; rest: string } {
  const cut =
    /\s*(?:\(|,|\s[-–—]\s|:|\t|\s{2,}|\s(?=substitut|deputi[sz]ing|representing|on behalf of|for (?=\p{Lu}))|\sas\s(?=\p{Lu}))/u.exec(
      entry,
    );
  if (!cut || cut.index === 0) return { name: entry, rest: '' };
  return { name: entry.slice(0, cut.index), rest: entry.slice(cut.index) };
}

const substitute =
  /\(?\b(?:as\s+)?(?:(?:a\s+)?substitut(?:e|ing)|deputi[sz]ing|deputy|standing in|attending|on behalf)?\s*(?:for|of)\s+((?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){1,3})\)?/u;
const initialsIn = /(?:^|[\s(,[])(\p{Lu}{2,4}|\p{Lu}[a-z]\p{Lu})(?=[),\]\s]|$)/u;

function attendeeOf(entry: string, attending: Attending): Attendee {
  const { name, rest } = nameAndRest(entry);
  const stood = substitute.exec(rest);
  const substituteFor = stood?.[1] && isPersonName(stood[1]) ? stood[1] : null;
  const initials = initialsOf(name, rest);
  const apologies = /\bapolog(?:y|ies)\b/i.test(rest);
  const words = tidy(substituteFor ? rest.replace(stood?.[0] ?? '', ' ') : rest);
  // "deputising for" is what substituteFor says; other words beside it stay.
  const role = [words === '' ? null : words, substituteFor ? verbOf(stood?.[0] ?? '') : null, attending.group]
    .filter((part) => part !== null && part !== '')
    .join('; ');
  return {
    name: foldSpace(name),
    initials,
    role: role === '' ? null : role,
    state: apologies ? 'apologies' : attending.state,
    substituteFor,
  };
}

function verbOf(words: string): string | null {
  const verb = /\b(?:substitut\w+|deputi[sz]ing|deputy|standing in|on behalf of|attending)\b/i.exec(words);
  return verb ? foldSpace(verb[0]) : null;
}

/** Brackets around the whole go; those inside a longer text stay. */
function tidy(rest: string): string {
  let text = foldSpace(rest).replace(/^[\s,:;–—-]+|[\s,:;–—-]+$/g, '');
  text = text.replace(/\(([^()]*)\)/g, ', $1, ');
  return foldSpace(text)
    .split(/\s*,\s*/)
    .filter((part) => part !== '')
    .join(', ');
}

/** The letters beside a name by which the minutes call its bearer: they must begin like the name. */
export function initialsOf(name: string, rest: string): string | null {
  const found = initialsIn.exec(rest)?.[1];
  if (!found) return null;
  const first = foldSpace(name)
    .replace(/^(?:cllr|councillor|mrs?|ms|miss|dr|prof|rev|revd|sir|dame)\.?\s+/i, '')
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase());
  return first.includes(found[0]?.toUpperCase()) && first.includes([...found].at(-1)?.toUpperCase() ?? '')
    ? found
    : null;
}
