import { describe, expect, it } from 'vitest';
import type { KpiGrid } from '#shared/contract/kpis.ts';
import { windowAt } from '../../../src-renderer/grid/column-window.ts';
import { changedIn, draftOf, wrongIn } from '../../../src-renderer/screens/kpis/definition/draft.ts';
import { dueCounts, narrowDue } from '../../../src-renderer/screens/kpis/due/due-words.ts';
import { figureIn, patchFigures } from '../../../src-renderer/screens/kpis/figures/patch-figures.ts';
import { rangeInWords } from '../../../src-renderer/screens/kpis/figures/range-words.ts';
import { addressOf, roleIn } from '../../../src-renderer/screens/kpis/figures/role-choice.tsx';

const empty = { actual: null, target: null, forecast: null, baseline: null, comparators: [] };
const figure = (text: string) => ({ text, provisional: false, note: null });
const months = ['April 2014', 'May 2014'].map((label, place) => ({
  label,
  start: `2014-0${4 + place}-01`,
  end: `2014-0${4 + place}-30`,
}));
const row = (id: string, texts: readonly string[]): KpiGrid['rows'][number] => ({
  kpi: { id, ref: id, name: id, unit: null, unitKind: 'number' },
  plan: null,
  section: null,
  readOnly: null,
  cells: texts.map((text) => (text === '' ? empty : { ...empty, actual: figure(text) })),
});
const grid: KpiGrid = {
  periods: months,
  comparators: [],
  rows: [row('a', ['0.1', '0.2']), row('b', ['c', ''])],
};

describe('figures written into the grid', () => {
  it('stand where they were typed, provisional where their words say so, and leave all else as it was', () => {
    const after = patchFigures(grid, 'actual', [
      { kpiId: 'b', period: 'May 2014', text: ' 7  (p)' },
      { kpiId: 'b', period: 'April 2014', text: '' },
    ]);
    expect(after.rows[0]).toBe(grid.rows[0]);
    expect(after.rows[1]?.cells[0]).toEqual(empty);
    expect(after.rows[1]?.cells[1]?.actual).toEqual({ text: '7 (p)', provisional: true, note: null });
  });

  it('of others stand beside each other, each under whose it is', () => {
    const england = { comparator: 'England' };
    const wales = { comparator: 'Wales' };
    const typed = (text: string) => [{ kpiId: 'a', period: 'May 2014', text }];
    const both = patchFigures(patchFigures(grid, england, typed('5')), wales, typed('6'));
    const cell = both.rows[0]?.cells[1];
    expect([figureIn(cell, england)?.text, figureIn(cell, wales)?.text]).toEqual(['5', '6']);
    expect(figureIn(cell, 'actual')?.text).toBe('0.2');
    const one = patchFigures(both, england, typed('')).rows[0]?.cells[1];
    expect(one?.comparators).toEqual([{ text: '6', provisional: false, note: null, comparator: 'Wales' }]);
    expect([roleIn('with:England'), roleIn('target'), roleIn('with: '), roleIn(undefined)]).toEqual([
      england,
      'target',
      'actual',
      'actual',
    ]);
    expect(addressOf(england)).toBe('with:England');
  });

  it('keep what was said of a figure when the same words are typed again', () => {
    const held = {
      ...grid,
      rows: [
        {
          ...row('a', ['1', '2']),
          cells: [{ ...empty, actual: { text: '1', provisional: true, note: 'n' } }, empty],
        },
      ],
    };
    const after = patchFigures(held, 'actual', [{ kpiId: 'a', period: 'April 2014', text: '1' }]);
    expect(after.rows[0]?.cells[0]?.actual).toEqual({ text: '1', provisional: true, note: 'n' });
  });
});

describe('the foot of the grid', () => {
  const of = (ids: string[], keys: string[], cells: number) =>
    rangeInWords(grid, 'actual', { ids, keys, cells, activeId: 'a', activeKey: null });

  it('adds decimals exactly, and counts only what is a figure', () => {
    const keys = [...new Set(['2014-04-01/2014-04-30', '2014-05-01/2014-05-30'])];
    const words = of(['a', 'b'], keys, 4);
    expect(words).toBe('4 cells, 2 with a figure, sum 0.3, mean 0.15');
  });

  it('says how large the grid is where one cell is chosen', () => {
    expect(of(['a'], ['ref'], 1)).toBe('2 KPIs, 2 periods');
  });
});

describe('the columns of a wide grid', () => {
  it('are drawn for the view and a group at either side, in steps', () => {
    const widths = Array.from({ length: 120 }, () => 80);
    expect(windowAt(widths, 0, 800)).toBe('0,17');
    expect(windowAt(widths, 4_000, 800)).toBe('42,65');
    expect(windowAt(widths, 4_040, 800)).toBe('42,71');
    for (let left = 0; left < 8_800; left += 37) {
      const [first = 0, last = 0] = windowAt(widths, left, 800).split(',').map(Number);
      expect(first * 80).toBeLessThanOrEqual(left);
      expect((last + 1) * 80).toBeGreaterThanOrEqual(left + 800);
    }
  });
});

describe('a definition as typed', () => {
  const kpi = {
    id: 'k',
    source: null,
    planId: null,
    sectionId: null,
    ref: 'NI 72',
    name: 'Places',
    unit: '%',
    polarity: null,
    dataSource: null,
    owners: [],
    calendar: null,
    tolerance: 3,
    details: [],
  };
  const before = draftOf(kpi, { formula: null, planId: null });

  it('writes nothing that was not touched', () => {
    expect(changedIn(before, before)).toEqual({});
    expect(changedIn({ ...before, tolerance: '2.5' }, before)).toEqual({ tolerance: 2.5 });
    expect(changedIn({ ...before, tolerance: '' }, before)).toEqual({ tolerance: null });
  });

  it('says field by field what cannot be meant', () => {
    const wrong = wrongIn({
      ...before,
      name: ' ',
      tolerance: 'about three',
      dueDays: '2.5',
      from: 'formula',
    });
    expect(Object.keys(wrong).sort()).toEqual(['dueDays', 'formula', 'name', 'tolerance']);
    expect(wrong.tolerance).toBe('“about three” is not a number of 0 or more. Write 3, or 2.5.');
    expect(wrongIn(before)).toEqual({});
  });
});

describe('what is due', () => {
  const say = (kind: 'figure' | 'narrative') => ({
    kind,
    period: null,
    dueOn: null,
    daysLate: 0,
    words: kind,
  });

  it('is counted by kind, and narrowed to one', () => {
    expect(dueCounts([say('figure'), say('narrative'), say('figure')])).toBe('2 figures and 1 narrative');
    const kpi = { id: 'k', ref: null, name: 'K', planId: null, expected: 2, there: 0 };
    const groups = [{ owner: null, expected: 2, there: 0, kpis: [{ ...kpi, due: [say('figure')] }] }];
    expect(narrowDue(groups, 'narrative')).toEqual([]);
    expect(narrowDue(groups, 'figure')).toEqual(groups);
  });
});
