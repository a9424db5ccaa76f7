import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { mismatchesIn } from '#core/reports/compose/judge-content.ts';
import { openSnapshot } from '#core/snapshots/snapshots.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
let now = '2010-10-12T09:00:00.000Z';
beforeEach(async () => {
  now = '2010-06-01T09:00:00.000Z';
  office = await openOffice({ now: () => now });
  plan = await samplePlan(office);
  await type('timescale', 'By 31 July 2010', '2010-06-10');
  await type('timescale', 'By 31 August 2010', '2010-07-20');
  await type('timescale', 'By 30 September 2010', '2010-08-20');
  now = '2010-10-12T09:00:00.000Z';
});
afterEach(() => office.close());

async function type(field: 'timescale' | 'status', text: string, day = '2010-10-12') {
  now = `${day}T09:00:00.000Z`;
  const edits = [{ actionId: plan.actions[0], field, text }];
  await office.caller.plans.setCells({ planId: plan.planId, edits });
}
const report = async (name: 'plan' | 'exceptions') => {
  const made = await office.caller.reports.make({
    report: name,
    planId: plan.planId,
    snapshotId: null,
    format: 'html',
  });
  return Buffer.from(made.base64, 'base64')
    .toString('utf8')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('“Checks before circulation” in reports', () => {
  it('lists what dates do not bear out, open until it is accepted with a reason, and by whom', async () => {
    expect(await report('plan')).not.toContain('Checks before circulation');
    await type('status', 'On track');
    const open = await report('plan');
    expect(open).toContain('Checks before circulation');
    expect(open).toContain('One status is not borne out by its dates or evidence. It is open.');
    await office.caller.checks.accept({
      check: 'status',
      recordId: plan.actions[0],
      reason: 'The printer delivers on Friday',
      by: 'Ruth Adeyemi',
    });
    const told = await report('exceptions');
    expect(told).toContain('It was accepted with a reason.');
    expect(told).toContain('Accepted: The printer delivers on Friday');
    expect(told).toContain('12 October 2010, Ruth Adeyemi');
  });

  it('says of an exception how often and how far it slipped, from the history', async () => {
    await type('status', 'Off track');
    expect(await report('exceptions')).toContain('Moved 3 times, and back again');
  });

  it('judges a snapshot as the screen judged the register then, whenever the report is made', async () => {
    await type('status', 'On track');
    const { mismatches } = await office.caller.checks.plan({ planId: null });
    const { id } = await office.caller.snapshots.take({ name: 'October board' });
    office.setToday('2012-01-01');
    await type('status', 'Complete', '2011-01-05');
    const { content, takenAt } = openSnapshot(office.register.db, id);
    const frozen = mismatchesIn(indexContent(content), content.actions, takenAt.slice(0, 10));
    expect(mismatches.length).toBeGreaterThan(0);
    expect(frozen.map(({ action, says }) => [action.id, says])).toEqual(
      mismatches.map(({ actionId, says }) => [actionId, says]),
    );
    expect(content.slippage).toEqual([{ actionId: plan.actions[0], times: 3, later: 2, days: 0 }]);
  });
});
