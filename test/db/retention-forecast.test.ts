import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, type Kept } from '#db/retention.ts';
import { keptUntil } from '#db/retention-forecast.ts';

const now = '2026-11-22T10:00:00.000Z';
const made = (id: string, daysAgo: number, reason = 'close'): Kept => ({
  id,
  at: new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString(),
  reason,
});

describe('until when a backup stays', () => {
  it('is two years for the last of a month, and weeks for one of several hours', () => {
    const until = keptUntil([made('month', 22.5), made('today', 0), made('earlier today', 0.01)], now);
    // The last of October stands for its month until 24 newer months have one each.
    expect(until.get('month')).toBe('2028-10-01');
    expect(until.get('earlier today')?.slice(0, 7)).toBe('2026-12');
  });

  it('is open for the newest copies before an import, and thirty days for those before them', () => {
    const copies = [1, 2, 3, 4, 5, 6].map((n) => made(`copy ${n}`, n, 'before-import'));
    const until = keptUntil(copies, now);
    expect(until.get('copy 1')).toBeNull();
    expect(until.get('copy 6')).toBe('2026-12-17');
  });

  it('never lies before a day on which the rotation would still keep it', () => {
    const histories = fc.array(
      fc.record({
        daysAgo: fc.integer({ min: 0, max: 400 }),
        reason: fc.constantFrom('close', 'start', 'before-import'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(histories, (history) => {
        const backups = history.map(({ daysAgo, reason }, at) => made(`b${at}`, daysAgo, reason));
        for (const [id, day] of keptUntil(backups, now)) {
          if (day === null) continue;
          expect(day > now.slice(0, 10)).toBe(true);
          expect(backups.some((one) => one.id === id)).toBe(true);
        }
        expect(keptUntil(backups, now).size).toBe(backups.length);
        expect(backupsToKeep(backups, now).size).toBeLessThanOrEqual(backups.length);
      }),
      { numRuns: 20 },
    );
  });
});
