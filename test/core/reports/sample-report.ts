import type { Office } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

/** The sample plan with statuses, updates and a KPI of four quarters, frozen once as "June board" and once later. */
export async function sampleReportOffice(office: Office) {
  const { caller } = office;
  const plan = await samplePlan(office);
  const [leaflet, advice, fence, toys] = plan.actions;
  const say = (actionId: string, state: 'complete' | 'at-risk' | 'off-track' | 'on-track', text: string) =>
    caller.plans.addProgress({ actionIds: [actionId], state, text, on: '2010-06-10', by: 'Ruth Adeyemi' });
  await say(leaflet, 'complete', 'Printed & delivered to all four <centres>');
  await say(fence, 'at-risk', 'One quote of three has come');
  const { kpiId } = await caller.kpis.add({
    planId: plan.planId,
    sectionId: plan.first,
    name: 'Families who found help within a week',
    ref: 'HB 1',
    unit: '%',
  });
  await caller.kpis.edit({ kpiId, polarity: 'up', tolerance: 3, dataSource: 'Advice line log' });
  const figures = [
    ['baseline', '2008-09', '41%'],
    ['target', 'April to June 2010', '60%'],
    ['actual', 'April to June 2010', '58%'],
    ['target', 'July to September 2010', '63%'],
    ['actual', 'July to September 2010', '52%'],
  ] as const;
  const { refused } = await caller.kpis.setValues({
    edits: figures.map(([role, period, text]) => ({ kpiId, role, period, text })),
  });
  if (refused.length > 0) throw new Error(refused[0]?.message);
  const june = await caller.snapshots.take({ name: 'June board' });
  await say(fence, 'off-track', 'The contractor withdrew; "=1+1" is what the quote said');
  await say(advice, 'at-risk', 'Nobody for the second Saturday');
  const october = await caller.snapshots.take({ name: 'October board' });
  return { ...plan, kpiId, june, october, leaflet, advice, fence, toys };
}
