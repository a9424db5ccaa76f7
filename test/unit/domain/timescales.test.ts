import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timescale } from '#shared/contract/register.ts';
import { addDays, formatDay, monthNames } from '#shared/domain/dates.ts';
import {
  describeTimescale,
  explainImpossibleDay,
  readTimescale,
  timescaleReadings,
} from '#shared/domain/timescales.ts';
import { dateTable } from './timescale-table-dates.ts';
import { wordTable } from './timescale-table-words.ts';

const inShort = (read: Timescale): string =>
  [
    read.kind,
    read.start ?? '-',
    read.end ?? '-',
    read.precision ?? '-',
    read.ongoing ? 'ongoing' : '',
    read.recurrence ? `[${read.recurrence}]` : '',
    read.ambiguous ? '?' : '',
    read.revisedFrom ? `(was ${read.revisedFrom.end ?? read.revisedFrom.start})` : '',
  ]
    .filter(Boolean)
    .join(' ');

const day = fc
  .integer({ min: 0, max: 25_000 })
  .map((offset) => addDays('1985-01-01', offset))
  .filter((made) => made < '2050-01-01');

/** Pieces of which officers' timescales are made, thrown together in any order. */
const piece = fc.constantFrom(
  'by',
  'from',
  'end of',
  'Sept 09',
  'March 2010',
  '2009-10',
  '/',
  ' - ',
  'ongoing',
  '(',
  ')',
  'new date',
  'was',
  'spring',
  'term',
  '31 Feb 2011',
  'Q3',
  '24/11/14',
  'review',
  'completed',
  'annually',
  '2 x',
  'TBC',
  'to',
  'and',
  'onwards',
  'until',
  'half term',
  '12/10',
  '\n',
  'Dec',
  '10',
  '3 times a year',
  'revised to',
  '→',
  '99',
  'may',
);
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));

