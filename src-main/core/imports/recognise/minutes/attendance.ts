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
    /^(?:an? )?apolog(?:y|ies)(?: for (?:absence|non-attendance|lateness))?(?: (?:were|was|had been|have been))?(?: (?:received|given|noted|submitted|tendered|accepted|intimated)(?: and (?:accepted|noted|received))?)? (?:from|by|on behalf of)(?: the following(?: \w+)?)?\s*[:–—-]*\s*(.*)$/i.exec(
      text,
    );
  if (sentence) {
    const rest = (sentence[1] ?? '').replace(afterNames, '');
    return { attending: { state: 'apologies', group: null }, rest, said: text };
  }
  // "Apologies VS, MT": initials behind the label, without a sign between.
  const short =
    /^(apologies|present|in attendance|attendees)\s+(\p{Lu}{2,4}(?:\s*[,;&]\s*\p{Lu}{2,4})*)$/iu.exec(text);
  const found = attendanceLabel.exec(text) ?? (short && /\p{Ll}/u.test(text) ? short : null);
  if (!found?.[1]) return null;
  const label = foldSpace(found[1]);
  const rest = (found[2] ?? '').replace(/^(?:were\s+)?(?:received|noted|given)\s+(?:from|by)\s+/i, '');
  // "Members noted …" never comes here: a label ends in a colon, a dash or the line.
  const attending = attendingOf(label);
  const plain = attending.group !== null || /^(?:present|apolog(?:y|ies)|absent)$/i.test(label);
  return { attending, rest, said: plain ? null : label };
}

function attendingOf(label: string): Attending {
  const state = /^(?:(?!attend|present).)*apolog/i.test(label)
    ? 'apologies'
    : /absent|not present|not in attendance|not attend|non-attendance|circulation/i.test(label)
      ? 'absent'
      : 'present';
  const plain =
    /^(?:(?:members? )?present|apolog.*|absent|(?:attendance|attendees)(?: (?:and|&) apologies)?|attended|attending|not attended|did not attend)$/i.test(
      label,
    );
  return { state, group: plain ? null : label };
}

const noNames = /^(?:none|nil|n\/a|no apologies.*|there were (?:none|no apologies).*|not applicable|-+)\.?$/i;
/** Lines that stand between names and name nobody. */
const noName =
  /^(?:part|note|section|item|agenda|minutes?|public|private)\b(?!.*\b(?:clerk|secretary|taker)\b)/i;
/** A title over several names: each of them bears it. */
const leadTitle = /^(councillors|cllrs|messrs|mesdames|drs|governors|members|officers)\.?\s+(?!of\b|for\b)/i;
const oneOf = new Map([
  ['councillors', 'Councillor'],
  ['cllrs', 'Cllr'],
  ['messrs', 'Mr'],
  ['drs', 'Dr'],
]);
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
  // "Jo Brown, staff" and "Jo Brown JB Chief Officer" name somebody.
  if (found[2] === undefined && (/,/.test(group) || isSomebody(nameAndRest(group).name))) return null;
  return { group, rest: found[2] ?? '' };
}

/** The people on one line, or in one cell; nothing where it names nobody. */
export function attendeesOn(text: string, attending: Attending): Attendee[] {
  const plain = foldSpace(text)
    .replace(numbering, '')
    .replace(/[.;,]+$/, '');
  if (plain === '' || noNames.test(plain)) return [];
  if (/^\p{Lu}{2,4}(?:\s*[,;&]\s*\p{Lu}{2,4})+$/u.test(plain))
    return plain.split(/\s*[,;&]\s*/).map((name) => attendeeOf(name, attending));
  const titled = leadTitle.exec(plain)?.[1] ?? null;
  const group = [attending.group, titled].filter((part) => part !== null).join('; ');
  return splitPeople(titled ? plain.replace(leadTitle, '') : plain, titled !== null).flatMap((entry) => {
    const read = attendeeOf(entry, { ...attending, group: group === '' ? null : group });
    // "Councillors Bell and Crane": a surname alone keeps the title that stands over all of them.
    const own = titled === null || read.name.includes(' ') ? '' : (oneOf.get(titled.toLowerCase()) ?? '');
    const who = own === '' ? read : { ...read, name: `${own} ${read.name}` };
    const other = cameInstead.exec(who.role ?? '');
    const name = other?.[1] ?? other?.[2] ?? '';
    if (who.state !== 'apologies' || !isSomebody(name)) return [who];
    // "Jo Brown (Kim Lee attended in her place)": two people, and which of them was there.
    return [who, { name, initials: null, role: null, state: 'present', substituteFor: who.name }];
  });
}

