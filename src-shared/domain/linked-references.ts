import { isReference } from './references.ts';

/**
 * Lists of references as plans write them in one breath: "CSD1,2 and 8", "A3-A5", "2.2 (i) and (iii)",
 * "Priorities 1.1, 1.2". What is no such list is none: titles, years and amounts are left alone.
 */

const kindWords =
  /^(?:(?:key|strategic)\s+)?(?:priorit(?:y|ies)|objectives?|actions?|recommendations?|recs?|refs?|references?|nos?|numbers?|targets?|outcomes?|sections?|chapters?|themes?|aims?|goals?|strands?|commitments?|standards?|kpis?|indicators?)\.?\s*:?\s+/i;
const enumerators = '(?:\\s?\\((?:[ivxlc]{1,6}|[a-z]|\\d{1,2})\\))';
const item = new RegExp(
  `^([A-Z][A-Za-z&]{0,5}[ .-]?)?(?:(\\d{1,3}(?:\\.\\d{1,3}){0,4}[a-z]?)(${enumerators}*)|(${enumerators}))`,
);
const separator = /^\s*(?:(to|[-\u2013\u2014])|,\s*and\b|,\s*&|,|and\b|&|\/|;|\+)\s*/i;

/** The most that "A1 to A40" is taken to mean. */
const mostInRange = 40;
/** The most pieces of one list. */
const mostPieces = 60;

type Item = { prefix: string; number: string; enumerator: string };

/** The references that the words list, each written out: "CSD1,2 and 8" to CSD1, CSD2, CSD8. Empty for other words. */
export function linkedReferences(text: string): string[] {
  let rest = text.replace(/\s+/g, ' ').trim().replace(/[.:]$/, '').replace(kindWords, '');
  const found: string[] = [];
  let last: Item | null = null;
  let isRange = false;
  while (rest !== '') {
    const match = item.exec(rest);
    if (!match) return [];
    const next = itemOf(match, last);
    if (!next) return [];
    if (isRange) {
      const between = last ? rangeOf(last, next) : null;
      if (!between) return [];
      found.push(...between);
    } else found.push(written(next));
    last = next;
    rest = rest.slice(match[0].length);
    if (rest === '') break;
    const sign = separator.exec(rest);
    if (!sign || found.length > mostPieces) return [];
    isRange = sign[1] !== undefined;
    rest = rest.slice(sign[0].length);
    if (rest === '') return [];
  }
  return found.every(isReference) ? [...new Set(found)] : [];
}

/** What one item says, taking from the item before what it leaves out: "CSD" of "CSD1, 2", "2.2" of "2.2 (i), (ii)". */
function itemOf(match: RegExpExecArray, last: Item | null): Item | null {
  const [, prefix, number, some = '', only] = match;
  if (only !== undefined) {
    if (!last || prefix !== undefined || last.enumerator === '') return null;
    return { ...last, enumerator: withBlankOf(only, last.enumerator) };
  }
  return { prefix: prefix ?? last?.prefix ?? '', number: number ?? '', enumerator: some };
}

/** "(ii)" behind "2.2 (i)" is written "2.2 (ii)". */
const withBlankOf = (enumerator: string, like: string): string =>
  (like.startsWith(' ') ? ' ' : '') + enumerator.trim();

const written = ({ prefix, number, enumerator }: Item): string => `${prefix}${number}${enumerator}`;

/** What lies behind `from` up to `to`, which is among it; null where the two span no range. */
function rangeOf(from: Item, to: Item): string[] | null {
  const samePrefix = from.prefix.trim().toLowerCase() === to.prefix.trim().toLowerCase();
  if (!samePrefix) return null;
  if (from.enumerator !== '' && to.enumerator !== '') {
    if (from.number !== to.number) return null;
    const steps = enumeratorsBetween(from.enumerator.trim(), to.enumerator.trim());
    return steps?.map((one) => written({ ...from, enumerator: withBlankOf(one, from.enumerator) })) ?? null;
  }
  if (from.enumerator !== '' || to.enumerator !== '') return null;
  const [a, b] = [splitLast(from.number), splitLast(to.number)];
  if (!a || !b || (b.before !== '' && a.before !== b.before)) return null;
  if (b.last <= a.last || b.last - a.last > mostInRange) return null;
  return Array.from({ length: b.last - a.last }, (_, step) =>
    written({ ...from, number: `${a.before}${a.last + step + 1}` }),
  );
}

function splitLast(number: string): { before: string; last: number } | null {
  const match = /^((?:\d{1,3}\.)*)(\d{1,3})$/.exec(number);
  return match ? { before: match[1] ?? '', last: Number(match[2]) } : null;
}

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** "(i)" to "(iii)": (ii), (iii); null where the two are not of one row. */
function enumeratorsBetween(from: string, to: string): string[] | null {
  const [a, b] = [from, to].map((one) => one.replace(/[()]/g, ''));
  for (const row of [romans, letters]) {
    const [first, last] = [row.indexOf(a ?? ''), row.indexOf(b ?? '')];
    if (first >= 0 && last > first) return row.slice(first + 1, last + 1).map((one) => `(${one})`);
  }
  return null;
}
