import { describe, expect, it } from 'vitest';
import * as plans from '#test/fixtures/plans/page-plans.ts';
import { actionNamed, actionsUnder, leadsOf, readPlan } from '#test/fixtures/plans/read-plan.ts';

describe('a Word plan with titles, labels and answers among its tables', () => {
  it.each(Object.entries(plans))('places all of %s', (_, blocks) => {
    expect(readPlan(blocks).reconciliation).toMatchObject({ tray: 0, lost: 0 });
  });

  it('reads a page for each priority, its answers over its actions', () => {
    const { made, reconciliation } = readPlan(plans.priorityPages);
    expect(reconciliation.tray).toBe(0);
    expect(made.sections.map((one) => [one.ref, one.title, leadsOf(one)])).toEqual([
      ['1', 'Reading', ['Ms Lowe']],
      ['2', 'Behaviour', ['Mr Adeyemi']],
    ]);
    expect(made.sections[0]?.details).toContainEqual({
      label: 'Success criteria',
      text: 'Nine in ten pupils on track',
    });
    expect(actionNamed(made, 'phonics')).toMatchObject({ resources: '£900', section: 0 });
    expect(actionsUnder(made, 'Behaviour')).toHaveLength(2);
  });

  it('takes plain lines over several tables for their headings', () => {
    const { made } = readPlan(plans.plainLines);
    expect(made.sections.map((one) => one.title)).toEqual(['Mental health', 'Healthy weight']);
    expect(actionsUnder(made, 'Healthy weight')).toEqual(['Open two park runs']);
  });

  it('keeps labels beside text with the section they stand under', () => {
    const { made } = readPlan(plans.pairsUnderHeadings);
    expect(made.sections).toHaveLength(1);
    expect(made.sections[0]).toMatchObject({ ref: '1', title: 'Children start school ready' });
    expect(made.sections[0]?.details).toContainEqual({
      label: 'Where we want to be',
      text: 'Seventy in a hundred by 2018.',
    });
    expect(leadsOf(made.sections[0] ?? { leads: [] })).toEqual(['Early Years Adviser']);
  });

  it('reads a key under headings once, by its own colours, and terms set apart by tabs', () => {
    const { made, questions, reconciliation } = readPlan(plans.keyWithHeadings);
    expect(reconciliation.tray).toBe(0);
    expect(made.plans[0]?.key.map((entry) => entry.label)).toEqual(['Green', 'Amber', 'Red']);
    expect(made.plans[0]?.preamble).toBeNull();
    expect(made.actions.map((one) => one.status)).toEqual([
      { state: 'on-track', label: 'Amber' },
      { state: 'complete', label: 'Green' },
    ]);
    expect(questions).toEqual([]);
    expect(made.glossary.map((entry) => [entry.term, entry.meaning])).toEqual([
      ['HRA', 'Housing Revenue Account'],
      ['RP', 'Registered provider'],
    ]);
  });

  it('takes a title in the place of the first heading for the section of the rows beneath', () => {
    const { made, reconciliation } = readPlan(plans.titleAmongHeadings);
    expect(reconciliation.tray).toBe(0);
    expect(made.sections.map((one) => [one.ref, one.title])).toEqual([
      ['1', 'A tidier village'],
      ['2', 'Things for young people to do'],
    ]);
    expect(actionsUnder(made, 'tidier')).toEqual([
      'Plant bulbs on the green',
      'Report on plant bulbs on the green',
    ]);
    expect(actionNamed(made, 'skate ramp')).toMatchObject({ timescale: { text: 'Spring 2009' } });
  });

  it('puts aims, actions and figures under the weakness they answer', () => {
    const { made, reconciliation } = readPlan(plans.statementOfAction);
    expect(reconciliation.tray).toBe(0);
    expect(made.plans[0]).toMatchObject({
      title: 'Written Statement of Action',
      subject: 'inspected 4 to 8 June 2018',
    });
    expect(made.sections.map((one) => [one.ref, one.title, leadsOf(one), one.bullets.length])).toEqual([
      ['1', 'Strategy and oversight', ['Director of Education'], 2],
      ['2', 'Waiting times', ['Chief Nurse'], 2],
    ]);
    expect(made.actions.map((one) => one.section)).toEqual([0, 1]);
    expect(made.kpis.map((one) => one.section)).toEqual([0, 1]);
  });

  it('goes on with a section whose heading comes again, and keeps each list with its label', () => {
    const { made } = readPlan(plans.continuedHeadings);
    expect(made.sections.map((one) => one.title)).toEqual(['Play', 'Food']);
    expect(actionsUnder(made, 'Play')).toEqual(['Open the park', 'Paint the swings']);
    expect(made.sections[1]).toMatchObject({
      bullets: ['Children eat well'],
      details: [
        { label: 'Measures of success', text: 'School meals up by 5%\nMore cooks' },
        { label: 'Heading', text: 'Outcomes' },
      ],
    });
  });
});
