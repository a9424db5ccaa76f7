import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addBody } from '../cycles/bodies.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

const nobody = { bodyId: null, planId: null, words: null };

describe('reporting lines in the report of a plan', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
    const board = { ...nobody, bodyId: addBody(office, { name: 'Programme board' }) };
    const { reporting } = office.caller;
    await reporting.add({
      level: 2,
      from: { ...nobody, planId: plan.planId },
      report: 'Exception report: highlights & risks',
      every: 'each quarter',
      to: board,
    });
    await reporting.add({
      level: 1,
      from: board,
      report: 'Review',
      every: null,
      to: { ...nobody, words: 'Trust' },
    });
    const apart = { ...nobody, words: 'Somebody else' };
    await reporting.add({ level: 1, from: apart, report: 'Not of this plan', every: null, to: nobody });
  });
  afterEach(() => office.close());
  const make = async (format: 'html' | 'docx' | 'xlsx') => {
    const file = await office.caller.reports.make({
      snapshotId: null,
      report: 'plan',
      planId: plan.planId,
      format,
    });
    return Buffer.from(file.base64, 'base64');
  };

  it('are drawn as a picture with title and words, and stand in a table, with all that leads on from them', async () => {
    const html = (await make('html')).toString('utf8');
    expect(html).toMatch(/<svg[^>]+role="img"[^>]*><title[^>]*>Reporting lines<\/title>/);
    expect(html).toContain('Level 1: Review, from Programme board to Trust.');
    expect(html).toContain('Exception report: highlights &amp; risks');
    expect(html).toMatch(/<caption[^>]*>Who reports to whom/);
    expect(html).not.toContain('Not of this plan');
  });

  it('are in Word and Excel too', async () => {
    for (const format of ['docx', 'xlsx'] as const) {
      expect((await make(format)).includes('.png')).toBe(true);
    }
  });
});
