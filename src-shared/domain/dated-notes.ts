import { findMoments, type Moment } from './find-moments.ts';
import { isInitials, isPersonName } from './lead-kind.ts';
import { dateContext, readTimescale, type TimescaleOptions } from './timescales.ts';

/** One update of a cell that stacks several: when, by whom, what. */
export type DatedNote = {
  /** The day of the update, for a month or a quarter its last; null where it has no date, or none with a year. */
  readonly on: string | null;
  /** Initials or a name beside the date. */
  readonly by: string | null;
  /** What was said. A date less exact than a day stays in the words. */
  readonly text: string;
};

const bullet = '(?:[\u2022\u25cf\u25aa\u2023\u00b7*>\uf0b7\\-\u2013\u2014]\\s*)?';
/** Words that say no more than that an update follows. */
const heralds =
  '(?:(?:latest|current|previous|further|progress|position|status|quarterly|termly|monthly|interim|officer)\\s+){0,2}(?:updated?|updates|progress|position|status|notes?|comments?|added|entry)\\s*\\d{0,2}\\s*[(:\u2013-]?\\s*(?:as\\s+(?:at|of)|at|on|for|from|to)?|as\\s+(?:at|of)';
/** Words before a date that are part of what is said: they stay. */
const occasions =
  '(?:[a-z]+\\s+){0,2}(?:review(?:ed)?|report(?:ed)?|meeting|mtg|board|monitoring)\\s*(?:on|of|for|in|at)?';
const opening = new RegExp(
  `^\\s*${bullet}([[(]?)\\s*(?:(${heralds})|(${occasions}))?\\s*[:,(\u2013-]?\\s*([^\\[\\]()]{0,40})$`,
  'i',
);
/** Where a sentence, a column of a pasted table or a run of blanks ends. */
const boundary = /[.;!?)\]]\s+|\s\|\s+|\s{2,}|\s*(?=[[(][^[\]()]*$)/g;
const nameBefore = /^(.{1,40}?)[\s,:\u2013-]+$/;

const closing =
  /^(?:[\s,]+(?:at\s+)?\d{1,2}[.:]\d{2}\s*(?:am|pm|hrs)?)?([\s,/(\u2013-]*)([\p{Lu}][\p{L}.'\u2019&/-]*(?:\s+[\p{L}][\p{L}.'\u2019-]*){0,3})?\s*(?:\)?\s*[\])]\s*[:\u2013\u2014-]?|\)?\s*[:\u2013\u2014]|\)?\s+-\s|\)?-\s|$)\s*/u;
