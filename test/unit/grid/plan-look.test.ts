import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRow } from '#shared/contract/plans.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import {
  actOfActions,
  changeOfActions,
  notesOnLines,
} from '../../../src-renderer/screens/plans/alias-ids.ts';
import { arrangedLines } from '../../../src-renderer/screens/plans/arranged-lines.ts';
import { bulkChanges } from '../../../src-renderer/screens/plans/bulk-changes.ts';
import { sortBy, valuesIn } from '../../../src-renderer/screens/plans/column-values.ts';
import { dropPlace, stepPlace } from '../../../src-renderer/screens/plans/move-places.ts';
import { noFilter } from '../../../src-renderer/screens/plans/plan-filter.ts';
import {
  columnsOf,
  orderedKeys,
  readLook,
  usualLook,
  withMoved,
} from '../../../src-renderer/screens/plans/plan-look.ts';
import { sectionDrop, sectionStep } from '../../../src-renderer/screens/plans/section-places.ts';
import { planTree } from '../../../src-renderer/screens/plans/section-tree.ts';

const action = (id: string, more: Partial<ActionRow> = {}): ActionRow => ({
  id,
  source: null,
  planId: 'p',
  sectionId: 's',
  ref: null,
  text: id,
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
  ...more,
});
const section = (id: string, parentId: string | null = null) => ({
  id,
  source: null,
  planId: 'p',
  parentId,
  kind: 'priority' as const,
  ref: null,
  title: id,
  bullets: [],
  leads: [],
  details: [],
});
const lead = (text: string) => ({ text, personId: null, role: null, note: null });
const world = { people: new Map(), planKey: [] };

