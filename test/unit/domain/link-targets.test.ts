import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkPlan, type LinkTarget, type LinkWorld, linkReader } from '#shared/domain/link-targets.ts';

const plan = (id: string, title: string, o: Partial<LinkPlan> = {}): LinkPlan => ({
  id,
  title,
  parentId: null,
  start: null,
  end: null,
  ...o,
});
const section = (id: string, planId: string, ref: string | null, title: string): LinkTarget => ({
  kind: 'section',
  id,
  planId,
  ref,
  title,
});

const year = { start: '2009-04-01', end: '2010-03-31' };
const next = { start: '2010-04-01', end: '2011-03-31' };
const plans = [
  plan('work', 'Harbour work plan 2009-10', { parentId: 'whole', ...year }),
  plan('whole', 'Children’s plan 2009-12', { start: '2009-04-01', end: '2012-03-31' }),
  plan('old', 'Play strategy 2009-10', year),
  plan('new', 'Play strategy 2010-11', next),
];
const actions: LinkTarget[] = [
  { kind: 'action', id: 'a1', planId: 'work', ref: '7.1', title: 'Open the gate' },
  { kind: 'action', id: 'n1', planId: 'new', ref: '3.2 (ii)', title: 'Paint the swings' },
];
const world: LinkWorld = {
  plans,
  targets: [
    section('w1', 'work', '1.1', 'Settle in well'),
    section('w2', 'work', '1.2', 'Play outdoors'),
    section('c1', 'whole', 'CSD1', 'Families are heard'),
    section('c2', 'whole', 'CSD 2', 'Homes are safe'),
    section('c8', 'whole', 'CSD8', 'Places are near'),
    section('c11', 'whole', '1.1', 'Something else'),
    section('o5', 'old', 'PL5', 'Sand and water'),
    section('n5', 'new', 'PL5', 'Sand and water'),
    ...plans.map(
      (one): LinkTarget => ({ kind: 'plan', id: one.id, planId: one.id, ref: null, title: one.title }),
    ),
    { kind: 'kpi', id: 'k1', planId: null, ref: 'BVPI 222a', title: 'Leaders with a degree' },
    { kind: 'duty', id: 'd1', planId: null, ref: 'Childcare Act 2006, section 6', title: 'Enough places' },
    { kind: 'stream', id: 's1', planId: null, ref: null, title: 'Sure Start Grant', also: ['SSG', 'GSSG'] },
  ],
  actionsOf: (planId) => actions.filter((action) => action.planId === planId),
};
const read = (words: string, of = 'work') =>
  linkReader(world, of)
    .read(words)
    .map((piece) => [piece.code, piece.target?.id ?? piece.several.map((one) => one.id)]);

describe('the words of a link', () => {
  it('point to as many sections as they list, over all plans', () => {
    expect(read('CSD1,2 and 8')).toEqual([
      ['CSD1', 'c1'],
      ['CSD2', 'c2'],
      ['CSD8', 'c8'],
    ]);
  });

  it('say which of them lead nowhere', () => {
    expect(read('CSD1 and 9')).toEqual([
      ['CSD1', 'c1'],
      ['CSD9', []],
    ]);
    expect(read('Health plan')).toEqual([[null, []]]);
  });

  it('mean what is nearest: the plan’s own, then the plan it is part of, then plans of the same time', () => {
    expect(read('1.1')).toEqual([[null, 'w1']]);
    expect(read('1.1', 'whole')).toEqual([[null, 'c11']]);
    expect(read('PL5')).toEqual([[null, 'o5']]);
    expect(read('PL5', 'new')).toEqual([[null, 'n5']]);
  });

  it('stay open where two plans are equally near, and are settled by a plan’s title', () => {
    expect(read('PL5', 'whole')).toEqual([[null, ['o5', 'n5']]]);
    expect(read('PL5, Play strategy 2010-11', 'whole')).toEqual([[null, 'n5']]);
    expect(read('PL5 of the Play strategy 2009-10', 'whole')).toEqual([[null, 'o5']]);
    expect(read('Play strategy 2010-11, 3.2 (ii)')).toEqual([[null, 'n1']]);
    expect(read('PL5 (Play strategy 2010-11)', 'whole')).toEqual([[null, 'n5']]);
  });

  it('may be a title, a reference with its title, a KPI, a duty by its basis, a funding stream or a row', () => {
    expect(read('Settle in well')).toEqual([[null, 'w1']]);
    expect(read('CSD 2: Homes are')).toEqual([[null, 'c2']]);
    expect(read('The Children\u2019s plan 2009-12')).toEqual([[null, 'whole']]);
    expect(read('bvpi 222A')).toEqual([[null, 'k1']]);
    expect(read('Childcare Act 2006, section 6')).toEqual([[null, 'd1']]);
    expect(read('GSSG')).toEqual([[null, 's1']]);
    expect(read('7.1')).toEqual([[null, 'a1']]);
    expect(read('SSG; Play outdoors')).toEqual([
      ['SSG', 's1'],
      ['Play outdoors', 'w2'],
    ]);
  });

  it('always give at least one piece, each of a known target or none, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(fc.constantFrom('CSD', '1', '2', ',', ' ', 'and', '(i)', 'Play strategy 2010-11', 'of', '-'), {
          maxLength: 9,
        })
        .map((parts) => parts.join('')),
    );
    const ids = new Set([...world.targets, ...actions].map(({ id }) => id));
    fc.assert(
      fc.property(words, fc.constantFrom(...plans.map(({ id }) => id)), (text, of) => {
        const pieces = linkReader(world, of).read(text);
        expect(pieces.length).toBeGreaterThan(0);
        for (const { code, target, several } of pieces) {
          if (target) expect(ids.has(target.id)).toBe(true);
          expect(several.length).not.toBe(1);
          if (pieces.length > 1) expect(code).not.toBeNull();
        }
      }),
    );
  });

  it('mean the same however their blanks, brackets and capitals are written', () => {
    const spelt = fc.constantFrom('CSD 2', 'csd2', 'CSD2.', ' CSD  2 ', 'Csd 2');
    fc.assert(
      fc.property(spelt, (text) => {
        expect(read(text)).toEqual([[null, 'c2']]);
      }),
    );
  });
});
