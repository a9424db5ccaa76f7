import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '#core/snapshots/hash.ts';
import { openSnapshot, takeSnapshot } from '#core/snapshots/snapshots.ts';
import { takeInSteps } from '#core/snapshots/take-in-steps.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

describe('snapshots', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('freeze the register: the same content has the same hash, other content another', async () => {
    const plan = await samplePlan(office);
    const first = await office.caller.snapshots.take({ name: 'First' });
    const again = await office.caller.snapshots.take({ name: 'Again' });
    await office.caller.plans.removeActions({ actionIds: [plan.actions[3]] });
    const other = await office.caller.snapshots.take({ name: 'Other' });
    expect(again.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
    expect(first.counts).toMatchObject({ plans: 1, sections: 2, actions: 4 });
    expect((await office.caller.snapshots.list()).map((one) => one.name)).toEqual([
      'Other',
      'Again',
      'First',
    ]);
  });

  it('are never changed: the database refuses, and undo leaves them', async () => {
    await samplePlan(office);
    await office.caller.snapshots.take({ name: 'First' });
    const { raw } = office.register.db;
    expect(() => raw.exec("UPDATE snapshots SET name = 'Other'")).toThrow();
    expect(() => raw.exec('DELETE FROM snapshots')).toThrow();
    await office.caller.history.undo();
    expect(await office.caller.snapshots.list()).toHaveLength(1);
  });

  it('tell what has changed since, each change once and in words', async () => {
    const { planId, actions } = await samplePlan(office);
    const before = await office.caller.snapshots.take({ name: 'Before' });
    expect(await office.caller.snapshots.compare({ a: before.id, b: 'now' })).toEqual([]);
    await office.caller.plans.setCells({
      planId,
      edits: [
        { actionId: actions[0], field: 'timescale', text: 'By 31 March 2011' },
        { actionId: actions[2], field: 'text', text: 'Mend the garden fence and gate' },
      ],
    });
    await office.caller.plans.removeActions({ actionIds: [actions[3]] });
    const told = await office.caller.snapshots.compare({ a: before.id, b: 'now' });
    expect(told.map(({ kind, ref, before: was, after: is }) => ({ kind, ref, was, is }))).toEqual([
      { kind: 're-dated', ref: '1.1', was: 'By 30 September 2010', is: 'By 31 March 2011' },
      { kind: 're-worded', ref: '2.1', was: 'Mend the garden fence', is: 'Mend the garden fence and gate' },
      { kind: 'removed', ref: '2.2', was: null, is: null },
    ]);
    expect(told[0]?.words).toContain('was “By 30 September 2010”, is “By 31 March 2011”');
  });

  it('are of one moment: what is written while one is taken is in it whole, or not at all', async () => {
    const { planId, actions } = await samplePlan(office);
    const { caller, register } = office;
    const taking = caller.snapshots.take({ name: 'Meanwhile' });
    const texts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
    for (const text of texts) {
      await setImmediate();
      const edits = actions.map((actionId) => ({ actionId, field: 'text' as const, text }));
      await caller.plans.setCells({ planId, edits });
    }
    const taken = await taking;
    const { content } = openSnapshot(register.db, taken.id);
    const told = new Set(content.actions.map(({ text }) => text));
    if (!told.has('Mend the garden fence')) expect(told.size).toBe(1);
    expect(taken.hash).toBe(sha256(canonicalJson(content)));
    const sets = await caller.history.list({ limit: 20 });
    expect(sets.filter(({ kind }) => kind === 'snapshot')).toHaveLength(1);
  });

  it('are the same taken in steps as in one go', async () => {
    await samplePlan(office);
    const inSteps = await office.caller.snapshots.take({ name: 'In steps' });
    const now = () => '2010-10-12T09:00:00.000Z';
    const atOnce = takeSnapshot(office.register, {
      name: 'At once',
      now,
      newId: () => '01290000-0000-7000-8000-00000000eeee',
      today: () => '2010-10-12',
    });
    expect(atOnce.hash).toBe(inSteps.hash);
    expect(atOnce.counts).toEqual(inSteps.counts);
  });

  it('say so where the register is closed while one is taken', async () => {
    await samplePlan(office);
    const taking = takeInSteps(office.register, {
      name: 'Too late',
      now: () => '2010-10-12T09:00:00.000Z',
      newId: () => '01290000-0000-7000-8000-00000000eeee',
    });
    const refused = refusalOf(taking);
    await office.app.close();
    expect(await refused).toMatchObject({ code: 'cancelled' });
  });

  it('need a name, and refuse one that is not there', async () => {
    expect(await refusalOf(office.caller.snapshots.take({ name: '   ' }))).toMatchObject({
      code: 'wrong-use',
    });
    const nobody = '01290000-0000-7000-8000-00000000ffff';
    expect(await refusalOf(office.caller.snapshots.compare({ a: nobody, b: 'now' }))).toMatchObject({
      code: 'not-found',
    });
  });
});
