import type { Detail, Meeting } from '#shared/contract/register.ts';
import { findDates } from '#shared/domain/find-dates.ts';
import { foldSpace } from '../words.ts';
import type { Line } from './blocks.ts';
import { bodyKinds } from './cues.ts';
import { namesMinutes } from './titles.ts';

/** What the lines over the first item say of a meeting. */
export type Front = {
  readonly body: string | null;
  readonly title: string | null;
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly minuteRef: string | null;
  readonly state: Extract<Meeting['state'], 'draft-minutes' | 'confirmed'>;
  /** Lines and labels that no field of a meeting holds whole. */
  readonly details: Detail[];
  /** Who is named beside "Chair:", "Clerk:", "Minutes taken by:". */
  readonly officers: { readonly role: string; readonly name: string; readonly line: Line }[];
};

const labels: readonly (readonly [keyof typeof fields, RegExp])[] = [
  [
    'body',
    /^(?:committee|board|body|name of (?:meeting|group|committee|board)|group|meeting(?: (?:name|title|of))?|decision[- ]maker|decision (?:taken|made) by)\s*:\s*(.+)$/i,
  ],
  [
    'date',
    /^(?:date of (?:the )?(?:meeting|decision)|date(?:,? (?:and|&) time)?|meeting (?:date|held)|held on|when|day and date|date held)\s*:?\s+(.+)$/i,
  ],
  ['place', /^(?:venue|location|place|held at|where|held in|held via|room)\s*:?\s+(.+)$/i],
  [
    'ref',
    /^(?:minute(?:s)? (?:ref(?:erence)?|no\.?|numbers?)|ref(?:erence)?(?: (?:no\.?|number))?|decision ref(?:erence)?(?: no\.?)?)\s*[:.]?\s+(.+)$/i,
  ],
  [
    'officer',
    /^((?:in the chair|chair(?:ed by|man|person|ing)?|vice[- ]chair\w*|clerk(?: to .{3,40})?|secretary|minutes?(?: taken by|[- ]taker| by)?|minuted by|notes? (?:taken )?by|note[- ]taker|facilitator|scribe|presiding|conven[eo]r|lead officer|contact officer))\s*:\s*(.+)$/i,
  ],
  ['status', /^(?:status|version)\s*:\s*(.+)$/i],
];
/** A line that names a place and nothing else. */
const placeLine =
  /\b(?:room|theatre|hall|centre|house|offices?|library|school|college|church|building|suite|chamber|hotel|teams|zoom|museum|campus|pavilion|boardroom|surgery|floor)\b(?!.*\b(?:board|committee|partnership|council|minutes|governors|group|meeting|forum)\b)/i;
const fields = { body: 0, date: 0, place: 0, ref: 0, officer: 0, status: 0 };

const otherDay =
  /\b(?:next|last|previous|approved|printed|published|circulated|issued|distribut\w+|agreed on|amended)\b/i;
