import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, type Kept, keeping } from '#db/retention.ts';

const hour = 3_600_000;
const start = Date.parse('2010-01-01T00:00:00.000Z');
const backup = (hours: number, reason = 'close'): Kept => {
  const at = new Date(start + hours * hour).toISOString();
  return { id: `${at} ${reason}`, at, reason };
};
const kept = (backups: Kept[], now: Kept) => backupsToKeep(backups, now.at);

describe('the rotation of backups', () => {
  it('keeps the newest five of one hour and drops the rest', () => {
    const all = Array.from({ length: 12 }, (_, n) => backup(n / 60));
    expect([...kept(all, backup(1))]).toEqual(
      all
        .slice(-5)
        .reverse()
        .map(({ id }) => id),
    );
  });

  it('thins with age: hours, then days, then weeks, then months', () => {
    const all = Array.from({ length: 3 * 365 * 24 }, (_, n) => backup(n));
    const ids = kept(all, backup(3 * 365 * 24));
    const keep = all.filter(({ id }) => ids.has(id));
    const ages = keep.map(({ at }) => (start + 3 * 365 * 24 * hour - Date.parse(at)) / hour / 24);
    const within = (days: number) => ages.filter((age) => age <= days).length;
    expect(within(1)).toBe(24);
    expect(within(29)).toBe(24 + 28);
    expect(within(84)).toBeGreaterThanOrEqual(24 + 28 + 7);
    expect(ages.length).toBeLessThanOrEqual(5 + 24 + 30 + 12 + 24);
    expect(Math.max(...ages)).toBeGreaterThan(22 * 30);
  });

  it('keeps safety copies 30 days, and the newest of them whatever the clock says', () => {
    const copies = Array.from({ length: 60 }, (_, day) => backup(day * 24, 'before-import'));
    expect(kept(copies, backup(59 * 24 + 1)).size).toBe(30);
    expect(kept(copies, backup(20 * 365 * 24)).size).toBe(5);
  });

  it('whatever the history: keeps the newest, invents none, and a new backup pushes out few', () => {
    const history = fc.uniqueArray(
      fc.record({
        at: fc.integer({ min: 0, max: 40_000 }),
        reason: fc.constantFrom('start', 'close', 'by-hand', 'before-import', 'before-migration'),
      }),
      { maxLength: 120, selector: ({ at, reason }) => `${at} ${reason}` },
    );
    fc.assert(
      fc.property(history, fc.integer({ min: -10_000, max: 60_000 }), (made, now) => {
        const all = made.map(({ at, reason }) => backup(at, reason));
        const keep = kept(all, backup(now));
        expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([...keep]));
        const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : -1));
        const rotating = newest.filter(({ reason }) => !reason.startsWith('before-'));
        for (const { id } of rotating.slice(0, keeping.newest)) expect(keep.has(id)).toBe(true);
        // Twice is once: what was kept is kept again.
        const left = all.filter(({ id }) => keep.has(id));
        expect(kept(left, backup(now))).toEqual(keep);
        // One more, however the clock stands, costs at most one place in each row of places.
        const more = kept([...left, backup(50_000)], backup(50_000));
        const gone = left.filter(({ id, reason }) => !more.has(id) && !reason.startsWith('before-'));
        expect(gone.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});

/** What happens in the life of a folder of backups: time goes by, the clock jumps, one is made, one goes bad. */
const year = 365 * 24;
const events = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('hours' as const), hours: fc.nat(24 * 40) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('clock' as const),
        hours: fc.constantFrom(
          -2 * year,
          -year,
          -24 * 31,
          -25,
          -1,
          1,
          25,
          24 * 31,
          year,
          2 * year,
          20 * year,
        ),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('made' as const),
        reason: fc.constantFrom('start', 'work', 'close', 'by-hand', 'before-import', 'before-restore'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('spoilt' as const), nth: fc.nat(50) }) },
  ),
  { minLength: 5, maxLength: 60 },
);

describe('whatever happens to the clock and to the files', () => {
  it('the newest good backup is never removed, nor is anything that cannot be restored: 10,000 histories', () => {
    fc.assert(
      fc.property(events, (history) => {
        let clock = start + 2 * year * hour;
        let order = 0;
        let folder: (Kept & { order: number; good: boolean })[] = [];
        for (const event of history) {
          if (event.kind === 'hours' || event.kind === 'clock') clock += event.hours * hour;
          else if (event.kind === 'spoilt') {
            const at = event.nth % Math.max(1, folder.length);
            folder = folder.map((one, n) => (n === at ? { ...one, good: false } : one));
          } else {
            order += 1;
            const at = new Date(clock).toISOString();
            folder.push({ id: `${order}`, at, reason: event.reason, order, good: true });
            clock += 60_000;
          }
          const now = new Date(clock).toISOString();
          const keep = backupsToKeep(folder, now);
          const good = folder.filter((one) => one.good);
          const newest = good.reduce<number>((last, one) => Math.max(last, one.order), 0);
          if (newest > 0) expect(keep.has(`${newest}`)).toBe(true);
          for (const one of folder) if (!one.good) expect(keep.has(one.id)).toBe(true);
          // Five of the rotation are always there, and a copy of the last thirty days is never rotated away.
          const rotating = good.filter(({ reason }) => !reason.startsWith('before-')).slice(-keeping.newest);
          for (const { id } of rotating) expect(keep.has(id)).toBe(true);
          const safety = good.filter(
            (one) => one.reason.startsWith('before-') && Date.parse(one.at) > clock - 30 * 24 * hour,
          );
          for (const { id } of safety) expect(keep.has(id)).toBe(true);
          folder = folder.filter(({ id }) => keep.has(id));
        }
        expect(folder.length).toBeLessThanOrEqual(history.length);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('a clock that was years ahead for a day does not push out what is made after it was put right', () => {
    const wrong = Array.from({ length: 30 }, (_, n) => ({ ...backup(2 * year + n), order: n + 1 }));
    const right = Array.from({ length: 30 }, (_, n) => ({ ...backup(n * 24), order: 31 + n }));
    const all = [...wrong, ...right];
    const keep = backupsToKeep(all, backup(30 * 24).at);
    expect(right.filter(({ id }) => keep.has(id))).toHaveLength(30);
  });
});
