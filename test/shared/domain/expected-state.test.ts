import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  type ActionFacts,
  expectedState,
  isMismatch,
  mismatchInWords,
  reasonsInWords,
  usualRule,
  usualSilentDays,
} from '#shared/domain/expected-state.ts';
import { noSlippage, slippageOf } from '#shared/domain/slippage.ts';
import { states } from '#shared/domain/states.ts';
import { readTimescale } from '#shared/domain/timescales.ts';

const today = '2010-10-12';
const facts = (o: Partial<ActionFacts> & { when?: string }): ActionFacts => ({
  said: 'on-track',
  timescale: o.when === undefined ? null : readTimescale(o.when),
  periodStart: '2010-04-01',
  lastUpdate: '2010-09-28',
  words: null,
  measures: { of: 0, met: 0, off: 0, unknown: 0 },
  slippage: noSlippage,
  ...o,
});
const moved = (times: number) =>
  slippageOf(
    Array.from({ length: times + 1 }, (_, n) => ({
      timescale: { ...readTimescale('30 November 2010'), end: addDays('2010-12-01', n * 60) },
      since: n === 0 ? null : addDays('2010-04-01', n),
    })),
  );
const judge = (o: Parameters<typeof facts>[0]) => {
  const given = facts(o);
  const expected = expectedState(given, today);
  return {
    state: expected.state,
    mismatch: isMismatch(given, expected),
    words: mismatchInWords(expected, 'On track'),
    expected,
  };
};

describe('the numbers of the rule', () => {
  const stateBy = (rule: Partial<typeof usualRule>, o: Parameters<typeof facts>[0]) =>
    expectedState(facts(o), today, usualSilentDays, { ...usualRule, ...rule }).state;

  it('are the office’s own where it has set them, each with its own effect', () => {
    const slow = { when: 'March 2011', words: '4 of 14 visits done' };
    expect(stateBy({}, slow)).toBe('at-risk');
    expect(stateBy({ farBehindShare: 60 }, slow)).toBe('off-track');
    expect(stateBy({ behindShare: 50 }, slow)).toBe('on-track');
    expect(stateBy({ earlyShare: 60 }, slow)).toBe('on-track');
    const silent = { when: 'March 2011', lastUpdate: addDays(today, -134) };
    expect(stateBy({}, silent)).toBe('at-risk');
    expect(stateBy({ lateShare: 60 }, silent)).toBe('on-track');
    expect(stateBy({ lateShare: 60, nearDays: 200 }, silent)).toBe('at-risk');
    const put = { when: 'March 2011', slippage: moved(2) };
    expect(stateBy({}, put)).toBe('at-risk');
    expect(stateBy({ movesAtRisk: 3, movesOffTrack: 4 }, put)).toBe('on-track');
    expect(stateBy({ movesOffTrack: 2 }, put)).toBe('off-track');
  });
});