const setOff = /^\s*(?:[:\u2013\u2014]|\s-\s|-\s)\s*/;
/** "12/06/15 Leaflet drafted": no sign between. */
const straightOn = /^\s+(?=[\p{Lu}"'\u2018\u201c])/u;
const initialsNext = /^[\s,\u2013-]*([A-Z][A-Za-z]{0,2}[A-Z])(?:\s*[:\u2013\u2014]|\s+-\s|\s+(?=\p{Lu}))\s*/u;

type Stamp = {
  readonly from: number;
  /** Where the words of the update begin. */
  readonly to: number;
  readonly by: string | null;
  readonly moment: Moment;
  /** Said before the date: kept in front of the words. */
  readonly occasion: string;
};

/** A sign that could set a date off from the words after it, or a figure at the very beginning. */
const setsOff = /[:[\](\n\r\u2010-\u2015]|\s-|-\s|^\W*\d/;

/** Could there be a stamp at all? Most cells have none. */
const mayHaveStamp =
  /\d|\bq[1-4]\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|term/i;

/**
 * The updates in the words of a progress or comment cell, in the order in which they stand: "Update Apr 24: …",
 * "12/06/15 – …", "[JS 03/02/14] …", "Q2: …". A date begins an update where it opens a line or a sentence and a
 * sign sets it off; one that is only mentioned ("up to 79% by June 2014") does not. Words before the first date are
 * an update without one. `readDay` reads the words of a date, where dates in this file are read differently.
 */
export function splitDatedNotes(
  text: string,
  options: TimescaleOptions = {},
  readDay: (words: string) => string | null = (words) => dayOf(words, options),
): DatedNote[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\t\u00a0\u2000-\u200a\u3000]/g, ' ').trimEnd())
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  if (!setsOff.test(text) || !mayHaveStamp.test(text))
    return [{ on: null, by: null, text: lines.map(fold).join('\n') }];
  const notes: { on: string | null; by: string | null; text: string }[] = [];
  const goOn = (words: string): void => {
    const said = fold(words);
    if (said === '') return;
    const last = notes.at(-1);
    if (last) last.text = last.text === '' ? said : `${last.text}\n${said}`;
    else notes.push({ on: null, by: null, text: said });
  };
  lines.forEach((line, index) => {
    const stamps = stampsOf(line, options);
    const closed = stamps.every((stamp) => stamp.to >= line.length) ? trailingStamp(line, options) : null;
    if (closed) {
      const day = readDay(line.slice(closed.moment.from, closed.moment.to));
      if (day !== null) {
        notes.push({ on: day, by: closed.by, text: fold(line.slice(0, closed.from)) });
        return;
      }
    }
    let at = 0;
    stamps.forEach((stamp, number) => {
      const day = readDay(line.slice(stamp.moment.from, stamp.moment.to));
      const end = stamps[number + 1]?.from ?? line.length;
      const body = line.slice(stamp.to, end);
      // a date that is all the cell says is what it says
      if (fold(body) === '' && end === line.length && index === lines.length - 1) return;
      if (day === null && !(stamp.moment.yearless && number === 0)) return;
      goOn(line.slice(at, stamp.from));
      const exact =
        stamp.moment.spans[0]?.precision === 'day' && !stamp.moment.range && !stamp.moment.shortYear;
      const whole = day === null || !exact || stamp.occasion !== '';
      const said = whole ? line.slice(stamp.from, end) : body;
      notes.push({ on: day, by: stamp.by, text: fold(said) });
      at = end;
    });
    goOn(line.slice(at));
  });
  return notes;
}

const fold = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[;\s]+$/, '')
    .trim();

function dayOf(words: string, options: TimescaleOptions): string | null {
  const read = readTimescale(words, options);
  return read.end ?? read.start;
}

function stampsOf(line: string, options: TimescaleOptions): Stamp[] {
  const stamps: Stamp[] = [];
  for (const moment of findMoments(line, dateContext(options))) {
    const floor = stamps.at(-1)?.to ?? 0;
    const stamp = stampAt(line, moment, floor);
    if (stamp) stamps.push(stamp);
  }
  return stamps;
}

function stampAt(line: string, moment: Moment, floor: number): Stamp | null {
  if (moment.impossible) return null;
  for (const from of beginningsOf(line, moment.from, floor)) {
    const stamp = stampFrom(line, moment, from);
    if (stamp) return stamp;
  }
  return null;
}

/** "Q1: Planned. Q2: Built": quarters that each open a sentence. */
function goesOnInQuarters(line: string, from: number): boolean {
  return /^\W*q[1-4]\s*:/i.test(line) && /^q[1-4]\s*:/i.test(line.slice(from));
}

const inFigures = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;

