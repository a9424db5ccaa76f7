import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('measures, one by one', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const measures = async () =>
    (await office.caller.plans.action({ actionId: plan.actions[0] })).measures.map((one) => ({
      text: one.text,
      leads: one.leads.map((lead) => lead.text),
      doneOn: one.doneOn,
      kpiId: one.kpiId,
    }));

  it('are added, re-worded, led, met and measured by a KPI, each in one act that Undo takes back', async () => {
    const before = readRegister(office.register.db);
    const { measureId } = await office.caller.measures.add({
      actionId: plan.actions[0],
      text: 'Leaflet online',
    });
    const { kpiId } = await office.caller.kpis.add({
      planId: plan.planId,
      sectionId: null,
      name: 'Leaflets read',
    });
    await office.caller.measures.edit({
      measureId,
      text: 'Leaflet on line',
      leads: 'Ruth Adeyemi\nPlay team',
    });
    await office.caller.measures.edit({ measureId, doneOn: '2010-10-01', kpiId });
    expect((await measures()).at(-1)).toEqual({
      text: 'Leaflet on line',
      leads: ['Ruth Adeyemi', 'Play team'],
      doneOn: '2010-10-01',
      kpiId,
    });
    await office.caller.measures.remove({ measureId });
    expect(await measures()).toHaveLength(2);
    for (let acts = 0; acts < 5; acts += 1) await office.caller.history.undo();
    expect(readRegister(office.register.db)).toEqual(before);
  });

  it('stay met when they are re-worded in the grid', async () => {
    const [first] = (await office.caller.plans.action({ actionId: plan.actions[0] })).measures;
    await office.caller.measures.edit({ measureId: first?.id ?? '', doneOn: '2010-10-01' });
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [
        {
          actionId: plan.actions[0],
          field: 'measures',
          text: 'A leaflet in every centre\nLeaflet in two languages',
        },
      ],
    });
    expect((await measures())[0]).toMatchObject({ text: 'A leaflet in every centre', doneOn: '2010-10-01' });
  });
});
