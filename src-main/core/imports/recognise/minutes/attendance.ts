import type { Attendance } from '#shared/contract/register.ts';
import { isArea, isPersonName, isRole, leadKind } from '#shared/domain/lead-kind.ts';
import { foldSpace } from '../words.ts';
import { attendanceLabel } from './cues.ts';
import { afterNames } from './line-words.ts';

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
export function attendanceStart(
  text: string,
): { attending: Attending; rest: string; said: string | null } | null {
  const sentence =
    /^(?:an? )?apolog(?:y|ies)(?: for (?:absence|non-attendance|lateness))?(?: (?:were|was|had been|have been))?(?: (?:received|given|noted|submitted|tendered|accepted))? (?:from|by|on behalf of)\s*:?\s*(.+)$/i.exec(
      text,
    );
  if (sentence?.[1]) {
    const rest = sentence[1].replace(afterNames, '');
    return { attending: { state: 'apologies', group: null }, rest, said: text };
  }
  const found = attendanceLabel.exec(text);
  if (!found?.[1]) return null;
  const label = foldSpace(found[1]);
  const rest = found[2] ?? '';
  // "Members noted …" never comes here: a label ends in a colon, a dash or the line.
  const attending = attendingOf(label);
  const plain = attending.group !== null || /^(?:present|apologies|absent)$/i.test(label);
  return { attending, rest, said: plain ? null : label };
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
/** A title over several names: each of them bears it. */
const leadTitle = /^(councillors|cllrs|messrs|drs|governors|members|officers)\.?\s+(?!of\b|for\b)/i;
const numbering = /^(?:\d{1,2}[.)]|[•●▪◦‣*·–-])\s+/;

/** "Cabinet Members", "Employees:", "Non-voting members: J Lane": who those that follow are; with names on the line. */
export function groupOf(text: string): { group: string; rest: string } | null {
  const found = /^([\p{Lu}][\p{L}’'&,/() -]{2,60}?)\s*(?::\s*(.*)|$)$/u.exec(foldSpace(text));
  const group = found?.[1];
  if (
    !group ||
    !/(?:\bmembers?|representatives?|councillors?|officers?|employees?|staff|governors?|trustees|directors|guests?|observers?|partners?|public|clerk|advisers?|advisors?)(?: \([^)]*\))?$/i.test(
      group,
    )
  )
    return null;
  // "Jo Brown, staff" names somebody.
  if (found[2] === undefined && /,/.test(group)) return null;
  return { group, rest: found[2] ?? '' };
}

/** The people on one line, or in one cell; nothing where it names nobody. */
export function attendeesOn(text: string, attending: Attending): Attendee[] {
  const plain = foldSpace(text)
    .replace(numbering, '')
    .replace(/[.;,]+$/, '');
  if (plain === '' || noNames.test(plain)) return [];
  const titled = leadTitle.exec(plain)?.[1] ?? null;
  const group = [attending.group, titled].filter((part) => part !== null).join('; ');
  return splitPeople(titled ? plain.replace(leadTitle, '') : plain).map((entry) =>
    attendeeOf(entry, { ...attending, group: group === '' ? null : group }),
  );
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
  return (
    isPersonName(name) ||
    isRole(name) ||
    leadTitle.test(plain) ||
    /^(?:councillor|cllr|the \p{Lu})/iu.test(name) ||
    /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]+$/u.test(name)
  );
}

/** Entries on a line: parted by semicolons, else by commas and "and" wherever the next part is a name. */
function splitPeople(text: string): string[] {
  if (/;/.test(outside(text)))
    return splitOutside(text, /;/).map(foldSpace).filter(Boolean).flatMap(splitPeople);
  const parts = splitOutside(
    text.replace(/,?\s+and\s+(?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|\p{Lu})[\p{L}.’'-]*\s+\p{Lu})/gu, ', '),
    /,/,
  )
    .map(foldSpace)
    .filter(Boolean);
  // "Adams, Bell, Crane": surnames throughout; else a lone word is a post.
  const surnames = !(parts[0] ?? '').replace(leadTitle, '').includes(' ');
  const entries: string[] = [];
  for (const part of parts) {
    const { name } = nameAndRest(part);
    const isName =
      isPersonName(name) &&
      (name.includes(' ') || surnames) &&
      !isRole(name) &&
      !isArea(name) &&
      leadKind(name) === 'person';
    if (entries.length === 0 || isName) entries.push(part);
    else entries[entries.length - 1] += `, ${part}`;
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
  const words = tidy(rest);
  const role = [words, attending.group].filter((part) => part !== null && part !== '').join('; ');
  return {
    name: foldSpace(name),
    initials,
    role: role === '' ? null : role,
    state: apologies ? 'apologies' : attending.state,
    substituteFor,
  };
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
