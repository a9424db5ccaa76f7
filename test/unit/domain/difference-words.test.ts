import { describe, expect, it } from 'vitest';
import type { Difference } from '#shared/contract/reports.ts';
import {
  figuresInWords,
  inWords,
  isGone,
  isNew,
  kindWords,
  stateOfLabel,
  statusMoves,
} from '#shared/domain/difference-words.ts';

const id = '0194d000-0000-7000-8000-000000000001';
const one = (over: Partial<Difference>): Difference => ({
  kind: 'changed',
  record: 'action',
  id,
  planId: id,
  ref: '2.1',
  title: 'Lend toys from the van',
  field: null,
  before: null,
  after: null,
  words: '',
  ...over,
});

describe('inWords', () => {
  it('says plainly that nothing has changed', () => {
    expect(inWords([], 'June', 1)).toEqual(['Nothing has changed since June.']);
  });

  it('counts what was added, removed, re-dated and off track, each once', () => {
    const told = inWords(
      [
        one({ kind: 'added' }),
        one({ kind: 'added', ref: '2.2' }),
        one({ kind: 'removed', ref: '3.1' }),
        one({ kind: 're-dated', ref: '4.1' }),
        one({ kind: 'status-changed', ref: '4.2', before: 'On track', after: 'Off track' }),
        one({ kind: 'measure-changed', record: 'measure', ref: '5.1' }),
      ],
      'June',
      2,
    ).join(' ');
    expect(told).toContain('6 changes in 2 plans');
    expect(told).toContain('2 actions were added and 1 action was removed');
    expect(told).toContain('1 date was changed: 4.1');
    expect(told).toContain('Off track now: 4.2');
    expect(told).toContain('What is measured has changed for 5.1');
  });
});

describe('a figure', () => {
  const figure = (over: Partial<Difference>) =>
    one({ record: 'kpi-value', title: 'Loans, target, 2010-11', ...over });
  const target = (over: Partial<Difference>) => figure({ kind: 'target-changed', field: 'target', ...over });

  it('that is a target is set, changed or dropped', () => {
    const set = target({ after: '63%' });
    const dropped = target({ before: '63%' });
    const changed = target({ field: 'figure', before: '63%', after: '65%' });
    expect([set, dropped, changed].map(kindWords)).toEqual([
      'Target set',
      'Target dropped',
      'Target changed',
    ]);
    expect([set, dropped, changed].map(isNew)).toEqual([true, false, false]);
    expect([set, dropped, changed].map(isGone)).toEqual([false, true, false]);
  });

  it('that lost what it said is changed, not dropped', () => {
    expect(kindWords(target({ field: 'figure', before: '63%' }))).toBe('Target changed');
  });

  it('that came in is counted with the others, by KPI', () => {
    const came = (title: string) => figure({ kind: 'added', field: 'actual', after: '58%', title });
    const three = [
      came('Loans, actual, 2009-10'),
      came('Loans, actual, 2010-11'),
      came('Visits, by van, actual, 2010-11'),
    ];
    expect(figuresInWords(three)).toBe('3 figures came in for 2 KPIs');
    expect(inWords(three, 'June', 1)).toContain('3 figures came in for 2 KPIs.');
  });
});

describe('statusMoves', () => {
  it('puts the commonest move first and counts a status given or taken away', () => {
    const move = (before: string | null, after: string | null) =>
      one({ kind: 'status-changed', before, after });
    expect(
      statusMoves([
        move(null, 'On track'),
        move('On track', 'At risk'),
        move('On track', 'At risk'),
        one({}),
      ]),
    ).toEqual([
      { from: 'On track', to: 'At risk', planId: null, n: 2 },
      { from: null, to: 'On track', planId: null, n: 1 },
    ]);
  });
});

describe('stateOfLabel', () => {
  it('knows the usual words and leaves a plan’s own to be shown as words', () => {
    expect(stateOfLabel('off track')).toBe('off-track');
    expect(stateOfLabel('Amber')).toBeNull();
  });
});
