import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleInWords, readCycle } from '#shared/domain/cycle-words.ts';

/** Words as bodies write them, and what the product makes of them. */
const readings: readonly (readonly [string, string])[] = [
  ['Termly', 'once a term'],
  ['once a term', 'once a term'],
  ['Half-termly', 'once each half-term'],
  ['six a year', 'six a year'],
  ['6 meetings per year', 'six a year'],
  ['Meets at least four times a year', 'four a year'],
  ['Quarterly, on the second Tuesday', 'quarterly, on the second Tuesday of the month'],
  ['Quarterly on the last Friday of the quarter', 'quarterly, on the last Friday of the month'],
  ['three times a year per cluster', 'three a year, for each cluster'],
  ['Three times a year per cluster (seven clusters)', 'three a year, for each of 7 clusters'],
  ['termly in each of the seven localities', 'once a term, for each of 7 localities'],
  ['monthly except August', 'monthly, not in August'],
  ['monthly except August and December', 'monthly, not in August and December'],
  ['Monthly from September to July', 'monthly, not in August'],
  ['First Monday of each term', 'once a term, on the first Monday of the term'],
  ['first and third Tuesday of each month', 'monthly, on the first and third Tuesday of the month'],
  ['Every six weeks', 'every 6 weeks'],
  ['6-weekly', 'every 6 weeks'],
  ['fortnightly', 'every 2 weeks'],
  ['Fortnightly on Thursdays', 'every 2 weeks, on a Thursday'],
  ['Annually in November', 'once a year, in November'],
  ['every November', 'once a year, in November'],
  ['twice a year, in June and December', 'two a year, in June and December'],
  ['March, July and November', 'in March, July and November'],
  [
    'second Wednesday of March, June, September and December',
    'on the second Wednesday of the month, in March, June, September and December',
  ],
  ['every two months', 'every 2 months'],
  ['weekly on a Monday', 'weekly, on a Monday'],
  ['monthly on the 15th', 'monthly, on the 15th of the month'],
  ['half-yearly', 'two a year'],
];

describe('how often a body meets, in words', () => {
  it.each(readings)('“%s” means %s', (words, means) => {
    const { cycle, unread, why } = readCycle(words);
    expect(why).toBeNull();
    expect(unread).toEqual([]);
    expect(cycle && cycleInWords(cycle)).toBe(means);
  });

  it.each([
    ['bi-monthly', 'twice a month or every two months'],
    ['biannual', 'twice a year or every two years'],
    ['every second Tuesday', 'every two weeks or the second of each month'],
    ['four to six weekly', 'the shorter or the longer'],
    ['monthly and quarterly', 'in two ways: quarterly and monthly'],
    ['three times a year in May and October', '3 a year, but 2 months are named'],
    ['on the second Tuesday', 'How often it meets is not understood'],
    ['as and when required', 'How often it meets is not understood'],
    ['Monthly unless the chair says otherwise', 'changes what the rest means'],
    ['', 'Nothing is said'],
  ])('“%s” gives no dates, and says why', (words, why) => {
    const reading = readCycle(words);
    expect(reading.cycle).toBeNull();
    expect(reading.why).toContain(why);
  });

  it('gives back what it did not understand as it stands', () => {
    const { cycle, unread } = readCycle(
      'Quarterly, alternating between Saltby and the coast; in the Town Hall',
    );
    expect(cycle && cycleInWords(cycle)).toBe('quarterly');
    expect(unread).toEqual(['alternating between Saltby and the coast', 'in the Town Hall']);
  });

  it('reads its own words again as the same cycle', () => {
    for (const [words] of readings) {
      const { cycle } = readCycle(words);
      const again = cycle && readCycle(cycleInWords(cycle));
      expect(again?.cycle, words).toEqual(cycle);
    }
  });

  it('loses no word: whatever stands before a cycle is understood or given back', () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,9}$/);
    fc.assert(
      fc.property(word, fc.constantFrom(...readings), (strange, [words]) => {
        expect(readCycle(`${words}, ${strange}`).unread).toEqual([strange]);
      }),
    );
  });
});