const oneName =
  "((?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof)\\.?\\s+)?\\p{Lu}[\\p{L}.’'-]*(?:\\s+\\p{Lu}[\\p{L}.’'-]*){1,2})";
const cameInstead = new RegExp(
  `(?:^|, )${oneName}(?:, [^,]{3,60})? (?:(?:was |who )?(?:attend(?:ed|ing)|present|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|as substitute)\\b)|\\b(?:substitute|substituted by|represented by|deputy)\\s*:?\\s+${oneName}`,
  'u',
);

/** Whether a line reads as names rather than as a sentence. */
export function readsAsNames(text: string): boolean {
  const plain = foldSpace(text)
    .replace(numbering, '')
    .replace(/[.;,]+$/, '');
  if (plain === '' || plain.length > 400 || noName.test(plain)) return false;
  if (noNames.test(plain)) return true;
  if (/^\p{Lu}{2,4}(?:\s*[,;&]\s*\p{Lu}{2,4})*$/u.test(plain)) return true;
  const [first] = splitPeople(plain);
  if (!first) return false;
  const { name } = nameAndRest(first);
  if (name.length > 60 || /\b(?:was|were|the meeting|reported|noted|is|has|have|that)\b/.test(name))
    return false;
  return (
    isPersonName(name) ||
    isRole(name) ||
    leadTitle.test(plain) ||
    /^(?:[Cc]ouncillor|[Cc]llr|[Tt]he \p{Lu})/u.test(name) ||
    /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]+$/u.test(name)
  );
}

/** Commas where "and" stands between two people, or none where the brackets of the one before closed. */
function partedNames(text: string): string {
  return text
    .replace(/\)\s+(?=\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}\s*\()/gu, '), ')
    .replace(/,?\s+(?:and|&)\s+(?=(\p{Lu}[^,(;]*))/gu, (sign, next: string) => {
      const { name } = nameAndRest(foldSpace(next.split(/\s(?:and|&)\s/)[0] ?? ''));
      return name.includes(' ') && isSomebody(name) ? ', ' : sign;
    });
}

function isSomebody(name: string): boolean {
  return isPersonName(name) && !isRole(name) && !isArea(name) && leadKind(name) === 'person';
}

