import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSnapshot } from '#core/snapshots/snapshots.ts';
import { type Office, openOffice } from '../office.ts';

let office: Office;
let planId: string;
let kpiId: string;
let rateId: string;
beforeEach(async () => {
  office = await openOffice();
  const { plans, kpis } = office.caller;
  ({ planId } = await plans.create({ title: 'Harbour Early Years Plan', kind: 'plan', period: '2010-11' }));
  const { sectionId } = await plans.addSection({
    planId,
    title: 'Enjoying and achieving',
    kind: 'theme',
    ref: null,
    parentId: null,
    afterSectionId: null,
  });
  const add = (name: string, ref: string) =>
    kpis.add({ planId, sectionId, name, ref, unit: '%', frequency: 'quarter', tolerance: 3 });
  ({ kpiId } = await add('Two-year-olds in a funded place', 'HB 4'));
  ({ kpiId: rateId } = await add('Twice the share of two-year-olds', 'HB 5'));
  await kpis.edit({ kpiId, polarity: 'up', countsChildren: true });
  await kpis.edit({ kpiId: rateId, polarity: 'up', formula: '2 * HB 4', decimals: 1 });
  await figures(kpiId, ['43', '42.0'], ['45', '44.2'], ['47', '40.1'], ['49', '46.8']);
  await kpis.setValues({
    edits: [
      { kpiId, role: 'baseline', period: '2009-10', text: '41' },
      { kpiId: rateId, role: 'target', period: 'April to June 2010', text: '85' },
    ],
  });
  await kpis.judge({
    kpiId,
    period: quarters[2] ?? '',
    state: 'at-risk',
    reason: 'One centre was shut by flood',
  });
  const words = { behind: 'A nursery by the docks closed.', doing: 'Open 24 places.', by: null, on: null };
  await kpis.setNarrative({ kpiId, period: quarters[2] ?? '', ...words });
});
afterEach(() => office.close());

const quarters = [
  'April to June 2010',
  'July to September 2010',
  'October to December 2010',
  'January to March 2011',
];
function figures(of: string, ...rows: readonly (readonly [target: string, actual: string])[]) {
  return office.caller.kpis.setValues({
    edits: rows.flatMap(([target, actual], at) => [
      { kpiId: of, role: 'target' as const, period: quarters[at] ?? '', text: target },
      { kpiId: of, role: 'actual' as const, period: quarters[at] ?? '', text: actual },
    ]),
  });
}

/** How every period stood, with its way, gap and reasons. */
const stood = async () =>
  Promise.all(
    [kpiId, rateId].map(async (id) =>
      (await office.caller.kpis.get({ kpiId: id })).periods.map(
        ({ period, state, why, ruleState, direction, gap, previous, lastYear, breaks }) => ({
          period: period.label,
          told: { state, why, ruleState, direction, gap, previous, lastYear, breaks },
        }),
      ),
    ),
  );

const reports = ['plan', 'exceptions', 'kpi-book', 'outcome-report-card'] as const;
const formats = ['html', 'xlsx', 'docx', 'csv'] as const;
async function papersOf(snapshotId: string): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const report of reports) {
    for (const format of formats) {
      if (format === 'csv' && report !== 'plan' && report !== 'kpi-book') continue;
      const { base64 } = await office.caller.reports.make({ snapshotId, report, planId, format });
      made[`${report}.${format}`] = base64;
    }
  }
  return made;
}

/** Rules in force today changed one after another, each an officer's own act. */
const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a wider tolerance', () => office.caller.kpis.edit({ kpiId, tolerance: 20 })],
  ['a tolerance in per cent', () => office.caller.kpis.edit({ kpiId, tolerance: 1, toleranceBy: 'percent' })],
  ['what is still on track', () => office.caller.kpis.edit({ kpiId, onTrackWithin: 15 })],
  ['no tolerance at all', () => office.caller.kpis.edit({ kpiId, tolerance: null, onTrackWithin: null })],
  [
    'the other way is better from today on',
    () =>
      office.caller.kpis.edit({
        kpiId,
        polarity: 'down',
        change: { on: '2011-04-01', words: 'Counts those still waiting', breaks: true },
      }),
  ],
  [
    'another formula from today on',
    () =>
      office.caller.kpis.edit({
        kpiId: rateId,
        tolerance: 9,
        change: { on: '2011-04-01', words: 'Rounded otherwise', breaks: false },
      }),
  ],
  [
    'a rule for small numbers',
    () => office.caller.settings.set({ suppression: { threshold: 50, secondary: true } }),
  ],
  ['other days by which figures are due', () => office.caller.kpis.edit({ kpiId, dueDays: 90 })],
  [
    'a later figure',
    () =>
      office.caller.kpis.setValues({
        edits: [{ kpiId, role: 'actual', period: 'April to June 2011', text: '12' }],
      }),
  ],
  [
    'a later status by judgement',
    () =>
      office.caller.kpis.judge({ kpiId, period: 'April to June 2011', state: 'complete', reason: 'Agreed' }),
  ],
];

describe('rules changed today', () => {
  it('leave every earlier status, snapshot and report as it was, to the byte', async () => {
    office.setToday('2011-04-20');
    const { id } = await office.caller.snapshots.take({ name: 'April board' });
    const before = await stood();
    expect(before[0]?.map(({ told }) => told.state)).toEqual([
      null,
      'at-risk',
      'at-risk',
      'at-risk',
      'at-risk',
    ]);
    expect(before[0]?.map(({ told }) => told.ruleState)).toEqual([
      null,
      'at-risk',
      'at-risk',
      'off-track',
      'at-risk',
    ]);
    const frozen = openSnapshot(office.register.db, id);
    const papers = await papersOf(id);
    for (const [what, change] of changes) {
      await change();
      const after = await stood();
      expect(
        after.map((periods, at) => periods.slice(0, before[at]?.length)),
        what,
      ).toEqual(before);
    }
    // A library may look at the machine's own clock, though nothing of ours does.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 366 * 86_400_000 });
    try {
      expect(openSnapshot(office.register.db, id)).toEqual(frozen);
      const again = await papersOf(id);
      for (const [name, base64] of Object.entries(papers)) expect(again[name] === base64, name).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    // What is made now is another: the rules did change.
    const { id: now } = await office.caller.snapshots.take({ name: 'Now' });
    expect((await papersOf(now))['kpi-book.html']).not.toBe(papers['kpi-book.html']);
  });

  it('judge what is entered from now on', async () => {
    await office.caller.kpis.edit({ kpiId, tolerance: 20 });
    await office.caller.kpis.setValues({
      edits: [
        { kpiId, role: 'target', period: 'April to June 2011', text: '60' },
        { kpiId, role: 'actual', period: 'April to June 2011', text: '45' },
      ],
    });
    const { periods } = await office.caller.kpis.get({ kpiId });
    expect(periods.at(-1)?.state).toBe('at-risk');
    // A figure put right for an earlier period is judged by the rules of then.
    await office.caller.kpis.setValues({
      edits: [{ kpiId, role: 'actual', period: quarters[1] ?? '', text: '30' }],
    });
    const put = (await office.caller.kpis.get({ kpiId })).periods.find(
      ({ period }) => period.label === quarters[1],
    );
    expect(put?.state).toBe('off-track');
  });
});
