import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '#core/register/check.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import { anAct, carryOut } from '../history/acts.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const read = async (actionId: string) => office.caller.plans.action({ actionId });
const tell = (actionId: string, o: Partial<Parameters<Office['caller']['plans']['addProgress']>[0]>) =>
  office.caller.plans.addProgress({
    actionIds: [actionId],
    state: 'on-track',
    text: 'Begun',
    on: '2010-10-01',
    by: 'Ruth Adeyemi',
    ...o,
  });

describe('a correction', () => {
  it('is an update of its own that names the one it puts right, which stays as it was and counts no longer', async () => {
    const [id] = plan.actions;
    await tell(id, {});
    await tell(id, { state: 'complete', text: 'All done', on: '2012-10-08' });
    const [wrong] = (await read(id)).progress;
    await tell(id, {
      state: 'at-risk',
      text: 'Two of four',
      on: '2010-10-08',
      correctsId: wrong?.id ?? null,
    });
    const { progress, action } = await read(id);
    expect(progress.map(({ on, text, status }) => [on, text, status?.state])).toEqual([
      ['2012-10-08', 'All done', 'complete'],
      ['2010-10-08', 'Two of four', 'at-risk'],
      ['2010-10-01', 'Begun', 'on-track'],
    ]);
    expect(progress[1]?.correctsId).toBe(wrong?.id);
    expect(action.status?.state).toBe('at-risk');
    expect(action.lastUpdate?.text).toBe('Two of four');
    expect(checkRegister(office.register)).toEqual([]);
    await office.caller.history.undo();
    expect((await read(id)).action.status?.state).toBe('complete');
  });

  it('may take a status back without giving another, and then the one before it stands', async () => {
    const [id] = plan.actions;
    await tell(id, {});
    await tell(id, { state: 'complete', text: 'All done', on: '2010-10-08' });
    const [wrong] = (await read(id)).progress;
    await tell(id, { state: null, text: 'Said of 1.2', on: '2010-10-08', correctsId: wrong?.id ?? null });
    expect((await read(id)).action.status?.state).toBe('on-track');
    expect(checkRegister(office.register)).toEqual([]);
  });

  it('is of one update of the same action, and of each update once', async () => {
    const [id, other] = plan.actions;
    await tell(id, {});
    const correctsId = (await read(id)).progress[0]?.id ?? '';
    expect(await refusalOf(tell(other, { correctsId }))).toMatchObject({ code: 'wrong-use' });
    await tell(id, { correctsId });
    expect(await refusalOf(tell(id, { correctsId }))).toMatchObject({ code: 'conflict' });
    expect(await refusalOf(tell(id, { correctsId: plan.planId }))).toMatchObject({ code: 'not-found' });
  });
});

describe('an update', () => {
  it('keeps where its evidence lies as words, and refuses a meeting that is not there', async () => {
    const [id] = plan.actions;
    await tell(id, { evidence: ' S:\\Papers\\visit notes.docx ' });
    expect((await read(id)).progress[0]?.evidence).toBe('S:\\Papers\\visit notes.docx');
    expect(await refusalOf(tell(id, { meetingId: plan.planId }))).toMatchObject({ code: 'not-found' });
  });

  it('is never changed nor taken out by any procedure, but with its action or by undoing it', async () => {
    type Told = { id: string; owner: string; words: string };
    const told = () =>
      rowsOf<Told>(
        office.register.db,
        `SELECT id, coalesce(action_id, kpi_id) AS owner,
           json_array("on", status_state, status_label, text, "by", evidence, meeting_id, corrects_id) AS words
         FROM progress`,
      );
    const there = (id: string) =>
      rowsOf(
        office.register.db,
        'SELECT id FROM actions WHERE id = ? UNION SELECT id FROM kpis WHERE id = ?',
        id,
        id,
      ).length > 0;
    await tell(plan.actions[0], {});
    await tell(plan.actions[1], { text: 'Two of four' });
    const steps = fc.sample(anAct(), { numRuns: Number(process.env.ACTS ?? 60), seed: 7 });
    let kept = 0;
    for (const step of steps) {
      const before = told();
      await carryOut(office, plan.planId, step);
      const after = new Map(told().map((one) => [one.id, one]));
      for (const one of before) {
        const now = after.get(one.id);
        if (now) kept += 1;
        // Gone with what it was about: deleted, or merged into another.
        expect([step.do, now?.words ?? (there(one.owner) ? 'taken out' : one.words)]).toEqual([
          step.do,
          one.words,
        ]);
      }
    }
    expect(kept).toBeGreaterThan(20);
  });
});
