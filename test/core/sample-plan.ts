import type { Office } from './office.ts';

/** A small plan of an invented office: two sections, four actions, everything typed in as an officer would. */
export type SamplePlan = {
  planId: string;
  first: string;
  second: string;
  /** Ids of 1.1, 1.2, 2.1 and 2.2. */
  actions: [string, string, string, string];
};

export async function samplePlan({ caller }: Office): Promise<SamplePlan> {
  const { planId } = await caller.plans.create({
    title: 'Harbour Early Years Plan',
    kind: 'action plan',
    period: '2010-11',
  });
  const section = (ref: string, title: string) =>
    caller.plans.addSection({ planId, parentId: null, afterSectionId: null, kind: 'priority', ref, title });
  const first = (await section('1', 'Families know where to turn')).sectionId;
  const second = (await section('2', 'Rooms fit for play')).sectionId;
  const inFirst = await caller.plans.addActions({
    planId,
    sectionId: first,
    afterActionId: null,
    rows: [
      {
        ref: '1.1',
        text: 'Print one leaflet for all four centres',
        leads: 'Ruth Adeyemi',
        timescale: 'By 30 September 2010',
        measures: 'Leaflet in every centre\nLeaflet in two languages',
      },
      { ref: '1.2', text: 'Open the advice line on Saturdays', leads: 'RA', timescale: 'Ongoing' },
    ],
  });
  const inSecond = await caller.plans.addActions({
    planId,
    sectionId: second,
    afterActionId: null,
    rows: [
      { ref: '2.1', text: 'Mend the garden fence', timescale: 'March 2011' },
      { ref: '2.2', text: 'Buy outdoor toys', links: 'As 2.1' },
    ],
  });
  const ids = [...inFirst.actions, ...inSecond.actions].map((action) => action.id);
  return { planId, first, second, actions: ids as SamplePlan['actions'] };
}