function stampFrom(line: string, moment: Moment, from: number): Stamp | null {
  const before = opening.exec(line.slice(from, moment.from));
  if (!before) return null;
  const [, bracket = '', , occasion = '', left = ''] = before;
  const author = left === '' ? null : nameIn(nameBefore.exec(left)?.[1] ?? '', true);
  if (left !== '' && author === null) return null;
  // inside a line only a date with its year opens an update
  if (from > 0 && (moment.yearless || moment.bareYear) && !goesOnInQuarters(line, from)) return null;
  const rest = line.slice(moment.to);
  const made = (length: number, by: string | null): Stamp => ({
    from,
    to: moment.to + length,
    by: by ?? author,
    moment,
    occasion: occasion.trim(),
  });
  const initials = initialsNext.exec(rest);
  if (initials && isInitials(initials[1] ?? '') && bracket === '') {
    return made(initials[0].length, initials[1] ?? null);
  }
  const shut = closing.exec(rest);
  if (shut && fits(shut, bracket, moment)) {
    // after a dash a name of two words is as likely the subject: "24/11/14 – Sure Start: agreed"
    const name =
      shut[2] === undefined
        ? null
        : (nameIn(shut[2], !/[\u2013-]/.test(shut[1] ?? '')) ?? (bracket === '[' ? teamIn(shut[2]) : null));
    const inline = from > 0 && bracket === '(' && name === null && author === null;
    if (!inline && (shut[2] === undefined || name !== null)) return made(shut[0].length, name);
    const plain = name === null && bracket === '' ? setOff.exec(rest) : null;
    if (plain) return made(plain[0].length, null);
  }
  const whole = moment.spans[0]?.precision === 'day' && !moment.yearless && !moment.range;
  // after a full stop only a date all in figures opens another: "12/06/15 Drafted. 20/06/12 Sent"
  const opens =
    from === 0 || (inFigures.test(line.slice(0, moment.to)) && inFigures.test(line.slice(from, moment.to)));
  if (whole && opens && bracket === '' && (author !== null || straightOn.test(rest))) return made(0, null);
  return null;
}

/** Where the words that lead up to a date may begin, the nearest first; nowhere straight after another stamp. */
function beginningsOf(line: string, to: number, floor: number): number[] {
  const begins = floor === 0 ? [0] : [];
  for (const match of line.slice(floor, to).matchAll(boundary))
    begins.unshift(floor + match.index + match[0].length);
  return begins.slice(0, 3);
}

/** A bracket that was opened must close; a year alone needs a colon. */
function fits(shut: RegExpExecArray, bracket: string, moment: Moment): boolean {
  const sign = shut[0].slice((shut[1] ?? '').length + (shut[2] ?? '').length);
  if (bracket !== '' && !/[\])]/.test(sign)) return false;
  if (bracket === '' && /\]/.test(sign)) return false;
  const yearOnly = moment.spans[0]?.precision === 'year' || moment.yearless !== null;
  return !yearOnly || /:|[\])]/.test(sign);
}

/** Initials, or a name of two words; one word alone may be anything. */
function nameIn(text: string, named: boolean): string | null {
  const name = text.replace(/^[\s,.(-]+|[\s,:(-]+$/g, '').replace(/^by\s+/i, '');
  if (isInitials(name)) return name;
  const words = name.split(/\s+/);
  if (named && words.length >= 2 && words.length <= 4 && isPersonName(name)) return name;
  return named && /\b(?:team|manager|officer|lead|head|coordinator|co-ordinator)$/i.test(name) ? name : null;
}

/** "[2025-03-28 Parks]": within square brackets one word beside the day is who wrote it. */
function teamIn(text: string): string | null {
  const word = text.replace(/^[\s,-]+|[\s,-]+$/g, '');
  return /^\p{Lu}[\p{L}'’]{2,}$/u.test(word) ? word : null;
}

const inBrackets = /[[(]([^[\]()]{4,60})[\])]\s*\.?\s*$/;

/** "Leaflet drafted [JS 03/02/14]": the date of what stands before it. A name or a square bracket marks it. */
function trailingStamp(line: string, options: TimescaleOptions): Stamp | null {
  const match = inBrackets.exec(line);
  if (!match || line.slice(0, match.index).trim() === '') return null;
  const at = match.index + 1;
  const inside = match[1] ?? '';
  const [moment, ...more] = findMoments(inside, dateContext(options));
  if (!moment || more.length > 0 || moment.yearless || moment.spans[0]?.precision !== 'day') return null;
  const rest = `${inside.slice(0, moment.from)} ${inside.slice(moment.to)}`.replace(
    /^\s*(?:by|updated)\b/i,
    '',
  );
  const name = nameIn(rest.trim(), true);
  if (rest.replace(/[\s,:\u2013-]/g, '') !== '' && name === null) return null;
  if (name === null && line[match.index] !== '[') return null;
  return {
    from: match.index,
    to: line.length,
    by: name,
    moment: { ...moment, from: at + moment.from, to: at + moment.to },
    occasion: '',
  };
}
