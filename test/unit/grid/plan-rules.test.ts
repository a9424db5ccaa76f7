import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRow, PlanView } from '#shared/contract/plans.ts';
import type { Person, Section } from '#shared/contract/register.ts';
import { defaultLooks, states } from '#shared/domain/states.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { impossibleDay } from '../../../src-renderer/screens/plans/impossible-day.ts';
import { completeLead, leadChoices } from '../../../src-renderer/screens/plans/lead-words.ts';
import { patchPlan } from '../../../src-renderer/screens/plans/patch-plan.ts';
import { filterOfAddress, noFilter, passes } from '../../../src-renderer/screens/plans/plan-filter.ts';
import { blankId, planLines, sectionOfBlank } from '../../../src-renderer/screens/plans/plan-lines.ts';
import { readingsOf } from '../../../src-renderer/screens/plans/readings-menu.ts';
import { planTree } from '../../../src-renderer/screens/plans/section-tree.ts';
import { choiceFor, statusChoices } from '../../../src-renderer/screens/plans/status-letters.ts';

const action = (id: string, o: Partial<ActionRow> = {}): ActionRow => ({
  id,
  source: null,
  planId: 'plan',
  sectionId: null,
  ref: id,
  text: `Words of ${id}`,
  bullets: [],
  leads: [],
  timescale: null,
  status: null,
  resources: null,
  comment: null,
  details: [],
  links: [],
  reviewOn: null,
  continuesActionId: null,
  measures: [],
  lastUpdate: null,
  daysLate: null,
  ...o,
});
const section = (id: string, parentId: string | null = null): Section => ({
  id,
  source: null,
  planId: 'plan',
  parentId,
  kind: 'priority',
  ref: id,
  title: `Section ${id}`,
  bullets: [],
  leads: [],
  details: [],
});

describe('planTree', () => {
  it('counts the actions of a section with those of all sections under it', () => {
    const tree = planTree(
      [section('1'), section('1.1', '1'), section('2')],
      [
        action('a', { sectionId: '1.1', status: { state: 'at-risk', label: 'Amber' } }),
        action('b', { sectionId: '1' }),
        action('c'),
      ],
    );
    expect(tree.all.map((node) => [node.section.id, node.depth, node.total])).toEqual([
      ['1', 0, 2],
      ['1.1', 1, 1],
      ['2', 0, 0],
    ]);
    expect(tree.all[0]?.counts).toEqual({ 'at-risk': 1, 'not-started': 1 });
    expect(tree.loose.map((one) => one.id)).toEqual(['c']);
  });

  it('shows every action once, whatever its section says', () => {
    const ids = fc.constantFrom('1', '2', '3', 'gone', null);
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 12 }), (sections) => {
        const actions = sections.map((sectionId, place) => action(`a${place}`, { sectionId }));
        const tree = planTree([section('1'), section('2', '1'), section('3', 'gone')], actions);
        const shown = planLines(tree, null).filter((line) => line.kind === 'row');
        expect(shown.map((line) => line.id).sort()).toEqual(actions.map((one) => one.id).sort());
      }),
    );
  });
});

describe('planLines', () => {
  const tree = planTree([section('1'), section('2')], [action('a', { sectionId: '1' })]);

  it('ends an empty section and the plan with a blank row to type into', () => {
    expect(planLines(tree, null).map((line) => line.id)).toEqual(['1', 'a', '2', blankId('2')]);
    expect(sectionOfBlank(blankId('2'))).toBe('2');
    expect(sectionOfBlank(blankId(null))).toBeNull();
    expect(sectionOfBlank('a')).toBeUndefined();
  });

  it('keeps row numbers when rows are filtered away, and no head without a row', () => {
    const more = planTree(
      [section('1'), section('2')],
      [action('a', { sectionId: '1' }), action('b', { sectionId: '2' })],
    );
    const lines = planLines(more, (one) => one.id === 'b');
    expect(lines.map((line) => [line.id, line.kind === 'blank' ? 0 : line.number])).toEqual([
      ['2', 3],
      ['b', 4],
    ]);
  });
});