describe('the lines of a plan as looked at', () => {
  const rows = [
    action('a', { leads: [lead('Mara'), lead('Idris')], timescale: readTimescale('May 2015') }),
    action('b', { leads: [lead('Idris')], timescale: readTimescale('Ongoing') }),
    action('c', { timescale: readTimescale('March 2015') }),
  ];
  const tree = planTree([section('s')], rows);
  const ids = (group: 'lead' | 'due' | 'none' | 'section', key?: string) =>
    arrangedLines(tree, { group, sort: key ? { key, way: 'up' } : null }, null, world).lines.map(
      ({ id }) => id,
    );

  it('have an action under each of its leads, and those without one last', () => {
    expect(ids('lead')).toEqual(['group:Idris', 'a~2', 'b', 'group:Mara', 'a', 'group:No lead', 'c']);
  });

  it('go by the month due, what goes on and what has no date behind', () => {
    expect(ids('due')).toEqual(['group:March 2015', 'c', 'group:May 2015', 'a', 'group:Ongoing', 'b']);
  });

  it('keep their numbers when they are sorted, within sections or as one list', () => {
    expect(ids('none', 'timescale')).toEqual(['c', 'a', 'b']);
    const { lines } = arrangedLines(
      tree,
      { group: 'section', sort: { key: 'timescale', way: 'up' } },
      null,
      world,
    );
    expect(lines.flatMap((line) => (line.kind === 'row' ? [[line.id, line.number]] : []))).toEqual([
      ['c', 4],
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('are told of as actions again when something is written, moved or noted', () => {
    const made = changeOfActions({
      cause: 'fill',
      cells: [
        { id: 'a', key: 'text', text: 'x' },
        { id: 'a~2', key: 'text', text: 'x' },
      ],
      added: [],
      left: 0,
    });
    expect(made.cells).toEqual([{ id: 'a', key: 'text', text: 'x' }]);
    expect(actOfActions({ do: 'remove-rows', ids: ['a', 'a~2', 'b'] })).toEqual({
      do: 'remove-rows',
      ids: ['a', 'b'],
    });
    const notes = new Map([['a', { text: { text: 'typed' } }]]);
    expect([...notesOnLines(notes, new Map([['a', ['a~2']]])).keys()]).toEqual(['a', 'a~2']);
  });
});

describe('sorting', () => {
  it('keeps what stands alike in its order and puts nothing last, either way', () => {
    const item = fc.record({ n: fc.nat(), value: fc.option(fc.constantFrom('2', '10', 'b', 'A')) });
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom('up' as const, 'down' as const), (items, way) => {
        const numbered = items.map((one, place) => ({ ...one, place }));
        const sorted = sortBy(numbered, ({ value }) => value, way);
        expect(sorted.map(({ place }) => place).sort((a, b) => a - b)).toEqual(
          numbered.map((one) => one.place),
        );
        const rank = ['2', '10', 'A', 'b'];
        sorted.slice(1).forEach((one, at) => {
          const before = sorted[at];
          if (!before) return;
          if (one.value === before.value) expect(before.place).toBeLessThan(one.place);
          else if (one.value !== null) {
            expect(before.value).not.toBeNull();
            const step = rank.indexOf(one.value) - rank.indexOf(before.value ?? '');
            expect(way === 'up' ? step : -step).toBeGreaterThan(0);
          }
        });
      }),
    );
  });
});

describe('how a plan is looked at', () => {
  const all = ['ref', 'text', 'leads', 'status'].map((key) => ({ key, frozen: key === 'ref' }));

  it('loses no column, whatever was kept and however they are moved', () => {
    const key = fc.constantFrom('ref', 'text', 'leads', 'status', 'gone');
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(key), key, (order, hidden, to) => {
        const look = { ...usualLook, order, hidden };
        const keys = orderedKeys(all, look);
        expect([...keys].sort()).toEqual(['leads', 'ref', 'status', 'text']);
        const moved = withMoved(keys, ['leads', 'ref'], to === 'gone' ? 'text' : to, 'behind');
        expect([...moved].sort()).toEqual([...keys].sort());
        expect(columnsOf(all, look).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is read back as it was kept, and as usual where it cannot be', () => {
    const look = { ...usualLook, sort: { key: 'leads', way: 'down' as const }, frozen: 2, tint: true };
    const views = [{ name: 'Mine', look, filter: noFilter }];
    expect(readLook(JSON.stringify({ look, views }))).toEqual({ look, views });
    for (const spoilt of ['', '[]', '{"look":3}', '{"look":{"group":"x","frozen":-1}}', 'null']) {
      expect(readLook(spoilt)).toEqual({ look: usualLook, views: [] });
    }
  });
});

describe('places to move to', () => {
  const rows = [
    action('a', { sectionId: 's' }),
    action('b', { sectionId: 's' }),
    action('c', { sectionId: 't' }),
  ];
  const tree = planTree([section('s'), section('t'), section('u', 't')], rows);

  it('go up and down in a section and over its end into the next', () => {
    expect(stepPlace(tree, ['b'], -1)).toEqual({ sectionId: 's', afterActionId: null, first: true });
    expect(stepPlace(tree, ['b'], 1)).toEqual({ sectionId: 't', afterActionId: null, first: true });
    expect(stepPlace(tree, ['a', 'b'], -1)).toBeNull();
    expect(stepPlace(tree, ['c'], -1)).toEqual({ sectionId: 's', afterActionId: 'b', first: false });
    expect(stepPlace(tree, ['a', 'c'], 1)).toBe('several');
    expect(dropPlace(tree, ['c'], 'b', 'before')).toEqual({
      sectionId: 's',
      afterActionId: 'a',
      first: false,
    });
    expect(dropPlace(tree, ['a'], 'blank:u', 'before')).toEqual({
      sectionId: 'u',
      afterActionId: null,
      first: true,
    });
  });

  it('take a section up, in and out, never into itself', () => {
    const nodes = tree.all;
    expect(sectionStep(nodes, 't', 'up')).toEqual({ parentId: null, afterSectionId: null, first: true });
    expect(sectionStep(nodes, 't', 'in')).toEqual({ parentId: 's', afterSectionId: null, first: false });
    expect(sectionStep(nodes, 'u', 'out')).toEqual({ parentId: null, afterSectionId: 't', first: false });
    expect(sectionStep(nodes, 's', 'in')).toBeNull();
    expect(sectionDrop(nodes, 't', 'u', 'into')).toBeNull();
    expect(sectionDrop(nodes, 's', 'u', 'behind')).toEqual({
      parentId: 't',
      afterSectionId: 'u',
      first: false,
    });
  });
});

describe('a change of several actions', () => {
  it('adds a lead only where it is not there, and takes it out only where it is', () => {
    const rows = [
      action('a', { leads: [lead('Mara')] }),
      action('b', { leads: [lead('Idris'), lead('mara')] }),
    ];
    expect(bulkChanges(rows, 'leads', 'Idris', 'add')).toMatchObject([
      { before: 'Mara', after: 'Mara\nIdris' },
    ]);
    expect(bulkChanges(rows, 'leads', 'Mara', 'take-out').map(({ after }) => after)).toEqual(['', 'Idris']);
    expect(bulkChanges(rows, 'comment', '', 'replace')).toEqual([]);
  });

  it('is chosen by values of which one cell may have two', () => {
    expect(valuesIn(action('a', { leads: [lead('Mara'), lead('Idris')] }), 'leads', new Map())).toEqual([
      'Mara',
      'Idris',
    ]);
  });
});
