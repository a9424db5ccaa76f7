import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiValue, Period } from '#shared/contract/register.ts';
import {
  directionOf,
  kpiPeriods,
  latestPeriod,
  polarityOf,
  standingOf,
} from '#shared/domain/kpi-standing.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { readPeriod } from '#shared/domain/periods.ts';

const id = '01900000-0000-7000-8000-000000000001';
function value(
  role: KpiValue['role'],
  period: string | Period,
  text: string,
  tolerance: number | null = null,
) {
  const { number, symbol, provisional } = readFigure(text);
  return {
    id,
    source: null,
    kpiId: id,
    role,
    period: typeof period === 'string' ? readPeriod(period) : period,
    number,
    text,
    symbol,
    comparator: null,
    tolerance,
    provisional,
  } satisfies KpiValue;
}

describe('standingOf', () => {
  const stand = (
    actual: string,
    target: string,
    polarity: 'up' | 'down' | null,
    tolerance: number | null = null,
  ) =>
    standingOf({
      actual: actual ? value('actual', '2010-11', actual, tolerance) : null,
      target: target ? value('target', '2010-11', target) : null,
      polarity,
    });

  it.each([
    ['63', '63', 'up', null, 'on-track'],
    ['64', '63', 'up', null, 'on-track'],
    ['61', '63', 'up', 3, 'at-risk'],
    ['60', '63', 'up', 3, 'at-risk'],
    ['59.9', '63', 'up', 3, 'off-track'],
    ['62', '63', 'up', null, 'off-track'],
    ['33', '31', 'down', 2, 'at-risk'],
    ['34', '31', 'down', 2, 'off-track'],
    ['30', '31', 'down', null, 'on-track'],
    ['0.3', '0.1', 'down', 0.2, 'at-risk'],
  ] as const)(
    'reads %s against %s, %s is better, tolerance %s, as %s',
    (actual, target, way, tolerance, state) => {
      expect(stand(actual, target, way, tolerance).state).toBe(state);
    },
  );

  it('says what is missing where there is no basis', () => {
    expect(stand('', '63', 'up').why).toBe('No figure yet.');
    expect(stand('In place', '63', 'up').why).toContain('in words');
    expect(stand('60', '', 'up').why).toBe('No target for this period.');
    expect(stand('60', 'All', 'up').why).toContain('target is in words');
    expect(stand('60', '63', null).why).toContain('up or down');
  });

  it('turns round with the polarity: what is short one way is met the other', () => {
    const figure = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(figure, figure, (actual, target) => {
        const up = stand(String(actual), String(target), 'up').state;
        const down = stand(String(-actual), String(-target), 'down').state;
        expect(up).toBe(down);
      }),
    );
  });
});

describe('directionOf', () => {
  const move = (now: number, before: number, unit: string | null, polarity: 'up' | 'down' | null) =>
    directionOf({ now, before, beforeLabel: 'April to June 2010', unit, polarity });

  it('says the change in words, in points for percentages', () => {
    expect(move(58.4, 60, '%', 'up')).toEqual({
      direction: 'Down 1.6 points on April to June 2010',
      better: false,
    });
    expect(move(61, 60, '%', 'up').direction).toBe('Up 1 point on April to June 2010');
    expect(move(7_705, 7_422, 'number', 'up').direction).toBe('Up 283 on April to June 2010');
    expect(move(5, 7, 'days', 'down')).toEqual({
      direction: 'Down 2 days on April to June 2010',
      better: true,
    });
  });

  it('does not judge where nothing moved or it is not known which way is better', () => {
    expect(move(60, 60, '%', 'up')).toEqual({ direction: 'No change on April to June 2010', better: null });
    expect(move(61, 60, '%', null).better).toBeNull();
  });
});

describe('kpiPeriods', () => {
  it('puts periods in order of time and compares a quarter with the quarter before, not with a year', () => {
    const values = [
      value('actual', 'July to September 2010', '58.4'),
      value('actual', '2009-10', '40'),
      value('actual', 'April to June 2010', '60'),
      value('target', 'July to September 2010', '63'),
    ];
    const periods = kpiPeriods({ polarity: 'up', unit: '%' }, values);
    expect(periods.map(({ period }) => period.label)).toEqual([
      '2009-10',
      'April to June 2010',
      'July to September 2010',
    ]);
    expect(periods[1]?.direction).toBeNull();
    expect(periods[2]).toMatchObject({
      state: 'off-track',
      direction: 'Down 1.6 points on April to June 2010',
      better: false,
    });
  });

  it('takes the latest period with an actual as the latest, else the last that has anything', () => {
    const targets = [value('target', '2010-11', '63'), value('target', '2011-12', '65')];
    const only = kpiPeriods({ polarity: 'up', unit: '%' }, targets);
    expect(latestPeriod(only)?.period.label).toBe('2011-12');
    const both = kpiPeriods({ polarity: 'up', unit: '%' }, [...targets, value('actual', '2010-11', '60')]);
    expect(latestPeriod(both)?.period.label).toBe('2010-11');
    expect(latestPeriod([])).toBeNull();
  });

  it('gathers two spellings of one year into one period', () => {
    const values = [value('target', '2010/11', '63'), value('actual', '2010-11', '60')];
    expect(kpiPeriods({ polarity: 'up', unit: '%' }, values)).toHaveLength(1);
  });
});

describe('polarityOf', () => {
  it('follows the targets away from the baseline where nothing is set', () => {
    const base = value('baseline', '2008-09', '41');
    expect(polarityOf({ polarity: null }, [base, value('target', '2010-11', '63')])).toBe('up');
    expect(polarityOf({ polarity: null }, [base, value('target', '2010-11', '30')])).toBe('down');
    expect(polarityOf({ polarity: 'down' }, [base, value('target', '2010-11', '63')])).toBe('down');
    const both = [base, value('target', '2010-11', '63'), value('target', '2011-12', '30')];
    expect(polarityOf({ polarity: null }, both)).toBeNull();
  });
});