/** Entries on a line: parted by semicolons, else by commas and "and" wherever the next part is a name. */
function splitPeople(text: string, titled = false): string[] {
  if (/;/.test(outside(text)))
    return splitOutside(text, /;/)
      .map(foldSpace)
      .filter(Boolean)
      .flatMap((part) => splitPeople(part, titled));
  const parts = splitOutside(partedNames(text), /,/)
    .map((part) => foldSpace(part).replace(/^and\s+/, ''))
    .filter(Boolean);
  // "Adams, Bell, Crane": surnames throughout; else a lone word is a post.
  const surnames = !nameAndRest((parts[0] ?? '').replace(leadTitle, '')).name.includes(' ');
  const last = parts.at(-1) ?? '';
  const two = /^(\p{Lu}[\p{L}’'-]+)\s+(?:and|&)\s+(\p{Lu}[\p{L}’'-]+)$/u.exec(last);
  if (((surnames && parts.length > 1) || titled) && two?.[1] && two[2]) parts.splice(-1, 1, two[1], two[2]);
  // "Councillors NICOL, BLACK, Craig MARTIN and MURRAY"
  const mixed = /^(\p{Lu}\p{Ll}[\p{L}’'-]*\s\p{Lu}[\p{L}’'-]+)\s+and\s+(\p{Lu}[\p{L}’'-]+)$/u.exec(last);
  if (titled && surnames && mixed?.[1] && mixed[2]) parts.splice(-1, 1, mixed[1], mixed[2]);
  const entries: string[] = [];
  for (const part of parts) {
    const { name } = nameAndRest(part);
    const isName =
      ((name.includes(' ') || surnames) && isSomebody(name)) ||
      (titled && /^\p{Lu}[\p{L}’'-]{2,}$/u.test(name) && !isRole(name));
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
    /\s*(?:\(|,|\s[-–—]\s|(?<=\p{Ll})[-–—]\s|:|\t|\s{2,}|\s(?=substitut|deputi[sz]ing|representing|on behalf of|for (?=\p{Lu}))|\sas\s(?=\p{Lu}))/u.exec(
      entry,
    );
  const name = !cut || cut.index === 0 ? entry : entry.slice(0, cut.index);
  const own = runOn(name);
  return { name: own, rest: entry.slice(own.length) };
}

/** "Cllr", "Mrs", "Dr" before a name. */
export const personalTitle =
  /^(?:(?:cllrs?|councillors?|mrs?|ms|miss|mx|dr|prof(?:essor)?|revd?|reverend|canon|sir|dame|lord|lady|acc|dci|di|supt)\.?\s+)+/i;

/** The name alone where post or initials follow it without a sign between: "Jo Brown JB Head of Service". */
function runOn(text: string): string {
  const title = personalTitle.exec(text)?.[0] ?? '';
  const words = text.slice(title.length).split(' ');
  // "S P Jones", "A. B. Cole": the letters belong to the surname behind them.
  let count = 0;
  while (/^\p{Lu}{1,2}\.?$/u.test(words[count] ?? '')) count++;
  count += count > 0 ? 1 : 2;
  const name = words.slice(0, count);
  const rest = words.slice(count).join(' ');
  if (rest === '' || !name.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word))) return text;
  if (!isPersonName(name.join(' ')) || isRole(name.join(' ')) || isArea(name.join(' '))) return text;
  if (/^\p{Lu}{4,}/u.test(name.at(-1) ?? '') && isPersonName(text) && !/^\p{Lu}{2,5}\b/u.test(rest))
    return text;
  const follows =
    (/^(?:\p{Lu}{2,5}|\p{Lu}{1,2}\p{Ll}\p{Lu}?)(?:\s|$)/u.test(rest) &&
      !isPersonName(`${name[0]} ${rest}`.replace(/^(\S+ \p{Lu}{2,5})$/u, '$1 0'))) ||
    isRole(rest) ||
    !isPersonName(rest);
  return follows ? `${title}${name.join(' ')}` : text;
}

const substitute =
  /\(?\b(?:as\s+)?(?:(?:a\s+)?substitut(?:e|ing)|deputi[sz]ing|deputy|standing in|attending|on behalf)?\s*(?:for|of)\s+((?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){1,3})\)?/u;
const initialsIn = /(?:^|[\s(,[])(\p{Lu}{2,4}|\p{Lu}[a-z]\p{Lu}|\p{Lu}{2}[a-z])(?=[),\]\s]|$)/u;

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
  // First names only: "Doug (DB)".
  if (!foldSpace(name).includes(' ') && name[0] === found[0]) return found;
  const first = foldSpace(name)
    .replace(/^(?:cllr|councillor|mrs?|ms|miss|dr|prof|rev|revd|sir|dame)\.?\s+/i, '')
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase());
  return first.includes(found[0]?.toUpperCase()) &&
    first.includes([...found.replace(/\p{Ll}+$/u, '')].at(-1)?.toUpperCase() ?? '')
    ? found
    : null;
}
