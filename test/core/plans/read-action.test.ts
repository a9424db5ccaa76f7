import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { meetings, resolutions } from '#db/schema/index.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('everything of one action', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  it('tells what meetings resolved about it, the latest first, and of no other', async () => {
    const [a, b] = plan.actions;
    office.register.act({ kind: 'edit', label: 'Meetings' }, (tx) => {
      for (const [n, heldOn, actionId] of [
        [1, '2010-05-04', a],
        [2, '2010-09-07', a],
        [3, '2010-09-07', b],
      ] as const) {
        const id = office.app.options.newId();
        const title = `Board ${n}`;
        insertRow(tx, meetings, { id, title, heldOn, state: 'confirmed', position: n });
        insertRow(tx, resolutions, {
          id: office.app.options.newId(),
          meetingId: id,
          position: 1,
          number: `${n}/10`,
          text: 'That the leaflet go to print.',
          actionId,
        });
      }
    });
    const { meetings: spoken } = await office.caller.plans.action({ actionId: a });
    expect(spoken.map(({ title, on, number }) => [title, on, number])).toEqual([
      ['Board 2', '2010-09-07', '2/10'],
      ['Board 1', '2010-05-04', '1/10'],
    ]);
  });
});
