import type { Timescale } from '#shared/contract/register.ts';
import { addDays } from '#shared/domain/dates.ts';
import { findDates } from '#shared/domain/find-dates.ts';
import { isInitials, isPersonName, leadKind } from '#shared/domain/lead-kind.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { foldSpace } from '../words.ts';

/** An action as a line of minutes gives it. */
export type Arising = {
  readonly ref: string | null;
  /** What is to be done; '' where the line only says who, of what stands before it. */
  readonly text: string;
  readonly lead: string | null;
  readonly time: string | null;
};

const label =
  /^[\s[(*•–-]*(?:ACTIONS?|Actions?(?: points?| items?| required| agreed| arising)?|AP)\s*(?:(?:no\.?\s*)?([A-Z]{0,3}\d{1,4}(?:[./]\d{1,4})*)\b)?\s*(?:[:–—-]+|(?=\s[A-Z]{2,3}\b))\s*(.*?)[\])]?$/;
const within =
  /[\s([]+(?:ACTION|Action)(?:\s+(?:point\s+)?(?:no\.?\s*)?(\d{1,4}(?:[./]\d+)*))?\s*(?:[:–—-]\s*|(?=\s[A-Z]{2,3}\.?\s*$))([^)\]]{1,300}?)[\])]?[.]?\s*$/;
/** "… Mr Moss would write. ACTION": the sentence before it is the action. */
const marked = /^(.{12,}[.!?)])\s+ACTION\.?$/;
const timePhrase =
  /[\s,;(–-]*\b(?:by|before|due(?: by)?|deadline:?|for|in time for|no later than|within)\s+((?:(?:the\s+)?(?:end|start|beginning|middle|next|following)\b|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|easter|summer|autumn|spring|christmas|(?:one|two|three|four|six|eight)\s+(?:week|month|day)s?)[^,;.)]{0,50})\)?[.]?\s*$/i;

/** "ACTION: JS by 12/6", "Action 3 – Ann Bell to circulate the list"; null for any other line. */
export function actionLine(text: string): Arising | null {
  const found = label.exec(text);
  if (!found) return null;
  return split(foldSpace(found[2] ?? ''), found[1] ?? null);
}

/** "… the survey would be repeated. (Action: JB)": the action, and the words before it. */
export function actionAtEnd(text: string): { before: string; action: Arising } | null {
  const mark = marked.exec(text)?.[1];
  if (mark) return { before: foldSpace(mark), action: split('', null) };
  const found = within.exec(text);
  if (!found || found.index < 12) return null;
  return {
    before: foldSpace(text.slice(0, found.index)),
    action: split(foldSpace(found[2] ?? ''), found[1] ?? null),
  };
}

