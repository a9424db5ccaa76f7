import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMinutes, clockTime, londonTime, minutesLater, utcMinutes } from '#shared/domain/london-time.ts';

/** What the platform’s own time zone data say. */
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
function byPlatform(utc: number): string {
  const parts = new Map(format.formatToParts(utc * 60_000).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}:${parts.get('minute')}`;
}
const anyMinute = fc.integer({ min: 14_000_000, max: 42_000_000 });

describe('time in London', () => {
  it('is what the time zone data say, for every minute from 1997 to 2049', () => {
    fc.assert(
      fc.property(anyMinute, (utc) => {
        const { day, minutes } = londonTime(utc);
        expect(`${day} ${clockTime(minutes)}`).toBe(byPlatform(utc));
      }),
      { numRuns: 400 },
    );
  });

  it('leads back to the same instant but in the hour that comes twice', () => {
    fc.assert(
      fc.property(anyMinute, (utc) => {
        const back = utcMinutes(londonTime(utc));
        expect([utc, utc - 60]).toContain(back);
        if (back !== utc) expect(londonTime(back)).toEqual(londonTime(utc));
      }),
      { numRuns: 400 },
    );
  });

  it('counts minutes truly over a change of the clocks', () => {
    const at = (day: string, time: string) => ({ day, minutes: clockMinutes(time) });
    expect(minutesLater(at('2011-03-27', '00:30'), 120)).toEqual(at('2011-03-27', '03:30'));
    expect(minutesLater(at('2010-10-31', '00:30'), 120)).toEqual(at('2010-10-31', '01:30'));
    expect(minutesLater(at('2010-07-13', '23:00'), 120)).toEqual(at('2010-07-14', '01:00'));
    expect(utcMinutes(at('2010-10-31', '01:30'))).toBe(utcMinutes(at('2010-10-31', '00:30')) + 60);
  });
});