const aDay = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?of\s+(?=\p{L})/gu;
const clock =
  /(?:\b(?:at|from|commencing(?: at)?|starting(?: at)?|beginning(?: at)?|time:?)\s+)?\b(?:\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|to)\s*\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)\b|\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|hrs?|hours|noon|o[’']clock)(?![\p{L}])|\d{1,2}[.:]\d{2}\b|noon|midday)(?:\s*(?:-|–|—|to|until)\s*(?:\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|hrs?|noon)?|noon|midday))?/giu;

/** Reads the lines between the name of the minutes and their first item. */
export function readFront(lines: readonly Line[]): Front {
  const found: { body: string | null; heldOn: string | null; place: string | null; ref: string | null } = {
    body: null,
    heldOn: null,
    place: null,
    ref: null,
  };
  const details: Detail[] = [];
  const officers: Front['officers'][number][] = [];
  const bodies: { name: string; score: number }[] = [];
  let title: string | null = null;
  let state: Front['state'] = 'draft-minutes';
  const year = yearIn(lines);
  const titleAt = lines.findIndex((line) => namesMinutes(line.text));
  lines.forEach((line, at) => {
    const { text } = line;
    const labelled = labelOf(text);
    if (labelled) {
      takeLabel(labelled, line);
      return;
    }
    if (stateSaid(text) !== null) state = stateSaid(text) ?? state;

    const isTitle = namesMinutes(text);
    const days = otherDay.test(text) && !isTitle ? null : dayIn(text, year);
    if (days && (found.heldOn === null || isTitle)) found.heldOn = days.day;
    if (found.place === null)
      found.place = placeIn(text, days?.words ?? null, isTitle || days !== null || at > titleAt);
    if (
      found.place === null &&
      at > Math.max(0, titleAt) &&
      placeLine.test(text) &&
      text.length < 100 &&
      !/[.:]$/.test(text) &&
      days === null
    )
      found.place = text;
    if (isTitle) {
      title ??= text;
      const name = bodyInTitle(text, days?.words ?? null);
      if (name) {
        bodies.push({ name, score: scoreOf(name) > 0 || /^[A-Z]{3,6}$/.test(name) ? 10 : 1 });
      }
    } else {
      const name = bodyOfLine(text, days?.words ?? null);
      if (name) {
        bodies.push({ name, score: scoreOf(name) - Math.abs(at - Math.max(0, titleAt)) * 0.2 });
      }
    }
    details.push({ label: 'Heading', text });
  });
  bodies.sort((a, b) => b.score - a.score);
  const body = withOrganisation(found.body ?? fullName(bodies), lines);
  return {
    body,
    title: meetingTitle(title, body),
    heldOn: found.heldOn,
    place: found.place,
    minuteRef: found.ref,
    state,
    details: details.filter(({ label, text }) => label !== 'Heading' || text !== body),
    officers,
  };

  function takeLabel(
    labelled: { field: keyof typeof fields; label: string; value: string },
    line: Line,
  ): void {
    const { field, label, value } = labelled;
    if (field === 'officer') {
      officers.push({ role: label, name: value, line });
      return;
    }
    if (field === 'body') {
      // "Meeting: 31/10/2018 - Schools Forum"
      const day = dayIn(value, year);
      if (day) found.heldOn ??= day.day;
      found.body ??= day
        ? trimBody(value.replace(day.words, ' ').replace(/\s*\(item\b[^)]*\)/i, ''), null)
        : value;
    }
    if (field === 'place') found.place ??= value;
    if (field === 'ref') found.ref ??= value;
    if (field === 'status') state = stateSaid(value) ?? state;
    if (field === 'date') {
      const day = dayIn(value, year);
      if (day) found.heldOn ??= day.day;
      found.place ??= placeIn(value, day?.words ?? null, true);
    }
    details.push({ label, text: value });
  }
}

/** Of "the Parish Council" and "NETHER POOL PARISH COUNCIL" the second says which. */
function fullName(bodies: readonly { name: string }[]): string | null {
  const best = bodies[0]?.name;
  if (best === undefined) return null;
  const end = ` ${best.toLowerCase()}`;
  return bodies.find(({ name }) => name.toLowerCase().endsWith(end))?.name ?? best;
}

/** What every organisation has, and so says nothing of whose it is. */
const commonBody =
  /^(?:full |the )?(?:cabinet|council|executive|board|committee|governing (?:body|board)|governors|trustees|board of (?:directors|trustees|governors|management)|(?:trust|executive|management|school) board|(?:executive|management|audit|finance|planning|resources|scrutiny|standards|licensing|policy) (?:(?:and|&) \w+ )?committee|senior (?:leadership|management) team|leadership team|steering group)$/i;
const organisationLine =
  /\b(?:council|trust|school|academy|college|hospitals?|ccg|icb|nhs|authority|university|association|nursery|federation|constabulary|diocese)$|\b(?:council|school|academy|college|trust|nhs) (?:of|for|foundation)\b.{0,40}$|^(?:nhs|university of|city of|borough of|county of)\b/i;

/** "Cabinet" under "Fernvale Borough Council" is that council's. */
function withOrganisation(body: string | null, lines: readonly Line[]): string | null {
  if (body === null || !commonBody.test(body)) return body;
  const named = lines.find(
    ({ text }) =>
      text.length <= 80 &&
      organisationLine.test(text) &&
      !commonBody.test(text) &&
      !/[.:;,]/.test(text) &&
      !namesMinutes(text) &&
      !/\d/.test(text),
  );
  return named ? `${named.text} ${body}` : body;
}