describe('readTimescale', () => {
  for (const { name, period, rows } of [...dateTable, ...wordTable]) {
    it.each(rows)(`${name}: reads %j`, (text, expected) => {
      expect(inShort(readTimescale(text, { period }))).toBe(expected);
    });
  }

  it('reads every day that the product writes back to the same day', () => {
    fc.assert(
      fc.property(day, (made) => {
        const read = readTimescale(formatDay(made));
        expect([read.end, read.precision, read.ambiguous]).toEqual([made, 'day', false]);
      }),
    );
  });

  it('reads days first in numbers, with any separator', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-'), (made, sign) => {
        const [year, month, date] = made.split('-');
        expect(readTimescale(`${date}${sign}${month}${sign}${year}`).end).toBe(made);
      }),
    );
  });

  it('keeps the words, orders start and end, fits the contract and reads the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), (text) => {
        const read = readTimescale(text, { period: { start: '2009-04-01', end: '2010-03-31' } });
        expect(read.text).toBe(text);
        if (read.start && read.end) expect(read.start <= read.end).toBe(true);
        Timescale.parse(read);
        expect(readTimescale(read.text, { period: { start: '2009-04-01', end: '2010-03-31' } })).toEqual(
          read,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('gives the plain reading first and other readings only of ambiguous words', () => {
    fc.assert(
      fc.property(words, (text) => {
        const readings = timescaleReadings(text);
        expect(readings[0]).toEqual(readTimescale(text));
        if (readings.length > 1) expect(readings[0]?.ambiguous).toBe(true);
      }),
    );
  });

  it('finds no date in words without digits, seasons or months', () => {
    const plain = fc.array(
      fc.constantFrom(
        'subject',
        'agreement',
        'board',
        'plan',
        'settings',
        'funding',
        'available',
        'as soon as',
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const read = readTimescale(parts.join(' '));
        expect([read.kind, read.start, read.end, read.ambiguous]).toEqual(['unknown', null, null, false]);
      }),
    );
  });

  it('lets the plan period decide which reading of two digits is likelier, and asks all the same', () => {
    const period = { start: '2010-04-01', end: '2011-03-31' };
    expect(timescaleReadings('Dec 09', { period }).map((read) => [read.end, read.precision])).toEqual([
      ['2009-12-31', 'month'],
      ['2010-12-09', 'day'],
    ]);
    expect(timescaleReadings('Dec 05', { period }).map((read) => read.end)).toEqual([
      '2010-12-05',
      '2005-12-31',
    ]);
  });

  it('survives dates that cannot be dated beside a count', () => {
    expect(readTimescale('2 x half term Sept 09').end).toBe('2009-09-30');
    expect(readTimescale('2 x 31 Feb 2011').kind).toBe('unknown');
  });

  it('offers a milestone or a beginning for "and ongoing"', () => {
    expect(timescaleReadings('March 2011 (and ongoing)').map(inShort)).toEqual([
      'by - 2011-03-31 month ongoing ?',
      'from 2011-03-01 - month ongoing ?',
    ]);
  });

  it('begins quarters and years where the office begins them', () => {
    expect(inShort(readTimescale('Q1 2010/11', { yearStartMonth: 8 }))).toBe(
      'during 2010-08-01 2010-10-31 quarter',
    );
    expect(inShort(readTimescale('2010/11', { yearStartMonth: 9 }))).toBe(
      'during 2010-09-01 2011-08-31 year',
    );
  });

  it('reads every month by its name and short form', () => {
    monthNames.forEach((name, index) => {
      const month = String(index + 1).padStart(2, '0');
      expect(readTimescale(`${name} 2011`).end?.slice(0, 7)).toBe(`2011-${month}`);
      expect(readTimescale(`${name.slice(0, 3)} 2011`).end?.slice(0, 7)).toBe(`2011-${month}`);
    });
  });

  it('reads a long cell in a moment', () => {
    const long = 'September 2010 meeting of the forum, 12 parents, review March 2011. '.repeat(450);
    const start = performance.now();
    readTimescale(long);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('describeTimescale', () => {
  it.each([
    ['By Dec 2010', 'By 31 December 2010'],
    ['September 08 onwards', 'From 1 September 2008, no end'],
    ['on 6 May 2011', 'On 6 May 2011'],
    ['Q3 2010/11', '1 October 2010 to 31 December 2010'],
    ['until March 2011', 'Until 31 March 2011'],
    ['Ongoing', 'Ongoing'],
    ['Ongoing, every two years', 'Ongoing, every 2 years'],
    ['Quarterly', 'Every quarter'],
    ['monthly from April 2010', 'Every month, from 1 April 2010'],
    ['twice a term', '6 times a year'],
    ['Completed March 2010', 'Done, March 2010'],
    ['March 2011 (and ongoing)', 'By 31 March 2011, then ongoing'],
    ['Spring term 2010, new date autumn term 2010', 'By 17 December 2010, moved from 31 March 2010'],
    ['TBC', ''],
  ])('says what %j was read as', (text, said) => {
    expect(describeTimescale(readTimescale(text))).toBe(said);
  });
});

describe('explainImpossibleDay', () => {
  it('names the month and its days', () => {
    expect(explainImpossibleDay('31 Feb 2011')).toBe('February 2011 has 28 days.');
    expect(explainImpossibleDay('by 31/06/10')).toBe('June 2010 has 30 days.');
    expect(explainImpossibleDay('30 June 2010')).toBeNull();
    expect(explainImpossibleDay('half term')).toBeNull();
  });
});

const seeds = join(import.meta.dirname, '../../../../shared/seeds');

describe.skipIf(!existsSync(seeds))(
  'the commitments of a real plan (left out where ../shared is not there)',
  () => {
    it('understands every timescale of the column but those that say nothing yet', () => {
      const text = readFileSync(join(seeds, '002_3bb5fcec4019289d.txt'), 'utf8');
      const cells = text
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((row) => row.length >= 5 && /^\d/.test(row[0] ?? ''))
        .map((row) => row[3] ?? '');
      expect(cells.length).toBeGreaterThan(35);
      const unread = cells.filter((cell) => readTimescale(cell).kind === 'unknown');
      expect(unread).toHaveLength(1);
      expect(unread[0]).toContain('subject to agreement');
    });
  },
);
