import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '#shared/domain/bank-holidays.ts';
import { type Cycle, readCycle } from '#shared/domain/cycle-words.ts';
import { addDays, daysBetween, weekdayOf } from '#shared/domain/dates.ts';
import { type Closed, closedDays, isWorkingDay, papersDue } from '#shared/domain/free-days.ts';
import { type CycleRequest, proposeMeetings } from '#shared/domain/meeting-cycle.ts';

const cycleOf = (words: string): Cycle => {
  const { cycle, why } = readCycle(words);
  if (!cycle) throw new Error(why ?? words);
  return cycle;
};
const school = (name: string, from: string, until: string): Closed => ({
  kind: 'school-holiday',
  name,
  from,
  until,
});
const bank = (...years: number[]): Closed[] =>
  years
    .flatMap(bankHolidays)
    .map(({ on, name }) => ({ kind: 'bank-holiday' as const, name, from: on, until: on }));
/** The year that an invented authority might keep. */
const year2010: Closed[] = [
  ...bank(2010, 2011),
  school('Easter holiday', '2010-04-02', '2010-04-16'),
  school('Half-term', '2010-05-31', '2010-06-04'),
  school('Summer holiday', '2010-07-24', '2010-09-05'),
  school('Half-term', '2010-10-25', '2010-10-29'),
  school('Christmas holiday', '2010-12-18', '2011-01-03'),
  school('Half-term', '2011-02-21', '2011-02-25'),
];
const propose = (words: string, more: Partial<CycleRequest> = {}) =>
  proposeMeetings({
    cycle: cycleOf(words),
    from: '2010-04-01',
    series: 1,
    closures: year2010,
    taken: [],
    there: [],
    notice: null,
    ...more,
  });
const days = (words: string, more?: Partial<CycleRequest>): string[] =>
  propose(words, more).meetings.map(({ on }) => on);

