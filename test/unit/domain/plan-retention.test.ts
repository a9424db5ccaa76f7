import { describe, expect, it } from 'vitest';
import { keptForEver, planKept, withYears } from '#shared/domain/plan-retention.ts';

const plan = { id: 'a', end: '2009-03-31' };

describe('how long a plan is kept', () => {
  it('is for ever where nobody says otherwise, and where the plan has no end', () => {
    expect(planKept(plan, keptForEver, '2099-01-01')).toMatchObject({ until: null, past: false });
    const six = withYears(keptForEver, { planId: null, years: 6 });
    expect(planKept({ id: 'a', end: null }, six, '2099-01-01')).toMatchObject({ until: null, past: false });
  });

  it('is so many years after its end, that day included', () => {
    const six = withYears(keptForEver, { planId: null, years: 6 });
    expect(planKept(plan, six, '2015-03-31')).toEqual({
      years: 6,
      own: false,
      until: '2015-03-31',
      past: false,
    });
    expect(planKept(plan, six, '2015-04-01').past).toBe(true);
    expect(planKept({ id: 'a', end: '2008-02-29' }, six, '2014-03-01')).toMatchObject({
      until: '2014-02-28',
      past: true,
    });
  });

  it('is its own where it has years of its own, and the office’s again without', () => {
    const six = withYears(keptForEver, { planId: null, years: 6 });
    const own = withYears(withYears(six, { planId: 'a', years: 2 }), { planId: 'a', years: 10 });
    expect(own.plans).toEqual([{ planId: 'a', years: 10 }]);
    expect(planKept(plan, own, '2015-04-01')).toMatchObject({ years: 10, own: true, past: false });
    expect(withYears(own, { planId: 'a', years: null })).toEqual(six);
  });
});
