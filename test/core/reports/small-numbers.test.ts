import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

const quarters = [
  'April to June 2010',
  'July to September 2010',
  'October to December 2010',
  'January to March 2011',
];
const names = ['plan', 'exceptions', 'kpi-book', 'outcome-report-card'] as const;

describe('small numbers of children', () => {
  let office: Office;
  let planId: string;
  let kpiId: string;
  beforeEach(async () => {
    office = await openOffice();
    const { caller } = office;
    const plan = await samplePlan(office);
    planId = plan.planId;
    ({ kpiId } = await caller.kpis.add({
      planId,
      sectionId: plan.first,
      name: 'Children <seen> & "heard"',
      ref: 'CH 1',
      polarity: 'up',
      yearBy: 'sum',
      frequency: 'quarter',
      tolerance: 2,
      countsChildren: true,
    }));
    const figures = [
      ...quarters.map((period, at) => ['actual', period, ['31', '3', '27', '41'][at]] as const),
      ...quarters.map((period) => ['target', period, '30'] as const),
      ['actual', '2010-11', '102'] as const,
    ];
    const { refused } = await caller.kpis.setValues({
      edits: figures.map(([role, period, text]) => ({ kpiId, role, period, text: text ?? '' })),
    });
    expect(refused).toEqual([]);
    await caller.kpis.setNarrative({
      kpiId,
      period: 'July to September 2010',
      says: 'A quiet quarter',
      behind: 'Only three came because of the floods',
      doing: 'Go out to =HYPERLINK("http://x") farms',
      byWhen: 'by March 2011',
      help: 'A van',
      by: 'Ruth <b>Adeyemi</b>',
      on: '2010-10-02',
    });
  });
  afterEach(() => office.close());

  const take = async (name: string) => (await office.caller.snapshots.take({ name })).id;
  const html = async (report: (typeof names)[number], snapshotId: string) => {
    const file = await office.caller.reports.make({ snapshotId, report, planId, format: 'html' });
    return Buffer.from(file.base64, 'base64').toString('utf8');
  };
  /** What the cells of its tables say. */
  const cells = (page: string) =>
    [...page.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, words = '']) =>
      words.replaceAll(/<[^>]*>/g, ''),
    );

  it.each(names)('stand in no %s, nor what they could be worked out from', async (report) => {
    const page = await html(report, await take('June'));
    expect(cells(page)).not.toContain('3');
    // The year less three quarters would tell it: the smallest of the others goes with it.
    expect(cells(page)).not.toContain('27');
    expect(page).not.toContain('Only three came');
    if (report === 'plan' || report === 'kpi-book') {
      expect(cells(page)).toContain('[c]');
      expect(page).toContain('Left out: it names a small number.');
    }
    expect(page).not.toContain('<seen>');
    expect(page).not.toContain('<b>Adeyemi');
  });

  it('are told before circulation, with why each figure is left out', async () => {
    const told = await office.caller.reports.leftOut({ planId });
    expect(told.kpis).toBe(1);
    expect(told.figures.map(({ text, why }) => [text, why])).toEqual([
      ['3', 'small'],
      ['27', 'worked-out'],
    ]);
    expect(told.warnings).toEqual([]);
    expect(told.texts.map(({ what }) => what)).toEqual(['Narrative: what is behind it']);
  });

  it('are warned of where the office leaves out only the small numbers themselves', async () => {
    await office.caller.settings.set({ suppression: { threshold: 5, secondary: false } });
    const { warnings } = await office.caller.reports.leftOut({ planId });
    expect(warnings[0]?.words).toMatch(/^CH 1, July to September 2010 can be worked out from CH 1, /);
    await office.caller.history.undo();
    expect((await office.caller.settings.get()).suppression).toBeUndefined();
    expect((await office.caller.reports.leftOut({ planId })).warnings).toEqual([]);
  });

  it('are rounded with the rest where the office rounds, and judged by what they were', async () => {
    await office.caller.settings.set({ suppression: { threshold: 3, roundTo: 10, secondary: true } });
    const page = await html('kpi-book', await take('Rounded'));
    expect(cells(page)).toContain('40');
    expect(cells(page)).not.toContain('41');
    const states = (await office.caller.kpis.get({ kpiId })).periods.map(({ state }) => state);
    expect(states[0]).toBe('on-track');
    // 27 rounds to 30, which would be on track; it was off it, and is told so.
    expect(states[2]).toBe('off-track');
    expect(page).toContain('Off track');
  });

  it('stay as they are on the screen and in the register’s own form', async () => {
    const { caller } = office;
    const { periods } = await caller.kpis.get({ kpiId });
    expect(periods.map(({ actual }) => actual?.text)).toContain('3');
  });

  it('are left out by the rule that held when the snapshot was taken, whatever holds now', async () => {
    const id = await take('June');
    const before = await html('kpi-book', id);
    await office.caller.settings.set({ suppression: { threshold: 100, secondary: true } });
    expect(await html('kpi-book', id)).toBe(before);
  });
});
