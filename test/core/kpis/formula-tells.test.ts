import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('a formula over other KPIs', () => {
  const toldOf = async (kpiId: string) =>
    (await office.caller.kpis.get({ kpiId })).due
      .filter(({ kind }) => kind === 'formula' || kind === 'children')
      .map(({ words }) => words);

  it('tells of inputs that count children where it does not count them itself', async () => {
    const { kpis } = office.caller;
    const add = (name: string, more: object = {}) =>
      kpis.add({ planId: null, sectionId: null, name, ref: name, ...more });
    await add('A', { countsChildren: true });
    await add('B');
    const { kpiId } = await add('C', { formula: '100 * A / B' });
    const words =
      'It is worked out from A, which counts children; it is not said to count them itself, so reports print it whatever the number.';
    expect(await toldOf(kpiId)).toEqual([words]);
    const listed = (await kpis.list({})).find(({ id }) => id === kpiId);
    expect(listed?.due.map((one) => one.words)).toContain(words);
    expect((await kpis.readFormula({ kpiId: null, formula: 'A + B' })).children).toEqual(['A']);
    await kpis.edit({ kpiId, countsChildren: true });
    expect(await toldOf(kpiId)).toEqual([]);
  });

  it('tells of an input that was not carried into the new year', async () => {
    const { kpis, plans, years } = office.caller;
    const { planId } = await plans.create({ title: 'Quay plan', kind: 'plan', period: '2010-11' });
    const add = (name: string, more: object = {}) =>
      kpis.add({ planId, sectionId: null, name, ref: name, ...more });
    const a = await add('A');
    await add('B');
    await add('C', { formula: 'A + B' });
    const made = await years.rollForward({
      planId,
      title: 'Quay plan',
      period: '2011-12',
      kpis: [{ kind: 'dropped', kpiId: a.kpiId, reason: 'Nobody counts it any more' }],
    });
    const carried = (await kpis.list({ planId: made.planId })).find(({ ref }) => ref === 'C');
    expect(await toldOf(carried?.id ?? '')).toEqual([
      'Its formula uses A of the year before, which was not carried on.',
    ]);
  });
});