/** Who, what and when in the words after the label. */
export function split(words: string, ref: string | null): Arising {
  const timed = timePhrase.exec(words);
  const recurring =
    /\b(?:quarterly|monthly|annually|termly|weekly|on an? \w+ basis|every \w+(?: \w+)?|ongoing|asap|immediately)\b/i.exec(
      words,
    );
  const time = timed ? foldSpace(timed[0].replace(/^[\s,;(–-]+|[).\s]+$/g, '')) : (recurring?.[0] ?? null);
  const rest = timed ? foldSpace(words.slice(0, timed.index)) : words;
  const who =
    whoAlone(rest) ??
    (timed === null && time !== null ? whoAlone(rest.replace(time, '').replace(/[\s,;–-]+$/, '')) : null);
  if (who !== null) return { ref, text: '', lead: who, time };
  // "List to be sent out (JB)", "Send the list – Ann Bell"
  const last = /(?:\s*[([]\s*([^()[\]]{2,60})\s*[)\]]|\s+[–—-]\s+([\p{L}’'. /&,]{2,60}))\s*$/u.exec(rest);
  const named = last ? whoAlone(foldSpace(last[1] ?? last[2] ?? '')) : null;
  if (last && named) return { ref, text: foldSpace(words), lead: named, time };
  return { ref, text: words, lead: doerOf(words), time };
}

/** Who is to do it, where a sentence begins with them: "Ann Bell to …", "JB/KL will …", "The Clerk agreed to …". */
export function doerOf(text: string): string | null {
  const found =
    /^(?:the\s+)?((?:[\p{L}’'&/.,-]+\s+){0,7}?[\p{L}’'&/.()-]+)\s*(?::|\s[–—-]\s|\s(?:to|will|would|should|shall|agreed to|undertook to|is to|are to)\s)/iu.exec(
      text,
    );
  const who = found?.[1]?.replace(/,$/, '');
  return who !== undefined && whoAlone(who) !== null ? who : null;
}

/** Words that only say who: initials, names, a role; null for a task. */
export function whoAlone(text: string): string | null {
  const plain = foldSpace(text.replace(/^[\s–—:-]+|[\s.,;:–—-]+$/g, ''));
  if (plain === '' || plain.length > 80) return null;
  const parts = plain.split(/\s*(?:[/,&;+]|\band\b)\s*/).filter(Boolean);
  if (parts.length === 0 || parts.length > 8) return null;
  return parts.every(isWho) ? plain : null;
}

function isWho(text: string): boolean {
  if (/^[A-Z]{1,4}$|^[A-Z][a-z][A-Z]$|^[A-Z]{2}[a-z]$/.test(text) || isInitials(text)) return true;
  if (/^(?:all|everyone|chair|clerk|officers|secretary|members|governors|partners)$/i.test(text)) return true;
  const words = text.split(' ');
  if (words.length > 7 || /\b(?:to|will|would|should|shall|be|is|are|has|have|by)\b/i.test(text))
    return false;
  if (isPersonName(text) && words.length >= 2 && words.length <= 4) return true;
  const kind = leadKind(text);
  return (
    kind === 'role' ||
    ((kind === 'team' || kind === 'organisation') &&
      words.length <= 5 &&
      words.every((word) => /^(?:\p{Lu}|of|the|for|and)/u.test(word)) &&
      words.length > 1)
  );
}

/** "JB to circulate by 3 May", "JB", "Circulate the list – JB". */
export function taskOf(text: string): Arising {
  const lead = /^([A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*)\s*[:–—-]\s*(.+)$/.exec(text);
  if (lead?.[1] && lead[2]) return { ...split(lead[2], null), text, lead: lead[1] };
  const found = split(text.replace(/^actions?\s*[:–-]\s*/i, ''), null);
  return found.lead === null && whoAlone(text) === null ? { ...found, lead: doerOf(text) } : found;
}

/** When an action is due: a day without a year is the first such day after the meeting. */
export function timeOf(text: string, heldOn: string | null, yearStartMonth: number): Timescale {
  const period = heldOn === null ? null : { start: heldOn, end: addDays(heldOn, 364) };
  const options = { yearStartMonth, period };
  const read = readTimescale(text, options);
  if (read.kind !== 'unknown' || heldOn === null) return read;
  const span =
    /\b(?:in|within)\s+(?:the\s+next\s+)?(\d{1,2}|one|two|three|four|five|six|eight|nine|ten|twelve|a)\s+(day|week|month|year)s?\b/i.exec(
      text,
    );
  if (span?.[1] && span[2])
    return { ...read, kind: 'by', end: after(heldOn, countIn(span[1]), span[2]), precision: 'day' };
  const short = /\b(\d{1,2})[/.](\d{1,2})\b(?![/.\d])/.exec(text);
  if (!short) return read;
  const [day, month] = [Number(short[1]), Number(short[2])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return read;
  const year = Number(heldOn.slice(0, 4));
  const made = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const dated = made(year) >= heldOn ? year : year + 1;
  const again = readTimescale(text.replace(short[0], `${day}/${month}/${dated}`), options);
  return { ...again, text };
}

/** The words of a resolution that say by when or how often: "by 30 June", "on a quarterly basis". */
export function timeWordsIn(text: string): string | null {
  const recurring =
    /\b(?:on an?\s+[\w-]+\s+basis|quarterly|monthly|bi-?monthly|annually|yearly|termly|half-?yearly|six-?monthly|weekly|every\s+(?:\w+\s+)?(?:weeks?|months?|years?|terms?|quarters?|meeting)|each\s+(?:month|quarter|term|year|meeting))\b/i.exec(
      text,
    );
  if (recurring) return recurring[0];
  const adjective =
    /\b(annual|quarterly|monthly|termly|weekly|(?:six|half)-?(?:monthly|yearly))\b(?=\s+(?:\w+\s+)?(?:reports?|updates?))/i.exec(
      text,
    );
  if (adjective) return adjective[0];
  const due = findDates(text).find((one) => one.role === 'due');
  if (due) {
    const before = /\b(?:by|before|no later than|until)\s+(?:the\s+)?(?:end\s+of\s+)?$/i.exec(
      text.slice(0, due.at),
    );
    return `${before?.[0] ?? ''}${due.text}`.trim();
  }
  const loose =
    /\b(?:by|before|within|in|to the|at the)\s+((?:the\s+)?(?:end of\s+)?(?:next meeting|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*(?:\s+\d{4})?(?:\s+meeting)?|(?:one|two|three|four|six|\d{1,2})\s+(?:weeks?|months?|days?|years?)))\b/i.exec(
      text,
    );
  return loose?.[0] ?? null;
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};

function countIn(word: string): number {
  return counts[word.toLowerCase()] ?? Number(word);
}

/** The day that lies so far after another; the last of its month where the month is shorter. */
function after(day: string, count: number, unit: string): string {
  if (/^day/i.test(unit)) return addDays(day, count);
  if (/^week/i.test(unit)) return addDays(day, count * 7);
  const months = Number(day.slice(5, 7)) - 1 + (/^year/i.test(unit) ? count * 12 : count);
  const year = Number(day.slice(0, 4)) + Math.floor(months / 12);
  const month = (months % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), last);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