/** "Date: 3 May 2016" is a label with its value. */
export function labelOf(text: string): { field: keyof typeof fields; label: string; value: string } | null {
  for (const [field, pattern] of labels) {
    const found = pattern.exec(text);
    const value = found ? (found[2] ?? found[1]) : undefined;
    if (!found || !value) continue;
    const label = found[2] ? (found[1] ?? '') : text.slice(0, text.length - value.length);
    // Without a colon a label must be followed by what it promises.
    if (!text.includes(':') && field !== 'date' && field !== 'place' && field !== 'ref') continue;
    if (field === 'date' && !text.includes(':') && !dayIn(value, null)) continue;
    if (field === 'ref' && !/\d/.test(value)) continue;
    return { field, label: foldSpace(label).replace(/[\s:]+$/, ''), value: foldSpace(value) };
  }
  return null;
}

/** The one day a line names; a day without a year takes the year that stands elsewhere. */
export function dayIn(text: string, year: string | null): { day: string; words: string } | null {
  const plain = text.replace(aDay, '$1 ');
  const found = findDates(plain).find((one) => one.start === one.end && !/^\d{1,2}[.:]\d{2}$/.test(one.text));
  if (found) return { day: found.start, words: found.text };
  const bare =
    /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/i.exec(
      plain,
    );
  if (!bare || year === null) return null;
  const dated = findDates(`${bare[0]} ${year}`)[0];
  return dated && dated.start === dated.end ? { day: dated.start, words: bare[0] } : null;
}

function yearIn(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    const found = /\b(?:19|20)\d\d\b/.exec(text);
    if (found) return found[0];
  }
  return null;
}

