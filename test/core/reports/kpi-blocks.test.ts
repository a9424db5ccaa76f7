import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

describe('KPIs in the plan report', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  /** The report of a plan with one KPI of these figures. */
  async function reportOf(figures: readonly (readonly ['actual' | 'target' | 'baseline', string, string])[]) {
    const { caller } = office;
    const { planId } = await samplePlan(office);
    const { kpiId } = await caller.kpis.add({
      planId,
      sectionId: null,
      name: 'Visits to the base',
      ref: 'SB 2',
    });
    if (figures.length > 0) {
      const edits = figures.map(([role, period, text]) => ({ kpiId, role, period, text }));
      expect((await caller.kpis.setValues({ edits })).refused).toEqual([]);
    }
    const { id } = await caller.snapshots.take({ name: 'June board' });
    const file = await caller.reports.make({ snapshotId: id, report: 'plan', planId, format: 'html' });
    return Buffer.from(file.base64, 'base64').toString('utf8');
  }

  it('draw no line across a break in the series, and say why it breaks', async () => {
    const html = await reportOf([
      ['actual', '2007-08', '210'],
      ['actual', '2008-09', '230'],
      ['actual', '2009-10', '410 b (drop-ins counted)'],
      ['actual', '2010-11', '420'],
    ]);
    expect(html).toContain('Break: drop-ins counted');
    const lines = [...html.matchAll(/<path d="([^"]+)"[^>]*stroke-width="2"\/>/g)].map(([, d]) => d);
    expect(lines).toHaveLength(2);
  });

  it('give words in place of a figure as they were written, and draw nothing of them', async () => {
    const html = await reportOf([
      ['target', '2010-11', 'In place in every centre'],
      ['actual', '2010-11', 'Agreed & signed'],
    ]);
    expect(html).toContain('In place in every centre');
    expect(html).toContain('Agreed &amp; signed');
    expect(html).not.toContain('class="fig"');
  });

  it('are named where they have no figure yet', async () => {
    const html = await reportOf([]);
    expect(html).toContain('SB 2 Visits to the base');
    expect(html).toContain('1 KPI');
    expect(html).not.toContain('class="fig"');
  });
});