describe('the dates that a cycle proposes', () => {
  it('are the nth weekday of every third month, moved within the same weekday', () => {
    const { meetings } = propose('Quarterly, on the second Tuesday');
    expect(meetings.map(({ on }) => on)).toEqual(['2010-04-20', '2010-07-13', '2010-10-12', '2011-01-11']);
    expect(meetings[0]?.moved).toBe(
      'Tuesday 13 April 2010 is in the school holidays (Easter holiday). This is the nearest free Tuesday.',
    );
    expect(meetings[1]?.moved).toBeNull();
  });

  it('are the first Monday of each term as the register keeps the holidays', () => {
    expect(days('First Monday of each term')).toEqual(['2010-04-19', '2010-09-06', '2011-01-10']);
  });

  it('lie in each half of a term', () => {
    expect(days('half-termly on a Thursday')).toHaveLength(6);
  });

  it('are spread evenly where only a number is given', () => {
    expect(days('six a year', { closures: [] })).toEqual([
      '2010-04-30',
      '2010-07-01',
      '2010-08-31',
      '2010-10-29',
      '2010-12-30',
      '2011-03-01',
    ]);
  });

  it('leave out a month of which every day is closed, and say so', () => {
    const { meetings, skipped } = propose('monthly on the second Tuesday');
    expect(meetings).toHaveLength(11);
    expect(skipped).toEqual([
      {
        series: 0,
        slot: 'August 2010',
        there: null,
        why: 'Tuesday 10 August 2010 is in the school holidays (Summer holiday), and no Tuesday of August 2010 is free.',
      },
    ]);
    expect(propose('monthly on the second Tuesday except August').skipped).toEqual([]);
  });

  it('go on from the last meeting where they come every so many weeks or months', () => {
    expect(days('every six weeks', { there: [{ on: '2010-03-10', series: 0 }] }).slice(0, 2)).toEqual([
      '2010-04-21',
      '2010-06-07',
    ]);
    expect(
      days('Quarterly, on the first Monday', { there: [{ on: '2010-02-01', series: 0 }], closures: [] }),
    ).toEqual(['2010-05-03', '2010-08-02', '2010-11-01', '2011-02-07']);
  });

  it('are not proposed again for what is in the register', () => {
    const { meetings, skipped } = propose('termly', { there: [{ on: '2010-10-05', series: 0 }] });
    expect(meetings.map(({ slot }) => slot)).toEqual(['Summer term 2010', 'Spring term 2011']);
    expect(skipped[0]?.why).toBe('Tuesday 5 October 2010 is in the register.');
  });

  it('keep off the days on which the same people meet', () => {
    const taken = [{ on: '2010-07-13', what: 'the Programme Board', people: 2 }];
    const moved = propose('Quarterly, on the second Tuesday', { taken }).meetings[1];
    expect(moved?.on).toBe('2010-07-20');
    expect(moved?.moved).toContain('is the day of the Programme Board (2 members in both)');
  });

  it('run beside each other for seven clusters, no two on one day', () => {
    const { meetings } = propose('three times a year per cluster (seven clusters)', { series: 7 });
    expect(meetings).toHaveLength(21);
    expect(new Set(meetings.map(({ on }) => on)).size).toBe(21);
    for (let one = 0; one < 7; one += 1) {
      const own = meetings.filter(({ series }) => series === one).map(({ on }) => on);
      expect(own).toHaveLength(3);
      expect(daysBetween(own[0] as string, own[1] as string)).toBeGreaterThan(60);
    }
  });

  const anyWords = fc.constantFrom(
    'termly',
    'half-termly',
    'six a year',
    'five a year on a Wednesday',
    'quarterly, on the second Tuesday',
    'three times a year per cluster',
    'monthly except August',
    'first Monday of each term',
    'every six weeks',
    'fortnightly on Thursdays',
    'annually in November',
    'monthly on the 31st',
    'first and third Friday of each month',
    'second Wednesday of March, July and November',
  );
  const anyDay = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays('1990-01-01', days));
  const anyClosures = fc.array(
    fc
      .record({ from: anyDay, days: fc.integer({ min: 0, max: 45 }) })
      .map(({ from, days }) => school('Holiday', from, addDays(from, days))),
    { maxLength: 12 },
  );

  it('are free weekdays within the year, as asked, no two on one day, and every slot is told of', () => {
    fc.assert(
      fc.property(
        anyWords,
        anyDay,
        anyClosures,
        fc.integer({ min: 1, max: 7 }),
        (words, from, some, series) => {
          const cycle = cycleOf(words);
          const year = Number(from.slice(0, 4));
          const near = some.map((one, at) => {
            const start = addDays(from, (at * 97) % 330);
            return { ...one, from: start, until: addDays(start, daysBetween(one.from, one.until)) };
          });
          const closures = [...bank(year, year + 1), ...near];
          const closed = closedDays(closures);
          const { meetings, skipped, to } = proposeMeetings({
            cycle,
            from,
            series,
            closures,
            taken: [],
            there: [],
            notice: { count: 5, unit: 'working-days' },
          });
          expect(new Set(meetings.map(({ on }) => on)).size).toBe(meetings.length);
          expect((meetings.length + skipped.length) % series).toBe(0);
          if (cycle.every.unit === 'year') {
            expect(meetings.length + skipped.length).toBe(cycle.every.times * series);
          }
          for (const { on, moved, wanted, papers } of meetings) {
            expect(on >= from && on <= to).toBe(true);
            expect(weekdayOf(on) % 6).not.toBe(0);
            expect(closed.has(on)).toBe(false);
            if (cycle.day?.weekday != null) expect(weekdayOf(on)).toBe(cycle.day.weekday);
            expect(moved === null).toBe(on === wanted);
            expect(papers && isWorkingDay(papers.on, closed)).toBe(true);
            expect(papers && papers.on < on).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same when proposed again, and nothing is left once they are in the register', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 3 }), (words, series) => {
        const request = { closures: year2010, series };
        const first = propose(words, request);
        expect(propose(words, request)).toEqual(first);
        const again = propose(words, {
          ...request,
          there: first.meetings.map(({ on, series }) => ({ on, series })),
        });
        expect(again.meetings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the deadline of papers', () => {
  const closed = closedDays(year2010);
  it('counts working days back over a weekend and a bank holiday', () => {
    expect(papersDue('2010-05-04', { count: 1, unit: 'working-days' }, closed).on).toBe('2010-04-30');
    expect(papersDue('2010-05-10', { count: 5, unit: 'working-days' }, closed).on).toBe('2010-04-30');
  });
  it('counts plain days, and says so where they end on a day on which nobody works', () => {
    expect(papersDue('2010-05-10', { count: 7, unit: 'days' }, closed)).toEqual({
      on: '2010-04-30',
      moved: '3 May 2010 is a bank holiday (Early May bank holiday)',
    });
  });
  it('is the day of the meeting itself where none are given', () => {
    expect(papersDue('2010-05-08', { count: 0, unit: 'days' }, closed)).toEqual({
      on: '2010-05-08',
      moved: null,
    });
  });
});
