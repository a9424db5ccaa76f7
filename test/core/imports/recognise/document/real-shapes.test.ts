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
});
