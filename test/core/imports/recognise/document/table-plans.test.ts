import { describe, expect, it } from 'vitest';
import { actionNamed, actionsUnder, leadsOf, readPlan } from '#test/fixtures/plans/read-plan.ts';
import * as plans from '#test/fixtures/plans/table-plans.ts';

describe('a Word plan whose actions stand in tables', () => {
  it.each(Object.entries(plans))('loses nothing of %s', (_, blocks) => {
    expect(readPlan(blocks).reconciliation.lost).toBe(0);
  });

  it('takes merged rows over the headings for the priority and its lead', () => {
    const { made, reconciliation } = readPlan(plans.mergedPriorities);
    expect(reconciliation.tray).toBe(0);
    expect(made.plans[0]).toMatchObject({
      title: 'School Improvement Plan 2023-24',
      subject: 'Fernhill Primary School',
      period: { label: '2023-24' },
    });
    expect(made.sections.map((one) => [one.kind, one.ref, one.title, leadsOf(one)])).toEqual([
      ['priority', '1', 'Writing in every year group', ['Deputy Headteacher']],
      ['priority', '2', 'Attendance', ['Pastoral Manager']],
    ]);
    expect(actionsUnder(made, 'Attendance')).toEqual([
      'Telephone on the first day of absence',
      'Meet families below 90%',
    ]);
  });

  it('keeps prose as the preamble and finds the plan in the appendix', () => {
    const { made, reconciliation } = readPlan(plans.strategyWithAppendix, { footer: 'Page 3 of 9' });
    expect(reconciliation.tray).toBe(0);
    expect(made.plans[0]).toMatchObject({ kind: 'strategy', period: { label: '2022-25' } });
    expect(made.plans[0]?.preamble).toMatch(/Families tell us .*• One person to speak to/s);
    expect(made.plans[0]?.preamble).not.toMatch(/Contents|Page 3/);
    expect(made.sections.map((one) => one.title)).toEqual(['Help close to home', 'One plan for each family']);
    expect(actionsUnder(made, 'Help close')).toHaveLength(2);
  });

  it('reads what the plan is of from its first tables, and its key from the lines beneath', () => {
    const { made } = readPlan(plans.logoAndFacts);
    expect(made.plans[0]).toMatchObject({
      title: 'Moorside Cluster Delivery Plan',
      subject: 'Moorside and Vale; inspected 5 November 2013; Requires improvement',
      period: { start: '2014-04-01', end: '2015-03-31' },
    });
    expect(made.plans[0]?.preamble).toContain('N.B. Targets are reviewed');
    expect(made.plans[0]?.key).toHaveLength(3);
    expect(made.actions.map((one) => one.status?.state)).toEqual(['complete', 'on-track', 'off-track']);
  });

  it('joins what a page break parted, with its headings again or without', () => {
    const { made, tables } = readPlan(plans.fragments);
    expect(tables.map((table) => table.records)).toEqual([3, 2]);
    expect(actionNamed(made, 'toy library').resources).toBe('Donations and a small grant');
    expect(made.sections).toMatchObject([{ kind: 'chapter', ref: '2', title: 'Working with health' }]);
    expect(actionsUnder(made, 'Working with health')).toEqual([
      'Share birth data each month',
      'Run a joint clinic',
    ]);
    expect(actionsUnder(made, null)).toHaveLength(3);
  });

  it('reads workstreams with who answers for them', () => {
    const { made } = readPlan(plans.healthDelivery);
    expect(made.sections.map((one) => [one.ref, one.title, leadsOf(one)])).toEqual([
      ['1', 'Waiting times', ['Director of Operations']],
      ['2', 'Workforce', ['Director of Operations']],
    ]);
    expect(actionNamed(made, 'rotational')).toMatchObject({ status: { label: 'Amber' } });
  });

  it('reads areas for improvement quoted from a report', () => {
    const { made, reconciliation } = readPlan(plans.inspectionResponse);
    expect(reconciliation.tray).toBe(0);
    expect(made.plans[0]?.subject).toBe('inspected 12 March 2019; Requires improvement');
    expect(made.sections.map((one) => one.ref)).toEqual(['1', '2']);
    expect(actionsUnder(made, 'records of attendance')).toContain('Audit registers each Friday');
  });

  it('makes a plan of each heading that names one and says of what it is', () => {
    const { made } = readPlan(plans.clusterPlans);
    expect(made.plans.map((plan) => [plan.title, plan.subject])).toEqual([
      ['Elm Cluster Action Plan', 'inspected 3 March 2014; Good'],
      ['Oak Cluster Action Plan', 'inspected 7 May 2014; Inadequate'],
      ['Ash Cluster Action Plan', 'inspected 9 June 2014; Good'],
    ]);
    expect(made.actions.map((action) => action.plan)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(made.sections.map((section) => section.plan)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('tells keys, terms, funding and versions from the plan, and says what went to the tray', () => {
    const { made, remarks } = readPlan(plans.amongSmallTables);
    expect(made.plans[0]?.key.map((entry) => entry.state)).toEqual(['complete', 'on-track', 'off-track']);
    expect(made.glossary.map((entry) => entry.term)).toEqual(['FH', 'SfL', 'DPH']);
    expect(made.sections[0]?.bullets).toEqual(['A hub within two miles of every family', 'One front door']);
    expect(made.tray.map((item) => item.text.split('\t')[0])).toEqual(['Version', 'Stream']);
    expect(remarks.join('\n')).toMatch(/record of versions[\s\S]*funding/);
    expect(actionNamed(made, 'hub managers').status?.label).toBe('Delayed');
  });

  it('puts the figures of a priority under it', () => {
    const { made } = readPlan(plans.figuresByPriority);
    expect(made.sections).toHaveLength(2);
    expect(made.kpis.map((kpi) => [kpi.name, kpi.section])).toEqual([
      ['Pupil survey', 0],
      ['Referrals within a day', 1],
    ]);
  });

  it('reads a small form for each action', () => {
    const { made } = readPlan(plans.formsOfActions);
    expect(actionsUnder(made, 'Outdoor learning')).toEqual([
      'Build a mud kitchen',
      'Train staff in forest school',
    ]);
    expect(actionNamed(made, 'lending library').timescale?.text).toBe('Spring term');
  });
});