describe('planTree after an edit', () => {
  const ids = fc.constantFrom('1', '2', '3', '4');
  const parents = fc.tuple(
    ...['1', '2', '3', '4'].map((_, n) => fc.option(fc.constantFrom(...['1', '2', '3'].slice(0, n), 'gone'))),
  );
  const places = fc.array(ids, { maxLength: 12 });

  it('is the tree made anew, whatever stood before it', () => {
    fc.assert(
      fc.property(parents, places, places, (under, first, then) => {
        const sections = under.map((parent, n) => section(`${n + 1}`, parent));
        const rowsAt = (in_: string[]) => in_.map((sectionId, n) => action(`${n}`, { sectionId }));
        const before = planTree(sections, rowsAt(first));
        expect(planTree(sections, rowsAt(then), before)).toEqual(planTree(sections, rowsAt(then)));
      }),
    );
  });

  it('keeps the nodes of the sections that nothing was changed in, and makes those above a change anew', () => {
    const sections = [section('1'), section('1.1', '1'), section('2')];
    const rows = [action('a', { sectionId: '1.1' }), action('b', { sectionId: '2' })];
    const before = planTree(sections, rows);
    const after = planTree(
      sections,
      rows.map((row) => (row.id === 'a' ? { ...row, status: { state: 'complete', label: 'Done' } } : row)),
      before,
    );
    expect(after.all.map((node, place) => node === before.all[place])).toEqual([false, false, true]);
    expect(after.all[0]?.counts).toEqual({ complete: 1 });
  });
});

describe('passes', () => {
  const today = '2014-11-24';
  const name = new Map();

  it('finds every word looked for, in any column', () => {
    const row = action('a', { comment: 'Ask the library', text: 'Print the map' });
    expect(passes(row, { ...noFilter, words: 'map LIBRARY' }, today, name)).toBe(true);
    expect(passes(row, { ...noFilter, words: 'map museum' }, today, name)).toBe(false);
  });

  it('takes no date, or one nobody can read, for no date; and nothing that is over', () => {
    const filter = filterOfAddress('no-date', states);
    expect(passes(action('a'), filter, today, name)).toBe(true);
    expect(passes(action('a', { timescale: readTimescale('when we can') }), filter, today, name)).toBe(true);
    expect(passes(action('a', { timescale: readTimescale('May 2015') }), filter, today, name)).toBe(false);
    const over = action('a', { status: { state: 'closed', label: 'Closed' } });
    expect(passes(over, filter, today, name)).toBe(false);
  });

  it('takes 30 days ahead for soon', () => {
    const filter = filterOfAddress('due-soon', states);
    const due = (text: string) =>
      passes(action('a', { timescale: readTimescale(text) }), filter, today, name);
    expect(due('24 December 2014')).toBe(true);
    expect(due('25 December 2014')).toBe(false);
    expect(due('23 November 2014')).toBe(false);
  });
});

describe('patchPlan', () => {
  const plan: PlanView = {
    plan: {
      id: 'plan',
      source: null,
      kind: 'plan',
      title: 'Plan',
      period: null,
      subject: null,
      preamble: null,
      parentPlanId: null,
      continuesPlanId: null,
      key: [],
    },
    continues: null,
    sections: [section('1'), section('2')],
    actions: [
      action('a', { sectionId: '1' }),
      action('b', { sectionId: '1' }),
      action('c', { sectionId: '2' }),
    ],
    counts: Object.fromEntries(states.map((state) => [state, 0])) as PlanView['counts'],
  };

  it('replaces rows where they stand, takes out removed ones, and counts anew', () => {
    const changed = action('b', { sectionId: '1', status: { state: 'complete', label: 'Done' } });
    const after = patchPlan(plan, { actions: [changed], removedIds: ['a'] }, null);
    expect(after.actions.map((one) => one.id)).toEqual(['b', 'c']);
    expect(after.counts.complete).toBe(1);
    expect(after.counts['not-started']).toBe(1);
    expect(after.actions[1]).toBe(plan.actions[2]);
  });

  it('puts new rows behind the one named, else at the end of their section', () => {
    const fresh = action('n', { sectionId: '1' });
    expect(patchPlan(plan, { actions: [fresh], removedIds: [] }, 'a').actions.map((one) => one.id)).toEqual([
      'a',
      'n',
      'b',
      'c',
    ]);
    expect(patchPlan(plan, { actions: [fresh], removedIds: [] }, null).actions.map((one) => one.id)).toEqual([
      'a',
      'b',
      'n',
      'c',
    ]);
  });
});

