import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister, writeRegister } from '#db/queries/register-json.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { registers } from '../../db/register-arbitrary.ts';
import { type Office, openOffice } from '../office.ts';

/**
 * Every reference to a person anywhere in the register, but for what snapshots froze and for what words in reports are
 * of: they outlive it (docs/decisions/0162).
 */
function personIds({ snapshots: _, reportWords: __, ...json }: RegisterJson): string[] {
  const found: string[] = [];
  JSON.stringify(json, (key, value) => {
    if (['personId', 'ofId', 'otherId', 'byPersonId'].includes(key) && typeof value === 'string')
      found.push(value);
    return value;
  });
  return found;
}

const pick = fc.nat();
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('merge' as const), a: pick, b: pick, c: pick }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('handOver' as const), a: pick, b: pick, c: pick }) },
  fc.record({
    what: fc.constantFrom(
      'rename' as const,
      'retire' as const,
      'apart' as const,
      'spell' as const,
      'assign' as const,
      'reassign' as const,
    ),
    a: pick,
    b: pick,
    c: pick,
  }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function carryOut({ caller, register }: Office, { what, a, b, c }: Act): Promise<void> {
  const { people, plans, actions } = readRegister(register.db);
  const one = people[a % people.length]?.id ?? '';
  const other = people[b % people.length]?.id ?? '';
  const on = c % 2 === 0 ? '2010-10-12' : '1996-04-01';
  const leads =
    actions.length > 0 ? register.db.raw.prepare('SELECT id FROM leads ORDER BY id').pluck().all() : [];
  if (what === 'merge') await caller.people.merge({ keepId: one, otherId: other });
  else if (what === 'handOver') {
    const planIds = [null, ...plans.map(({ id }) => id)].slice(0, 1 + (c % (plans.length + 1)));
    await caller.people.handOver({
      personId: one,
      successorId: other,
      on,
      planIds,
      posts: c % 3 > 0,
      retire: c % 5 > 0,
    });
  } else if (what === 'rename')
    await caller.people.edit({ personId: one, name: `N${c}`, aliases: ['x', `y${c}`] });
  else if (what === 'retire') await caller.people.retire({ personId: one, on });
  else if (what === 'apart') await caller.people.setApart({ personId: one, otherId: other });
  else if (what === 'spell')
    await caller.people.addSpell({ ofId: one, personId: other, from: on, until: null });
  else if (what === 'assign')
    await caller.people.assign({ personId: one, actionIds: actions.map(({ id }) => id), kpiIds: [] });
  else await caller.people.reassign({ leadId: String(leads[c % leads.length]), personId: other });
}

describe('acts on people', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('are undone to the register as it was, refer to nobody who is gone, and are redone to what they made', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        registers.filter(({ people }) => people.length > 1),
        fc.array(act, { minLength: 1, maxLength: 6 }),
        async (json, acts) => {
          await office.close();
          office = await openOffice();
          const { register, caller } = office;
          register.act({ kind: 'import', label: 'A register' }, (tx) => writeRegister(tx, json));
          const before = readRegister(register.db);
          let acted = 0;
          for (const one of acts) {
            const seq = (await caller.history.list({ limit: 1 }))[0]?.seq;
            try {
              await carryOut(office, one);
            } catch (error) {
              // A refusal is an answer: nothing was written then, which is looked at below.
              const refusal = error instanceof AppError ? error : error instanceof Error ? error.cause : null;
              if (!(refusal instanceof AppError) || refusal.code === 'fault') throw error;
            }
            if ((await caller.history.list({ limit: 1 }))[0]?.seq !== seq) acted += 1;
            const now = readRegister(register.db);
            const known = new Set(now.people.map(({ id }) => id as string));
            expect(personIds(now).filter((id) => !known.has(id))).toEqual([]);
            expect(register.db.raw.pragma('foreign_key_check')).toEqual([]);
          }
          const after = readRegister(register.db);
          for (let n = 0; n < acted; n += 1) await caller.history.undo();
          expect(readRegister(register.db)).toEqual(before);
          for (let n = 0; n < acted; n += 1) await caller.history.redo();
          expect(readRegister(register.db)).toEqual(after);
          done += acted;
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
    // Most acts are not refused: a run in which hardly any were carried out would have proved nothing.
    expect(done).toBeGreaterThan(20);
  }, 120_000);
});
