import { describe, expect, it } from 'vitest';
import * as plans from '#test/fixtures/plans/list-plans.ts';
import { actionNamed, actionsUnder, leadsOf, readPlan } from '#test/fixtures/plans/read-plan.ts';

describe('a Word plan of headings, lists and sentences', () => {
  it.each(Object.entries(plans))('places all of %s', (_, blocks) => {
    expect(readPlan(blocks).reconciliation).toMatchObject({ tray: 0, lost: 0 });
  });

  it('reads who and by when at the end of an item', () => {
    const { made } = readPlan(plans.trailingAnswers);
    expect(made.actions.map((one) => [one.text, leadsOf(one), one.timescale?.end])).toEqual([
      ['Repair the equipment in Ropewalk Park.', ['Parks Team'], '2015-06-30'],
      ['Survey all twelve playgrounds', ['AB'], '2015-09-30'],
      ['Agree a scheme of inspection with the insurers', ['Risk Manager'], '2016-03-31'],
      ['Offer free lessons in the holidays', ['PK'], '2015-07-31'],
      ['Train ten volunteers by May 2015', [], '2015-05-31'],
    ]);
    expect(made.sections.map((one) => [leadsOf(one), one.bullets.length])).toEqual([
      [['Parks Manager'], 2],
      [['Pool Manager'], 0],
    ]);
    expect(made.sections[1]?.details).toContainEqual({
      label: 'Why this matters',
      text: 'one child in four leaves primary school unable to swim.',
    });
  });

  it('reads the line of answers beneath a numbered action', () => {
    const { made } = readPlan(plans.answersBelow);
    expect(made.sections.map((one) => one.title)).toEqual(['Clean streets', 'Things to do']);
    expect(actionNamed(made, 'Empty litter bins')).toMatchObject({
      ref: '1.1',
      status: { state: 'complete' },
      section: 0,
    });
    expect(actionNamed(made, 'Friday nights')).toMatchObject({
      ref: '2.1',
      timescale: { end: '2012-10-31' },
      section: 1,
    });
  });

  it('takes what is promised for actions and what it is for for the section', () => {
    const { made } = readPlan(plans.promises);
    expect(made.sections.map((one) => one.ref)).toEqual(['1', '2']);
    expect(actionsUnder(made, 'Healthy pregnancies')).toEqual([
      'Offer every woman a named midwife',
      'Listen to what families tell us each year',
    ]);
    expect(made.sections[0]?.bullets).toContain('Fewer babies are born early');
    expect(made.sections[0]?.details).toContainEqual({
      label: 'Why this matters',
      text: 'Too many families wait for help.',
    });
    expect(made.bodies).toMatchObject([{ name: 'Start Well Board', kind: 'board' }]);
  });

  it('tells the commitments among numbered paragraphs', () => {
    const { made } = readPlan(plans.numberedParagraphs);
    expect(made.actions.map((one) => [one.ref, leadsOf(one)])).toEqual([
      ['4.12', ['Housing Options Manager']],
      ['4.13', ['Private Sector Team']],
      ['5.2', ['Head of Housing']],
    ]);
    expect(made.sections[0]?.details[0]?.text).toContain('214 households');
  });

  it('reads bold lines as headings where a document has no styles', () => {
    const { made } = readPlan(plans.boldHeadings);
    expect(made.sections.map((one) => [one.ref, one.title])).toEqual([
      ['1', 'More readers'],
      ['2', 'Open longer'],
    ]);
    expect(made.sections[0]?.details).toContainEqual({
      label: 'Success criteria',
      text: 'loans rise by 3% a year',
    });
    expect(made.plans[0]?.preamble).toContain('Progress is reported to the cabinet member');
  });

  it('keeps the deeper items of a list with their action', () => {
    const { made } = readPlan(plans.outlineNumbers);
    expect(made.actions).toHaveLength(3);
    expect(made.actions[0]?.bullets).toEqual(['Find a room', 'Recruit two workers']);
  });

  it('reads a body, its members, duties, terms and footnotes around a plan', () => {
    const { made } = readPlan(plans.boardAndDuties);
    expect(made.bodies).toHaveLength(1);
    expect(made.bodies[0]).toMatchObject({
      name: 'Riverside Safeguarding Partnership',
      cycle: 'Every two months.',
      members: [
        { name: 'Ada Okafor', role: 'Director of Children’s Services' },
        { name: 'Ben Sharp', role: 'Chair' },
        { name: 'Chief Nurse', role: null },
      ],
    });
    expect(made.duties.map((duty) => duty.inForceFrom?.start ?? null)).toEqual([
      '2005-10-01',
      null,
      '2008-04-01',
    ]);
    expect(made.duties[0]?.basis).toBe('Children Act 2004');
    expect(made.glossary.map((entry) => entry.term)).toEqual(['BP', 'LADO']);
    expect(actionNamed(made, 'toolkit').details).toEqual([
      { label: 'Footnote 1', text: 'The toolkit of 2014 is withdrawn.' },
    ]);
  });

  it('makes no sections of an overview that names them first', () => {
    const { made } = readPlan(plans.overviewFirst);
    expect(made.sections.map((one) => one.title)).toEqual(['Apprenticeships', 'Adult learning']);
    expect(made.plans[0]?.preamble).toContain('Priority 1: Apprenticeships');
  });

  it('takes a heading for an action where its answers stand beneath it', () => {
    const { made } = readPlan(plans.headedActions);
    expect(made.sections.map((one) => one.ref)).toEqual(['1', '2']);
    expect(made.actions.map((one) => [one.ref, one.text, one.section])).toEqual([
      ['1.1', 'Light the underpass', 0],
      ['1.2', 'Hold street meetings', 0],
      [null, 'Mark bicycles at the market', 1],
    ]);
    expect(actionNamed(made, 'underpass').details[0]?.text).toContain('after dark');
    expect(made.progress.map((one) => one.text)).toEqual(['Lamps ordered']);
  });

  it('reads who and by when between dashes, and what "we will" do', () => {
    const { made } = readPlan(plans.betweenDashes);
    expect(made.actions.map((one) => [one.text, leadsOf(one), one.timescale?.text ?? null])).toEqual([
      ['Loan 500 laptops', ['Schools Service'], 'by September 2020'],
      ['Refurbish old machines', ['Community Repair'], 'ongoing'],
      ['train 60 volunteers', [], null],
      ['run drop-in sessions each week', [], null],
    ]);
    expect(made.sections.map((one) => one.ref)).toEqual(['2', '2.1', '2.2']);
  });
});