describe('the expected state of an action', () => {
  it('says the reasons in words', () => {
    expect(judge({ when: 'By 24 October 2010', lastUpdate: addDays(today, -134) })).toMatchObject({
      state: 'at-risk',
      mismatch: true,
      words: 'Ends in 12 days, no update for 134 days, said to be on track.',
    });
    expect(judge({ when: 'By 1 October 2010', words: '4 of 14 visits done' })).toMatchObject({
      state: 'off-track',
      mismatch: true,
      words: '4 of 14 visits done, ended 11 days ago, said to be on track.',
    });
    expect(judge({ when: 'March 2011', slippage: moved(3) }).words).toBe(
      '53% of its time has gone, moved 3 times, 6 months in all, said to be on track.',
    );
  });

  it('says nothing where there is no basis, and why', () => {
    for (const when of [undefined, 'Ongoing', 'Dec 09', 'March 2010 and ongoing', 'From 2006', 'Completed']) {
      const { state, mismatch, expected } = judge(when === undefined ? {} : { when });
      expect([when, state, mismatch]).toEqual([when, null, false]);
      expect(expected.why).toMatch(/\.$/);
      expect(reasonsInWords(expected)).toBe(expected.why);
    }
  });

  it('weighs what is done against the time gone', () => {
    expect(judge({ when: 'March 2011', words: '9 of 14 visits done' }).state).toBe('on-track');
    expect(judge({ when: 'March 2011', words: '5 of 14 visits done' }).state).toBe('at-risk');
    expect(judge({ when: 'March 2011', words: '2 of 14 visits done' }).state).toBe('off-track');
    expect(judge({ when: 'March 2011', words: '2 of 14 posts vacant' }).state).toBe('on-track');
  });

  it('doubts what is complete only where the evidence speaks against it', () => {
    expect(judge({ said: 'complete', when: 'March 2010' }).mismatch).toBe(false);
    expect(judge({ said: 'complete', when: 'March 2011', words: '41 of 63 visited' }).mismatch).toBe(true);
    expect(
      judge({ said: 'complete', when: 'March 2011', measures: { of: 2, met: 1, off: 1, unknown: 0 } }).words,
    ).toContain('1 of 2 measures not met');
    expect(judge({ when: 'By 1 October 2010', words: '14 of 14 visits done' })).toMatchObject({
      state: 'complete',
      mismatch: true,
    });
  });

  it('takes a missing figure as a sign against complete, not for late', () => {
    const unknown = judge({
      said: 'complete',
      when: 'March 2010',
      measures: { of: 2, met: 1, off: 0, unknown: 1 },
    });
    expect(unknown).toMatchObject({ state: 'on-track', mismatch: true });
    expect(unknown.words).toContain('1 of 2 measures without a figure to judge by');
  });

  it('knows what has not begun, and that it may be silent', () => {
    const { state, expected } = judge({
      said: 'not-started',
      when: 'January 2011 to March 2011',
      lastUpdate: 'none',
    });
    expect(state).toBe('not-started');
    expect(expected).toMatchObject({ silentFor: null, reasons: ['begins in 81 days'] });
    expect(judge({ said: 'not-started', when: 'March 2011', lastUpdate: 'none' }).words).toContain(
      'not begun, no update yet',
    );
  });

  const day = fc.integer({ min: -600, max: 600 }).map((by) => addDays(today, by));
  const anything = fc
    .record({
      said: fc.option(fc.constantFrom(...states), { nil: null }),
      start: fc.option(day, { nil: null }),
      end: fc.option(day, { nil: null }),
      ongoing: fc.boolean(),
      ambiguous: fc.boolean(),
      periodStart: fc.option(day, { nil: null }),
      lastUpdate: fc.oneof(day, fc.constantFrom('none' as const, 'undated' as const)),
      done: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
      met: fc.integer({ min: 0, max: 3 }),
      off: fc.integer({ min: 0, max: 2 }),
      unknown: fc.integer({ min: 0, max: 2 }),
      moves: fc.integer({ min: 0, max: 4 }),
    })
    .map(
      ({ start, end, ongoing, ambiguous, done, met, off, unknown, moves, ...rest }): ActionFacts => ({
        ...rest,
        timescale: { kind: 'by', start, end, ongoing, recurrence: null, ambiguous },
        words: done === null ? null : `${done} of 20 done`,
        measures: { of: met + off + unknown, met, off, unknown },
        slippage: moved(moves),
      }),
    );
  const rank = { complete: -1, 'not-started': 0, 'on-track': 0, 'at-risk': 1, 'off-track': 2 };
  const rankOf = (given: ActionFacts, on: string) => {
    const { state } = expectedState(given, on);
    return state === null ? null : rank[state];
  };

  it('gets no better by waiting', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 400 }), (given, wait) => {
        const [now, later] = [rankOf(given, today), rankOf(given, addDays(today, wait))];
        // What is all done is complete once its time has gone, not before.
        if (now !== null && later !== null && later !== -1) expect(later).toBeGreaterThanOrEqual(now);
      }),
      { numRuns: 500 },
    );
  });

  it('gets no worse by more done, and no better by more moves', () => {
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (given, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const withDone = (n: number) => rankOf({ ...given, words: `${n} of 20 done` }, today);
          expect(withDone(more) ?? 0).toBeLessThanOrEqual(withDone(less) ?? 0);
          const withMoves = (n: number) => rankOf({ ...given, slippage: moved(n % 5) }, today);
          if (a % 5 <= b % 5) expect(withMoves(b) ?? 0).toBeGreaterThanOrEqual(withMoves(a) ?? 0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is null exactly where it says why, and doubts nobody who says as bad or worse', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const expected = expectedState(given, today);
        expect(expected.state === null).toBe(expected.why !== null);
        expect(isMismatch({ ...given, said: null }, expected)).toBe(false);
        const worst = expectedState({ ...given, said: 'off-track' }, today);
        expect(isMismatch({ ...given, said: 'off-track' }, worst)).toBe(worst.state === 'complete');
      }),
      { numRuns: 500 },
    );
  });
});