describe('statusChoices', () => {
  it('gives the usual states the letters of the design', () => {
    expect(
      statusChoices([])
        .map((choice) => choice.letter)
        .join(''),
    ).toBe('ORTCNGL');
  });

  it('gives every label of any key a letter of its own that is in it', () => {
    const words = fc.constantFrom('Green', 'Amber', 'Red', 'Blue', 'Some progress made', 'In place', 'Done');
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 7 }), (labels) => {
        const key = labels.map((label, place) => ({ ...(defaultLooks[place] ?? defaultLooks[0]), label }));
        const choices = statusChoices(key as never);
        const letters = choices.map((choice) => choice.letter);
        expect(new Set(letters).size).toBe(letters.length);
        for (const choice of choices) expect(choice.label.toUpperCase()).toContain(choice.letter);
      }),
    );
  });
});

describe('choiceFor', () => {
  const choices = statusChoices([]);
  it.each([
    ['o', 'off-track'],
    ['on', 'on-track'],
    ['R', 'at-risk'],
    ['not', 'not-started'],
    ['risk', 'at-risk'],
    ['closed', 'closed'],
  ])('takes "%s" for %s', (typed, state) => {
    expect(choiceFor(typed, choices)?.state).toBe(state);
  });
  it.each(['track', 'xyz', ' '])('takes "%s" for none', (typed) => {
    expect(choiceFor(typed, choices)).toBeNull();
  });
});

describe('lead words', () => {
  const person = (name: string, initials: string | null): Person => ({
    id: name,
    source: null,
    kind: 'person',
    name,
    initials,
    role: null,
    email: null,
  });
  const people = [person('Mara Quill', 'MQ'), person('Marcus Lowe', 'ML'), person('Idris Bell', 'IB')];

  it('completes a name once it can be no other, and initials not at all', () => {
    expect(completeLead('Mar', people)).toBeNull();
    expect(completeLead('Mara', people)).toBe(' Quill');
    expect(completeLead('Mara Quill, Id', people)).toBe('ris Bell');
    expect(completeLead('MQ', people)).toBeNull();
  });

  it('offers by any name or initials, as the whole cell would read', () => {
    expect(leadChoices('Idris Bell & qu', people).map((choice) => choice.words)).toEqual([
      'Idris Bell & Mara Quill',
    ]);
    expect(leadChoices('', people)).toHaveLength(3);
  });
});

describe('readingsOf', () => {
  it('offers each fair reading of a doubtful date as words that are no longer doubtful', () => {
    const options = { period: { start: '2014-04-01', end: '2015-03-31' } };
    for (const words of ['Dec 09', 'Nov 10', 'March 11']) {
      const row = action('a', { timescale: readTimescale(words, options) });
      expect(row.timescale?.ambiguous).toBe(true);
      const readings = readingsOf(row, options);
      expect(readings.map((one) => one.says)).toHaveLength(2);
      for (const { words: plain } of readings) expect(readTimescale(plain, options).ambiguous).toBe(false);
    }
  });

  it('offers nothing where the words are plain', () => {
    expect(readingsOf(action('a', { timescale: readTimescale('May 2015') }), {})).toEqual([]);
  });
});

describe('impossibleDay', () => {
  it('says how many days the month has', () => {
    expect(impossibleDay('by 31 Feb 2011')).toBe('February 2011 has 28 days.');
    expect(impossibleDay('30th February 2012')).toBe('February 2012 has 29 days.');
    expect(impossibleDay('28 Feb 2011')).toBeNull();
    expect(impossibleDay('31 of them in 2011')).toBeNull();
  });
});
