import { describe, expect, it } from 'vitest';
import { actionsUnder, leadsOf, readPlan } from '#test/fixtures/plans/read-plan.ts';
import { bullets, cell, heading, para, table } from '#test/fixtures/word/word.ts';

const bold = (text: string) => para([{ text, bold: true }], { bold: true });
const head = (...texts: string[]) => texts.map((text) => cell([{ text, bold: true }], { bold: true }));

describe('a Word plan as offices publish them', () => {
  it('takes a table of labels that begins with a numbered priority for the priority of the tables after it', () => {
    const face = (number: number, name: string, lead: string) =>
      table([
        [cell([{ text: `Priority ${number}`, bold: true }]), name],
        ['Lead', lead],
        ['Why does this matter?', 'The quay floods twice a year.'],
      ]);
    const { made, reconciliation } = readPlan([
      para('Harbour Safety Plan 2012-15', { style: 'Title' }),
      face(1, 'Dry quays', 'Harbour Master'),
      bold('Actions'),
      table([head('What', 'Who', 'When'), ['Raise the wall', 'Works Team', 'May 2012']]),
      para(''),
      face(2, 'Lit piers', 'Head of Estates'),
      bold('Actions'),
      table([head('What', 'Who', 'When'), ['Hang forty lamps', 'Works Team', 'June 2013']]),
      heading('Contacts', 1),
      para('Ask at the office.'),
    ]);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.sections.map((one) => [one.ref, one.title, leadsOf(one)])).toEqual([
      ['1', 'Dry quays', ['Harbour Master']],
      ['2', 'Lit piers', ['Head of Estates']],
    ]);
    expect(actionsUnder(made, 'Dry quays')).toEqual(['Raise the wall']);
    expect(actionsUnder(made, 'Lit piers')).toEqual(['Hang forty lamps']);
    expect(made.plans[0]?.preamble).toContain('Ask at the office.');
  });

  it('reads what stands before the kind of a heading, and answers to what a heading asks', () => {
    const { made, reconciliation } = readPlan([
      heading('Pilots’ Board Business Plan 2013-14', 1),
      bold('DEVELOPMENT AREA 1: Safer landings'),
      bold('What difference do we want to make?'),
      para('Boats come in when they can.'),
      bold('How will we know?'),
      ...bullets(['Fewer scrapes', 'More pilots']),
      table([head('Action', 'Lead', 'By when'), ['Mark the sandbank', 'Pilot Master', 'May 2013']]),
      bold('Key Priority 2 – Younger crews'),
      bold('Measures of success'),
      table([head('Action', 'Lead', 'By when'), ['Visit four schools', 'Crew Lead', 'July 2013']]),
    ]);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.sections.map((one) => [one.kind, one.ref, one.title, one.bullets])).toEqual([
      ['theme', '1', 'Safer landings', []],
      ['priority', '2', 'Younger crews', []],
    ]);
    expect(made.sections[0]?.details).toContainEqual({
      label: 'What difference do we want to make?',
      text: 'Boats come in when they can.',
    });
    expect(made.sections[0]?.details).toContainEqual({
      label: 'How will we know?',
      text: 'Fewer scrapes\nMore pilots',
    });
    expect(actionsUnder(made, 'Safer landings')).toEqual(['Mark the sandbank']);
  });

  it('takes a sentence that names an outcome for no heading', () => {
    const { made } = readPlan([
      heading('Ferry plan 2014', 1),
      para('We will report on outcome 2: it is the board’s own.'),
      table([head('Action', 'Lead', 'By when'), ['Buy ropes', 'Mate', 'May 2014']]),
    ]);
    expect(made.sections).toEqual([]);
  });

  it('takes a line of the cover over all sections for none of them', () => {
    const actions = (what: string) => table([head('Action', 'Lead', 'By when'), [what, 'AB', 'May 2018']]);
    const { made } = readPlan([
      bold('Riverside Rowing Club'),
      bold('Improvement plan 2018-19'),
      bold('Pulling together for every crew'),
      bold('Priority 1: Talk'),
      actions('Buy a loudhailer'),
      bold('Priority 2: Play'),
      actions('Plan a regatta'),
    ]);
    expect(made.sections.map((one) => [one.title, one.parent])).toEqual([
      ['Talk', null],
      ['Play', null],
    ]);
    expect(made.plans[0]?.preamble).toContain('Pulling together for every crew');
  });

  it('takes a name over the title for no section', () => {
    const { made } = readPlan([
      heading('Fairer quays: working it out together', 1),
      heading('Action Plan April 2018 – March 2020', 2),
      heading('Theme 1 Fair pay', 3),
      table([head('Action', 'Lead', 'By when'), ['Publish the rates', 'AB', 'May 2018']]),
    ]);
    expect(made.sections.map((one) => [one.ref, one.title, one.parent])).toEqual([['1', 'Fair pay', null]]);
    expect(made.plans[0]?.preamble).toContain('Fairer quays');
  });

  it('gives a numbered line under a table to the row that carries its raised figure', () => {
    const { made, reconciliation } = readPlan([
      heading('Harbour performance 2006-07', 1),
      table([
        head('Indicator', 'Actual 2004/05', 'Actual 2005/06', 'Target 2006/07'),
        ['Boats let', '5,612', '5,844¹', '5,900'],
        ['Berths let', '58', '61', '63'],
      ]),
      para('1. Counted by the new gate from October.'),
    ]);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.kpis.map((one) => one.details)).toEqual([
      [{ label: 'Footnote 1', text: 'Counted by the new gate from October.' }],
      [],
    ]);
  });

  it('reads a label of several forms alike, and names a lead of several measures once', () => {
    const form = (action: string, owner: string, end: string) =>
      table([
        ['Action', action],
        ['Owner', owner],
        ['Notes', ''],
        ['Completion', end],
      ]);
    const { made, reconciliation } = readPlan([
      heading('Quay plan 2016-17', 1),
      form('Refit the boathouse', 'AB\nCD\nAB', 'June 2016'),
      para(''),
      form('Move the archive', 'Head of Records', 'To be agreed'),
    ]);
    expect(reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(made.actions.map((one) => [one.text, leadsOf(one), one.timescale?.text])).toEqual([
      ['Refit the boathouse', ['AB', 'CD'], 'June 2016'],
      ['Move the archive', ['Head of Records'], 'To be agreed'],
    ]);
  });

  it('reads no figure from a share of more than a hundred until it is told which', () => {
    const blocks = [
      heading('Harbour indicators', 1),
      table([
        head('Indicator', 'Baseline 2008', 'Actual 2009', 'Target 2010', 'Target 2011'),
        ['Boats seen within a week', '12%', '113%', '14%', '16%'],
      ]),
    ];
    const { made, questions } = readPlan(blocks);
    const asked = questions.find((one) => one.id.startsWith('figure:'));
    expect(asked?.choices.map((one) => one.id)).toEqual(['words', '13', '11', 'as-is']);
    expect(made.kpiValues.map((one) => [one.text, one.number])).toContainEqual(['113%', null]);
    const told = readPlan(blocks, {
      corrections: [{ kind: 'answer', file: 0, questionId: asked?.id ?? '', choice: '13' }],
    });
    expect(told.made.kpiValues.map((one) => [one.text, one.number])).toContainEqual(['113%', 13]);
  });

  it('puts rows whose column names a section that a heading has opened into that section', () => {
    const { made } = readPlan([
      para('Harbour strategy 2016-20', { style: 'Title' }),
      heading('3.1 Dry quays', 2),
      para('We will:'),
      ...bullets(['look after the wall', 'sweep the steps']),
      heading('3.2 Lit piers', 2),
      para('We will:'),
      ...bullets(['look after the lamps']),
      heading('Appendix 1: Action plan', 1),
      table([
        head('Priority', 'Action', 'Lead', 'Timescale'),
        ['Dry quays', 'Raise the wall', 'AB', 'Dec 2016'],
        ['Lit piers', 'Hang forty lamps', 'CD', 'Apr 2017'],
      ]),
    ]);
    expect(made.sections.map((one) => [one.ref, one.title])).toEqual([
      ['3.1', 'Dry quays'],
      ['3.2', 'Lit piers'],
    ]);
    expect(actionsUnder(made, 'Dry quays')).toContain('Raise the wall');
    expect(actionsUnder(made, 'Lit piers')).toContain('Hang forty lamps');
  });
});
