import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { roundForms, rounds } from '#db/schema/index.ts';
import { type Office, openOffice } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

describe('rounds on Home', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await samplePlan(office);
  });
  afterEach(() => office.close());

  const onHome = async () => (await office.caller.home.get()).rounds;
  const roundOf = (o: { name: string; dueOn: string | null; closedAt?: string; states: string[] }) => {
    const id = office.app.options.newId();
    office.register.act({ kind: 'round', label: 'Round' }, (tx) => {
      const { name, dueOn, closedAt = null } = o;
      insertRow(tx, rounds, { id, name, openedAt: '2010-10-01T09:00:00.000Z', dueOn, closedAt });
      o.states.forEach((state, at) => {
        insertRow(tx, roundForms, {
          id: office.app.options.newId(),
          roundId: id,
          position: at + 1,
          name: `Lead ${at + 1}`,
          state: state as 'sent',
          version: 1,
          sentAt: '2010-10-01T09:00:00.000Z',
          sent: { keys: [], actions: [], measures: [], figures: [] },
          settled: {},
        });
      });
    });
    return id;
  };

  it('are none where none is open', async () => {
    expect(await onHome()).toEqual({ total: 0, first: [] });
    roundOf({
      name: 'Done with',
      dueOn: '2010-10-08',
      closedAt: '2010-10-11T09:00:00.000Z',
      states: ['sent'],
    });
    expect(await onHome()).toEqual({ total: 0, first: [] });
  });

  it('tell how many answered of how many, whose form waits and who is missing', async () => {
    const id = roundOf({
      name: 'July to September 2010',
      dueOn: '2010-10-08',
      states: ['merged', 'sent', 'returned', 'sent', 'merged'],
    });
    expect(await onHome()).toEqual({
      total: 1,
      first: [
        {
          id,
          name: 'July to September 2010',
          dueOn: '2010-10-08',
          sent: 5,
          answered: 3,
          waiting: ['Lead 3'],
          missing: ['Lead 2', 'Lead 4'],
        },
      ],
    });
  });

  it('stand in the order in which they are due, and follow what the officer does', async () => {
    const { roundId } = await office.caller.rounds.open({ name: 'Due later', dueOn: '2010-10-20' });
    roundOf({ name: 'No day', dueOn: null, states: ['sent'] });
    roundOf({ name: 'Due first', dueOn: '2010-10-08', states: ['sent'] });
    const names = async () => (await onHome()).first.map(({ name }) => name);
    expect(await names()).toEqual(['Due first', 'Due later', 'No day']);
    await office.caller.rounds.close({ roundId, closed: true });
    expect(await names()).toEqual(['Due first', 'No day']);
    expect((await onHome()).total).toBe(2);
  });
});
