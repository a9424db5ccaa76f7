import { serialDay, weekday } from './calendar.ts';
import type { FormatToken } from './format-tokens.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Since the beginning, for elapsed hours, minutes and seconds. */
  readonly seconds: number;
  readonly serial: number;
};

/** A day number as a date format shows it, in English. */
export function showDate(serial: number, tokens: readonly FormatToken[], from1904: boolean): string {
  const parts = systemParts(tokens);
  const unit = 10 ** parts.filter((token) => token.kind === 'digit').length;
  const seconds = Math.round(serial * 86_400 * unit) / unit;
  const date = serialDay(Math.floor(seconds / 86_400), from1904);
  const ofDay = seconds - Math.floor(seconds / 86_400) * 86_400;
  const moment: Moment = {
    ...date,
    weekday: weekday(date),
    hour: Math.floor(ofDay / 3_600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
    seconds,
    serial,
  };
  const halves = parts.some((token) => token.kind === 'date' && /^a/i.test(token.text));
  return parts.map((_, at) => showPart(parts, at, moment, halves)).join('');
}

/** The country's own date and time, as Windows set to the United Kingdom shows them. */
function systemParts(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const date = (text: string): FormatToken => ({ kind: 'date', text });
  const mark = (text: string): FormatToken => ({ kind: 'literal', text });
  if (tokens.some((token) => token.kind === 'date' && token.text === 'system-date')) {
    return [date('d'), mark(' '), date('mmmm'), mark(' '), date('yyyy')];
  }
  if (tokens.some((token) => token.kind === 'date' && token.text === 'system-time')) {
    return [date('hh'), mark(':'), date('mm'), mark(':'), date('ss')];
  }
  return tokens;
}

function showPart(parts: readonly FormatToken[], at: number, moment: Moment, halves: boolean): string {
  const token = parts[at] as FormatToken;
  switch (token.kind) {
    case 'literal':
      return token.text;
    case 'slash':
      return '/';
    case 'comma':
      return ',';
    case 'point':
      return '.';
    case 'digit':
      return thousandth(parts, at, moment);
    case 'elapsed':
      return elapsed(token.text, moment);
    case 'date':
      return datePart(token.text.toLowerCase(), parts, at, moment, halves);
    default:
      return '';
  }
}

/** Fractions of a second: the zeros after the point, taken as a whole at the first of them. */
function thousandth(parts: readonly FormatToken[], at: number, moment: Moment): string {
  if (parts[at - 1]?.kind === 'digit') return '';
  let places = 0;
  while (parts[at + places]?.kind === 'digit') places += 1;
  const fraction = moment.second - Math.floor(moment.second);
  return String(Math.floor(fraction * 10 ** places + 1e-6)).padStart(places, '0');
}

function elapsed(text: string, moment: Moment): string {
  const unit = text[0] === 'h' ? 3_600 : text[0] === 'm' ? 60 : 1;
  return padded(Math.floor(moment.seconds / unit), text.length);
}

function datePart(
  text: string,
  parts: readonly FormatToken[],
  at: number,
  moment: Moment,
  halves: boolean,
): string {
  switch (text[0]) {
    case 'y':
      return text.length <= 2 ? padded(moment.year % 100, 2) : padded(moment.year, 4);
    case 'd':
      if (text.length <= 2) return padded(moment.day, text.length);
      return text.length === 3
        ? (weekdays[moment.weekday] as string).slice(0, 3)
        : (weekdays[moment.weekday] as string);
    case 'h':
      return padded(halves ? moment.hour % 12 || 12 : moment.hour, Math.min(2, text.length));
    case 's':
      return padded(Math.floor(moment.second), Math.min(2, text.length));
    case 'a':
      return text === 'a/p' ? (moment.hour < 12 ? 'a' : 'p') : moment.hour < 12 ? 'AM' : 'PM';
    default:
      return isMinute(parts, at)
        ? padded(moment.minute, Math.min(2, text.length))
        : month(text.length, moment);
  }
}

/** m is minutes right after hours or right before seconds, else the month. */
function isMinute(parts: readonly FormatToken[], at: number): boolean {
  const letter = (token: FormatToken): string =>
    token.kind === 'date' || token.kind === 'elapsed' ? (token.text[0] as string).toLowerCase() : '';
  const before = parts.slice(0, at).findLast((token) => letter(token) !== '' && letter(token) !== 'a');
  if (before !== undefined && letter(before) === 'h') return true;
  const after = parts.slice(at + 1).find((token) => letter(token) !== '');
  return after !== undefined && letter(after) === 's';
}

function month(length: number, moment: Moment): string {
  const name = months[moment.month - 1] as string;
  if (length <= 2) return padded(moment.month, length);
  if (length === 3) return name.slice(0, 3);
  return length === 5 ? name.slice(0, 1) : name;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