/** "Confirmed minutes", "DRAFT", "Status: approved"; null where a line says neither. */
export function stateSaid(text: string): Front['state'] | null {
  if (text.length > 120) return null;
  if (/\b(?:draft|unconfirmed|unapproved|unratified|subject to (?:approval|confirmation))\b/i.test(text))
    return 'draft-minutes';
  if (
    /^(?:status:?\s*)?\(?(?:the\s+)?(?:approved|confirmed|final|ratified|signed)(?:\s+(?:minutes?|notes?|copy|record|version))?\b/i.test(
      text,
    )
  )
    return 'confirmed';
  return /^(?:these |the above )?minutes (?:were |was |have been )?(?:approved|confirmed|agreed|signed|ratified)\b/i.test(
    text,
  ) && !/\b(?:last|previous|meeting held)\b/i.test(text)
    ? 'confirmed'
    : null;
}

/** "Minutes of the meeting of the Riverside Board held on …" names the Riverside Board. */
function bodyInTitle(text: string, day: string | null): string | null {
  const after =
    /^.*?\b(?:minutes?|notes?|record|decisions?)\b(?:\s+and\s+\w+)?(?:\s+(?:of|from|for|by|taken (?:by|at)))?\s*[:–—-]?\s*(.*)$/i.exec(
      text,
    )?.[1];
  const name = trimBody(after ?? '', day);
  if (name && scoreOf(name) > 0) return name;
  // "At a meeting of the Riverside Board held …", "Riverside Forum – Meeting held on …"
  const met =
    /^(?:at (?:a|an|the) )?(?:\w+ )?meeting of (?:the )?(.+)$/i.exec(text)?.[1] ??
    /^(.{3,90}?)[\s:,–—-]+(?:the )?meeting(?: held)?\b/i.exec(text)?.[1];
  const whose = trimBody(met ?? '', day);
  if (whose) return whose;
  if (name) return name;
  // "Riverside Board – Minutes", "Riverside Board Minutes 3 May 2016"
  const before = /^(.*?)[\s:–—-]*\b(?:meeting\s+)?(?:minutes|notes)\b/i.exec(text)?.[1];
  return trimBody(before ?? '', day);
}

function bodyOfLine(text: string, day: string | null): string | null {
  if (text.length > 110 || /[.!?]$/.test(text)) return null;
  if (/^(?:report|agenda|present|apologies|tel|email|www|http)\b/i.test(text) || /[@]/.test(text))
    return null;
  // A committee room is a place.
  if (/\b(?:committee|board|council|cabinet|meeting|conference) (?:room|chamber|suite|house)\b/i.test(text))
    return null;
  const minutes = /^(.*?)[\s:–—-]*\b(?:meeting\s+)?(?:minutes|notes)\b/i.exec(text)?.[1];
  const name = trimBody(minutes ?? text, day);
  return name !== null && scoreOf(name) > 0 ? name : null;
}

function trimBody(text: string, day: string | null): string | null {
  let name = foldSpace(text)
    .replace(/\s*[,–—-]*\s*\(?\bpart (?:[12]|one|two|a|b|i{1,2})\b.*$/i, '')
    .replace(/\s*\((?:meeting )?in (?:public|private)\)/i, '');
  name = name.replace(
    /\s*[,–—-]?\s*\b(?:which was |was )?(?:held|taking place|took place|convened|dated)\b.*$/i,
    '',
  );
  if (day) {
    const at = name.toLowerCase().indexOf(day.toLowerCase());
    if (at >= 0) name = name.slice(0, at);
  }
  name = name
    .replace(clock, ' ')
    .replace(/\s+(?:on|at|in)\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\s*(?:the)?\s*$/i, '')
    .replace(/[\s,:–—(-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,:–—-]*$/i, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(/^[\s,:;–—-]+/, '')
      .replace(/^(?:the|a|an|of|from|for|draft|minutes|notes?)\b\s*/i, '')
      .replace(
        /^(?:(?:\d{1,3}(?:st|nd|rd|th)|extraordinary|ordinary|special|annual|general|full|first|second|third|fourth|inaugural|quarterly|monthly|termly|regular|virtual|joint|public|remote|online|progress|additional|urgent)\s+)*(?:meeting|teleconference|conference call|call)\b\s*(?:of|for|with|between)?\s*/i,
        '',
      );
  }
  name = foldSpace(
    name
      .replace(/\s+(?:meetings?|teleconference|conference call|call)(?: in (?:public|private))?$/i, '')
      .replace(/[\s,:;.–—-]+$/, ''),
  );
  if (/^(?:notice|sheet|list|summary|log|record|statement|schedule)s?$/i.test(name)) return null;
  return name.length >= 3 && name.length <= 120 && /\p{L}{3}/u.test(name) ? name : null;
}

function scoreOf(name: string): number {
  const at = bodyKinds.findIndex(([pattern]) => pattern.test(name));
  if (at < 0) return 0;
  return at < bodyKinds.length - 3 ? 5 : 2;
}

/** The kind of a body, from what it calls itself. */
export function kindOfBody(name: string): string | null {
  return bodyKinds.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A special meeting keeps its name; every other is called as its body is. */
function meetingTitle(line: string | null, body: string | null): string | null {
  const special =
    /\b((?:(?:extraordinary|special|annual(?: general)?|inaugural|joint)\s+)+meeting|teleconference|conference call|away ?day)\b/i.exec(
      line ?? '',
    )?.[1];
  if (special && body) return `${special.charAt(0).toUpperCase()}${special.slice(1)}: ${body}`;
  return body ?? line;
}

/** Where a meeting was, after its day or "held at"; null where the line does not say. */
function placeIn(text: string, day: string | null, may: boolean): string | null {
  if (!may) return null;
  const without = text.replace(clock, ' ');
  const before =
    /\bheld\s+(?:remotely\s+)?(?:at|in|via|by)\s+(.+?)(?:\s*,?\s+(?:on|at)\s+(?=\S*\s*(?:\d|mon|tue|wed|thu|fri|sat|sun))|$)/i.exec(
      foldSpace(without),
    );
  const after =
    day === null
      ? foldSpace(without)
      : foldSpace(
          without.slice(
            Math.max(0, foldSpace(without).toLowerCase().indexOf(day.toLowerCase())) + day.length,
          ),
        );
  const place =
    before?.[1] ??
    (day === null && !/^(?:at|in|via|by)\s+(?:the\s+)?\p{Lu}/u.test(foldSpace(without))
      ? null
      : /^(?:.*?[\s,])??(?:at|in|via|by)\s+(?!the chair)(?=(?:the\s+)?\p{L})(.+)$/iu.exec(after)?.[1]) ??
    (day === null ? null : /^[\s,;–—-]+(?=\p{Lu})(.{3,90})$/u.exec(after)?.[1]);
  if (!place || /^(?:public|private|confidence|camera|session|closed session)\b/i.test(place)) return null;
  const plain = foldSpace(
    place
      .replace(/^the\s+/, '')
      .replace(/[\s,.;:–—-]+$/, '')
      .replace(/^[\s,]+/, ''),
  );
  return plain.length >= 2 && plain.length <= 160 ? plain : null;
}
