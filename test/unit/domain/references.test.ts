import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, referenceKey, sameAs, splitReference } from '#shared/domain/references.ts';

describe('references', () => {
  it('knows references from years, quarters, words and amounts', () => {
    const yes = [
      '2.2 (i)',
      '3 (iv)',
      '4.1(iii)',
      '1.0',
      'A3',
      'BVPI 222a',
      'PSA 10',
      '7',
      '(i)',
      'a)',
      '23-10b',
      'FM 12',
      '1.2.3',
    ];
    const no = [
      '2009',
      'Q3',
      'March 2010',
      'Sept 10',
      'TP',
      '75%',
      'Done',
      '2009/10',
      'Year 2',
      '',
      '1.2 metres',
    ];
    expect(yes.filter((text) => !isReference(text))).toEqual([]);
    expect(no.filter((text) => isReference(text))).toEqual([]);
  });

  it.each([
    ['2.2 (i) Shared induction', '2.2 (i)', null, 'Shared induction'],
    ['4.1(iii)Set up a rota', '4.1(iii)', null, 'Set up a rota'],
    ['1.0 Reach more families', '1.0', null, 'Reach more families'],
    ['1. Visit each setting', '1', null, 'Visit each setting'],
    ['BVPI 222a - Percentage of leaders', 'BVPI 222a', null, 'Percentage of leaders'],
    ['PSA 10 threshold', 'PSA 10', null, 'threshold'],
    ['A3 Improve', 'A3', null, 'Improve'],
    ['a) open the base', 'a)', null, 'open the base'],
    ['(ii) close it', '(ii)', null, 'close it'],
    ['Priority 1: Settle well', '1', 'Priority', 'Settle well'],
    ['Chapter 3 – Parents', '3', 'Chapter', 'Parents'],
    ['Recommendation 4', '4', 'Recommendation', ''],
    ['9.1.2 Number of visits', '9.1.2', null, 'Number of visits'],
    ['23-3  Use of maps', '23-3', null, 'Use of maps'],
    ['6 rooms ready', null, null, '6 rooms ready'],
    ['100% of rooms', null, null, '100% of rooms'],
    ['2.5 days a week', null, null, '2.5 days a week'],
    ['7.30 - 9.30 club', null, null, '7.30 - 9.30 club'],
    ['2009 - 10 plan', null, null, '2009 - 10 plan'],
    ['Part of the plan', null, null, 'Part of the plan'],
    ['CAF forms in use', null, null, 'CAF forms in use'],
  ])('splits %j', (text, ref, kind, rest) => {
    expect(splitReference(text)).toEqual({ ref, kind, rest });
  });

  it('loses no letter when it splits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const { ref, rest } = splitReference(text);
        expect(text).toContain(rest);
        if (ref) expect(text).toContain(ref);
      }),
    );
  });

  it('sees through spelling', () => {
    expect(referenceKey('4.1(iii)')).toBe(referenceKey('4.1 (III).'));
    expect(referenceKey('PSA10')).toBe(referenceKey('psa 10'));
    expect(referenceKey('2.1')).not.toBe(referenceKey('21'));
  });

  it('resolves "as" only where nothing else is said', () => {
    expect(sameAs('As 2.1 (iii)')).toBe('2.1 (iii)');
    expect(sameAs('see 4.2 above.')).toBe('4.2');
    expect(sameAs('Same as A3')).toBe('A3');
    expect(['As above', 'As 2009', 'As part of 2.1 and more', 'Asked 3', ''].map(sameAs)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
