import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedReferences } from '#shared/domain/linked-references.ts';

describe('a list of references', () => {
  it.each([
    ['CSD1,2 and 8', ['CSD1', 'CSD2', 'CSD8']],
    ['CSP 7 and 8', ['CSP 7', 'CSP 8']],
    ['A3-A5', ['A3', 'A4', 'A5']],
    ['A1-4', ['A1', 'A2', 'A3', 'A4']],
    ['A3 to A5', ['A3', 'A4', 'A5']],
    ['1.1, 1.2', ['1.1', '1.2']],
    ['3.1 \u2013 3.4', ['3.1', '3.2', '3.3', '3.4']],
    ['2.2 (i) and (iii)', ['2.2 (i)', '2.2 (iii)']],
    ['4.1(i)-(iii)', ['4.1(i)', '4.1(ii)', '4.1(iii)']],
    ['P1, OUT 4', ['P1', 'OUT 4']],
    ['P1, P2, and P5.', ['P1', 'P2', 'P5']],
    ['Priorities 1 and 2', ['1', '2']],
    ['Priority 3', ['3']],
    ['CSD 7', ['CSD 7']],
    ['BVPI 222a/222b', ['BVPI 222a', 'BVPI 222b']],
    ['HC-04, 05', ['HC-04', 'HC-05']],
  ])('reads %j', (text, codes) => {
    expect(linkedReferences(text)).toEqual(codes);
  });

  it.each([
    'Health plan',
    'Delivery plan: EY & P',
    '2009-10',
    'September 08 onwards',
    'Sept 10',
    'Q1 and Q2',
    'A5-3',
    'A1 to B4',
    '1 of 3',
    'CSD1, 2 and the rest',
    'CSD1,',
    '',
  ])('leaves %j alone', (text) => {
    expect(linkedReferences(text)).toEqual([]);
  });

  const prefix = fc.constantFrom('CSD', 'CSP ', 'A', 'OUT ', '');
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });

  it('gives back what was listed, however it was joined', () => {
    const sign = fc.constantFrom(',', ', ', ' and ', ' & ', '; ', ', and ', ' + ');
    fc.assert(
      fc.property(
        prefix,
        numbers,
        fc.array(sign, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (p, ns, signs, each) => {
          const text = ns
            .map((n, at) => `${at > 0 ? signs[at] : ''}${at === 0 || each ? p : ''}${n}`)
            .join('');
          expect(linkedReferences(text)).toEqual(ns.map((n) => `${p}${n}`));
        },
      ),
    );
  });

  it('takes a range for every number in it', () => {
    fc.assert(
      fc.property(
        prefix,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (p, from, more) => {
          const all = Array.from({ length: more + 1 }, (_, step) => `${p}${from + step}`);
          expect(linkedReferences(`${p}${from}-${p}${from + more}`)).toEqual(all);
          expect(linkedReferences(`${p}${from} to ${from + more}`)).toEqual(all);
        },
      ),
    );
  });

  it('never fails and never repeats itself, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AB12.,-( )iv/&and to'), maxLength: 30 }), (text) => {
        const found = linkedReferences(text);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
