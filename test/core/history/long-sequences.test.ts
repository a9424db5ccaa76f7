import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { finishIndex } from '#db/search-queue.ts';
import { dumpRows } from '../../db/dump.ts';
import { type Office, openOffice } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';
import { anAct, carryOut, kindsOfAct } from './acts.ts';
import { withPosts } from './people-acts.ts';

/**
 * Acts of every kind in one sequence. Always run small; ACTS=200 RUNS=10 in the environment for the whole.
 */
const length = Number(process.env.ACTS ?? 25);
const numRuns = Number(process.env.RUNS ?? 1);
/** Kinds done at least once over all runs; with many acts that must be every one of them. */
const doneKinds = new Map<string, number>();

const aStep = fc.oneof(
  { weight: 6, arbitrary: anAct({ imports: length >= 100 }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo'), times: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo'), times: fc.integer({ min: 1, max: 6 }) }) },
);

const stateOf = ({ register }: Office): string =>
  JSON.stringify([exportRegister(register), dumpRows(register.db)]);

async function reopened(office: Office): Promise<Office> {
  finishIndex(office.register.db);
  await office.app.close();
  return { ...office, register: await office.app.openPath(office.register.path) };
}

/** Undoes to the beginning and does all again, each state compared; search compared with one made anew at the ends. */
async function thereAndBack(office: Office, states: readonly string[]): Promise<void> {
  const { history } = office.caller;
  for (const state of states.slice(0, -1).toReversed()) {
    await history.undo();
    expect(stateOf(office) === state).toBe(true);
  }
  expect(checkRegister(office.register.db)).toEqual([]);
  for (const state of states.slice(1)) {
    await history.redo();
    expect(stateOf(office) === state).toBe(true);
  }
  expect(checkRegister(office.register.db)).toEqual([]);
}

describe('a long sequence of acts of every kind', () => {
  it('can be undone and done again at any place, with the register and its search as they were, after a restart too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: length, maxLength: length }), async (steps) => {
        let office = await openOffice();
        try {
          const { planId } = await samplePlan(office);
          await withPosts(office);
          await office.caller.plans.create({ title: 'Another', kind: 'plan', period: null });
          const newest = async () => (await office.caller.history.list({ limit: 1 }))[0]?.seq;
          let states = [stateOf(office)];
          let now = 0;
          for (const step of steps) {
            if ('times' in step) {
              for (let time = 0; time < step.times; time += 1) {
                const next = step.do === 'undo' ? now - 1 : now + 1;
                if (states[next] === undefined) break;
                await (step.do === 'undo' ? office.caller.history.undo() : office.caller.history.redo());
                now = next;
                expect(stateOf(office) === states[now]).toBe(true);
              }
              continue;
            }
            const before = await newest();
            await carryOut(office, planId, step);
            if ((await newest()) === before) continue;
            doneKinds.set(step.do, (doneKinds.get(step.do) ?? 0) + 1);
            states = [...states.slice(0, now + 1), stateOf(office)];
            now += 1;
          }
          while (states[now + 1] !== undefined) {
            await office.caller.history.redo();
            now += 1;
          }
          await thereAndBack(office, states);
          office = await reopened(office);
          expect(stateOf(office) === states.at(-1)).toBe(true);
          await thereAndBack(office, states);
        } finally {
          await office.close();
        }
      }),
      { numRuns, endOnFailure: length >= 100 },
    );
    if (length * numRuns >= 1_000) {
      const undone = [...kindsOfAct, 'import'].filter((kind) => kind !== 'snapshot' && !doneKinds.has(kind));
      console.log(`acts done: ${[...doneKinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}`);
      expect(undone).toEqual([]);
    }
  }, 1_800_000);
});
