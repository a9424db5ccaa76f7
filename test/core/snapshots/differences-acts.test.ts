import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '#core/snapshots/snapshots.ts';
import { readContent } from '#db/queries/register-json.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import { Difference } from '#shared/contract/reports.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { anAct, carryOut } from '../history/acts.ts';
import { withPosts } from '../history/people-acts.ts';
import { type Office, openOffice } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';
import { applyDifferences, spelt } from './apply-differences.ts';
import { changedEntries, toldEntries } from './changed-entries.ts';

/**
 * A snapshot is taken, something is done, another is taken: whatever was done is told once, nothing else is, and what
 * is told makes the second of the first. RUNS=3000 in the environment for the whole.
 */
const numRuns = Number(process.env.RUNS ?? 12);

/** Sequences that were once told wrongly, by the name of each act and what it picks. */
const found: [name: string, a: number, c: number][][] = [
  [
    ['section words', 33, 0],
    ['section move', 7, 4],
  ],
  [
    ['settings', 4, 0],
    ['plan head', 0, 0],
  ],
  [
    ['office key', 16, 0],
    ['office key', 0, 0],
  ],
];

/** Undoes until the register is as it was; fails where it cannot be reached. */
async function backTo(office: Office, state: RegisterContent): Promise<void> {
  const wanted = JSON.stringify(state);
  for (let step = 0; step < 60; step += 1) {
    if (JSON.stringify(readContent(office.register.db)) === wanted) return;
    await office.caller.history.undo();
  }
  throw new Error('the register could not be undone to what it was');
}

describe('what is told of two snapshots', () => {
  it('after acts of any kind is every change once and nothing else, and makes the second of the first', async () => {
    const office = await openOffice();
    try {
      const { planId } = await samplePlan(office);
      await withPosts(office);
      await office.caller.plans.create({ title: 'Another', kind: 'plan', period: null });
      const acts = fc.array(anAct(), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(acts, async (wanted) => {
          const start = readContent(office.register.db);
          try {
            const a = await office.caller.snapshots.take({ name: 'First' });
            for (const act of wanted) await carryOut(office, planId, act);
            const b = await office.caller.snapshots.take({ name: 'Second' });
            const first = openSnapshot(office.register.db, a.id).content;
            const second = openSnapshot(office.register.db, b.id).content;
            const told = differencesBetween(first, second);
            expect(toldEntries(told)).toEqual(changedEntries(first, second));
            expect(spelt(applyDifferences(first, told))).toBe(spelt(second));
            for (const one of told) {
              expect(one.words).not.toBe('');
              if (
                one.field !== 'what was looked at' &&
                one.held.was &&
                one.held.is &&
                one.held.keys.length > 0
              )
                expect([one.words, one.before]).not.toEqual([one.words, one.after]);
            }
            expect(await office.caller.snapshots.compare({ a: a.id, b: b.id })).toEqual(
              told.map((one) => Difference.parse(one)),
            );
          } finally {
            await backTo(office, start);
          }
        }),
        {
          numRuns,
          examples: found.map((names) => [
            names.map(([name, a, c]) => ({ do: name, a, b: 0, c, text: 'Ruth Adeyemi' })),
          ]),
        },
      );
    } finally {
      await office.close();
    }
  }, 3_600_000);
});
