import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, estimateHeight, linesOf } from '../../../src-renderer/grid/layout.ts';
import { type GridLine, indexLines, lastNotAfter } from '../../../src-renderer/grid/lines.ts';

const group = (id: string): GridLine<string> => ({
  kind: 'group',
  id,
  number: 0,
  ref: null,
  title: id,
  note: '',
});
const row = (id: string): GridLine<string> => ({ kind: 'row', id, number: 0, row: id });

describe('indexLines', () => {
  it('counts data rows only, and takes a head for the row below it', () => {
    const index = indexLines([group('g'), row('a'), row('b'), group('h'), { kind: 'blank', id: 'c' }]);
    expect(index.ids).toEqual(['a', 'b', 'c']);
    expect(index.lineOfRow).toEqual([1, 2, 4]);
    expect(index.rowOfLine).toEqual([0, 0, 1, 2, 2]);
    expect(index.rowOfId.get('c')).toBe(2);
    expect(index.groups).toEqual([0, 3]);
  });
});

describe('lastNotAfter', () => {
  it('finds what a search from the end finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200)), fc.nat(220), (numbers, place) => {
        const places = [...numbers].sort((a, b) => a - b);
        expect(lastNotAfter(places, place)).toBe(places.findLast((one) => one <= place) ?? null);
      }),
    );
  });
});

describe('layout', () => {
  it('gives the growing column what the others leave, but never less than its least', () => {
    const sizes = [{ width: 58 }, { width: 236, least: 236, grows: true }, { width: 84 }];
    expect(columnWidths(sizes, 34, 822)).toEqual([58, 646, 84]);
    expect(columnWidths(sizes, 34, 300)).toEqual([58, 236, 84]);
  });

  it('takes a line break and a long word for lines of their own', () => {
    expect(linesOf('one\ntwo\n', 400)).toBe(3);
    expect(linesOf('a'.repeat(200), 100)).toBeGreaterThan(10);
  });

  it('never makes a row less than 32 px tall, and taller the more it holds', () => {
    expect(estimateHeight([''], [100])).toBe(32);
    expect(estimateHeight(['word '.repeat(60)], [100])).toBeGreaterThan(
      estimateHeight(['word '.repeat(20)], [100]),
    );
  });
});
