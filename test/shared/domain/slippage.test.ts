import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  farInWords,
  planSlippage,
  type Standing,
  slippageInWords,
  slippageOf,
} from '#shared/domain/slippage.ts';
import { readTimescale } from '#shared/domain/timescales.ts';

const stood = (text: string, since: string | null = null): Standing => ({
  timescale: readTimescale(text),
  since,
});
const wordsOf = (...history: Standing[]) => slippageInWords(slippageOf(history));

describe('slippage of an end date', () => {
  it('counts how often and how far it moved', () => {
    expect(
      wordsOf(
        stood('30 June 2010'),
        stood('30 September 2010', '2010-06-20'),
        stood('31 December 2010', '2010-09-28'),
      ),
    ).toBe('moved 2 times, 6 months in all');
    expect(wordsOf(stood('30 June 2010'), stood('31 May 2010', '2010-05-01'))).toBe(
      'moved once, 30 days earlier',
    );
  });

  it('is told in days while it is near, and in months from two on', () => {
    expect([30, -60, 61, 91, -426].map(farInWords)).toEqual([
      '30 days',
      '60 days',
      '2 months',
      '3 months',
      '14 months',
    ]);
  });

  it('reads moves from words that tell of earlier dates, and counts none twice', () => {
    const june = stood('June 2014', '2014-01-01');
    const moved = stood('June 2014 / new date December 2014', '2014-06-20');
    expect(slippageOf([moved]).moves).toMatchObject([{ from: '2014-06-30', to: '2014-12-31', days: 184 }]);
    expect(slippageOf([june, moved]).moves).toHaveLength(1);
    expect(slippageOf([june, moved]).moves[0]?.on).toBe('2014-06-20');
  });

  it('takes what was typed and corrected on one day as one, and settling two readings as none', () => {
    expect(wordsOf(stood('June 2011', '2010-06-01'), stood('June 2010', '2010-06-01'))).toBeNull();
    expect(wordsOf(stood('Dec 09'), stood('By December 2009', '2009-06-01'))).toBeNull();
    expect(wordsOf(stood('By Dec 2010'), stood('By 31 December 2010', '2010-06-01'))).toBeNull();
    expect(wordsOf(stood('Ongoing'), stood('December 2010', '2010-06-01'))).toBeNull();
  });

  it('adds up: the days in all are those from the first end to the last', () => {
    const offsets = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(offsets, (days) => {
        const plain = readTimescale('1 March 2010');
        const history = days.map((by, place) => ({
          timescale: { ...plain, end: addDays('2010-03-01', by) },
          since: place === 0 ? null : addDays('2010-01-01', place),
        }));
        const slippage = slippageOf(history);
        expect(slippage.days).toBe((days.at(-1) ?? 0) - (days[0] ?? 0));
        expect(slippage.moves.every((move) => move.days !== 0)).toBe(true);
        expect(slippage.later).toBeLessThanOrEqual(slippage.moves.length);
      }),
    );
  });

  it('sums over a plan, where a date brought forward makes up for none put back', () => {
    const later = slippageOf([stood('June 2010'), stood('August 2010', '2010-06-01')]);
    const earlier = slippageOf([stood('June 2010'), stood('May 2010', '2010-05-01')]);
    expect(planSlippage([later, earlier, slippageOf([])])).toEqual({
      moved: 2,
      times: 2,
      daysLater: 62,
      most: 62,
    });
  });
});
