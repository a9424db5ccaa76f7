import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timescale } from '#shared/contract/register.ts';
import { addDays, formatDay, monthNames } from '#shared/domain/dates.ts';
import { readTimescale, timescaleReadings } from '#shared/domain/timescales.ts';
import { inShort } from './timescale-groups.ts';
import { changesTable } from './timescale-table-changes.ts';
import { cuesTable } from './timescale-table-cues.ts';
import { formsTable } from './timescale-table-forms.ts';
import { plansTable } from './timescale-table-plans.ts';
import { yearsTable } from './timescale-table-years.ts';

const tables = [...formsTable, ...yearsTable, ...cuesTable, ...changesTable, ...plansTable];
const rows = tables.flatMap(({ period, rows }) => rows.map(([text, short]) => ({ text, short, period })));

/** What a timescale means, its words apart. */
const meaning = (text: string, period: { start: string; end: string } | null = null): string =>
  inShort(readTimescale(text, { period }));

describe('readTimescale', () => {
  for (const { name, period, rows } of tables) {
    it.each(rows)(`${name}: reads %j`, (text, short) => {
      const read = readTimescale(text, { period });
      expect(inShort(read)).toBe(short);
      expect(read.text).toBe(text);
    });
  }

  it('has at least 300 strings in its tables', () => {
    expect(new Set(rows.map(({ text }) => text)).size).toBeGreaterThan(300);
  });
});

describe('one meaning in many spellings', () => {
  const row = fc.constantFrom(...rows);
  const spellings: ReadonlyArray<readonly [string, (text: string) => string]> = [
    ['capitals', (text) => text.toUpperCase()],
    ['small letters', (text) => text.toLowerCase()],
    ['blanks round it', (text) => `  ${text}\u00a0`],
    ['wide blanks', (text) => text.replace(/ /g, '\u2003')],
    ['an en dash for a hyphen', (text) => text.replace(/-/g, '\u2013')],
    ['an em dash for a hyphen', (text) => text.replace(/-/g, '\u2014')],
    ['a non-breaking hyphen', (text) => text.replace(/-/g, '\u2011')],
    ['curly quotation marks', (text) => text.replace(/'/g, '\u2019')],
  ];
  for (const [name, respell] of spellings) {
    it(`reads the same in ${name}`, () => {
      fc.assert(
        fc.property(row, ({ text, short, period }) => {
          // an arrow is made of a hyphen and a bracket
          if (/->/.test(text)) return;
          expect(meaning(respell(text), period)).toBe(short);
        }),
        { numRuns: 600 },
      );
    });
  }

  const day = fc
    .integer({ min: 0, max: 25_000 })
    .map((offset) => addDays('1985-01-01', offset))
    .filter((made) => made < '2050-01-01');
  const suffix = (date: number): string =>
    date % 10 === 1 && date !== 11
      ? 'st'
      : date % 10 === 2 && date !== 12
        ? 'nd'
        : date % 10 === 3 && date !== 13
          ? 'rd'
          : 'th';

  it('reads a day written in any of the usual ways as that day', () => {
    fc.assert(
      fc.property(day, (made) => {
        const [year = '', month = '', date = ''] = made.split('-');
        const name = monthNames[Number(month) - 1] ?? '';
        const number = Number(date);
        for (const text of [
          formatDay(made),
          `${number}${suffix(number)} ${name} ${year}`,
          `${number}${suffix(number)} of ${name}, ${year}`,
          `${number} ${name.slice(0, 3)} ${year}`,
          `${number} ${name.slice(0, 3)}. ${year}.`,
          `${number}-${name.slice(0, 3)}-${year}`,
          `${name} ${number}, ${year}`,
          `${date}/${month}/${year}`,
          `${date}.${month}.${year}`,
          made,
        ])
          expect([text, meaning(text)]).toEqual([text, `by - ${made} day`]);
      }),
      { numRuns: 200 },
    );
  });

  it('reads a month by its name, its short form and with a full stop alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1990, max: 2049 }), (month, year) => {
        const name = monthNames[month - 1] ?? '';
        const plain = meaning(`${name} ${year}`);
        expect(plain.startsWith(`by - ${year}-${String(month).padStart(2, '0')}-`)).toBe(true);
        for (const text of [
          `${name.slice(0, 3)} ${year}`,
          `${name.slice(0, 3)}. ${year}`,
          `${name}, ${year}.`,
        ])
          expect(meaning(text)).toBe(plain);
      }),
    );
  });

  it('reads a quarter of a financial year however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1990, max: 2048 }), (quarter, year) => {
        const short = String((year + 1) % 100).padStart(2, '0');
        const plain = meaning(`Q${quarter} ${year}/${short}`);
        expect(plain).toMatch(/^during \d{4}-(?:01|04|07|10)-01 \d{4}-\d\d-\d\d quarter$/);
        for (const text of [
          `Quarter ${quarter} ${year}-${short}`,
          `Qtr ${quarter}, ${year}/${year + 1}`,
          `${year}/${short} Q${quarter}`,
          `Q${quarter} of ${year}/${short}`,
        ])
          expect(meaning(text)).toBe(plain);
      }),
    );
  });
});

describe('any text at all', () => {
  const period = { start: '2012-04-01', end: '2015-03-31' };
  /** Pieces of dates and cues in any order, with any characters between them. */
  const piece = fc.oneof(
    fc.constantFrom(...rows.map(({ text }) => text)),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'from',
      'moved from',
      'every',
      'within',
      '3',
      'months',
      'of',
      '(',
      ')',
      '/',
      '-',
      '@0',
      '\n',
    ),
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(' ')),
  );

  it('is kept word for word, never throws, and never ends before it begins', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(null, period), (text, within) => {
        for (const read of timescaleReadings(text, { period: within })) {
          expect(read.text).toBe(text);
          Timescale.parse(read);
          if (read.start && read.end) expect(read.start <= read.end).toBe(true);
          if (read.kind === 'unknown') expect([read.start, read.end]).toEqual([null, null]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('takes a moment at most, however the text repeats itself', () => {
    const parts = [
      '1',
      '1/1/',
      'a 1-',
      'year 1, ',
      '2009-',
      'Q1 ',
      'from ',
      '3 months of ',
      '( ',
      '@',
      'every 4-',
    ];
    for (const part of parts) {
      const long = part.repeat(Math.ceil(4000 / part.length));
      const start = performance.now();
      readTimescale(long, { period });
      expect(performance.now() - start).toBeLessThan(400);
    }
  });
});
