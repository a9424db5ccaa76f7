import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersOf, fromRoman, toRoman, withNumber } from '#shared/domain/reference-counters.ts';
import { keptReferences, type Row, rebased, renumbered } from '#shared/domain/renumber.ts';

const rows = (...refs: (string | null)[]): Row[] => refs.map((ref) => ({ group: 's', ref }));
/** The references after those at `gone` have left. */
const without = (refs: readonly string[], ...gone: number[]) =>
  renumbered(rows(...refs.filter((_, at) => !gone.includes(at))), rows(...refs));

describe('the number in a reference', () => {
  it('is found wherever it counts, and gives the reference back', () => {
    for (const ref of [
      '1',
      '2.2 (i)',
      '4.1(iii)',
      '1.0',
      '3.10',
      '04',
      'A3',
      'BVPI 222a',
      'IV',
      '7.',
      '(b)',
      'c)',
    ]) {
      const [counter] = countersOf(ref);
      expect(counter && withNumber(counter, counter.n), ref).toBe(ref);
    }
  });

  it('is a letter before it is a hundred, and a one before it is the ninth letter', () => {
    expect(countersOf('2 (c)')[0]).toMatchObject({ style: 'letter', n: 3 });
    expect(countersOf('2 (i)')[0]).toMatchObject({ style: 'roman', n: 1 });
  });

  it('reads every roman number as it writes it, and no other word', () => {
    for (let n = 1; n < 400; n++) expect(fromRoman(toRoman(n) ?? '')).toBe(n);
    for (const word of ['iiii', 'vx', 'mix', '', 'ic']) expect(fromRoman(word)).toBeNull();
  });
});

describe('renumbering', () => {
  it('closes up in the scheme that was there', () => {
    expect(without(['2.2 (i)', '2.2 (ii)', '2.2 (iii)', '2.2 (iv)'], 1)).toEqual([
      '2.2 (i)',
      '2.2 (ii)',
      '2.2 (iii)',
    ]);
    expect(without(['1.0', '2.0', '3.0'], 0)).toEqual(['1.0', '2.0']);
    expect(without(['4a', '4b', '4c'], 0)).toEqual(['4a', '4b']);
    expect(without(['A01', 'A02', 'A03'], 0, 1)).toEqual(['A01']);
  });

  it('counts on for the parts of a split, and moves those behind', () => {
    expect(renumbered(rows('3 (i)', '3 (i)', '3 (ii)'), rows('3 (i)', '3 (ii)'))).toEqual([
      '3 (i)',
      '3 (ii)',
      '3 (iii)',
    ]);
  });

  it('goes on through the sections where the numbers do, and begins anew where they do', () => {
    const through = [
      { group: 'a', ref: '1' },
      { group: 'a', ref: '2' },
      { group: 'b', ref: '3' },
    ];
    expect(renumbered(through.slice(1), through)).toEqual(['1', '2']);
    const anew = [
      { group: 'a', ref: '1' },
      { group: 'a', ref: '2' },
      { group: 'b', ref: '1' },
      { group: 'b', ref: '2' },
    ];
    expect(renumbered(anew.slice(1), anew)).toEqual(['1', '1', '2']);
  });

  it('leaves numbers in no order, and words, as they are', () => {
    expect(without(['1.3', '1.1', '1.2'], 0)).toEqual(['1.1', '1.2']);
    expect(renumbered(rows('Legacy', null), rows('Legacy', null, 'x y'))).toEqual(['Legacy', null]);
  });

  it('does not count on into the number of a section', () => {
    const made = renumbered(rows('1.1', '1.2', '1.2'), rows('1.1', '1.2'), ['1', '1.3']);
    expect(made).toEqual(['1.1', '1.2a', '1.2b']);
  });

  it('keeps a gap that was there on purpose', () => {
    expect(without(['1.1', '1.2', '1.5', '1.6'], 3)).toEqual(['1.1', '1.2', '1.5']);
  });

  const scheme = fc.constantFrom(
    (n: number, s: number) => `${s}.${n}`,
    (n: number, s: number) => `${s}.2 (${toRoman(n)})`,
    (n: number, s: number) => `${s}${String.fromCharCode(96 + n)}`,
    (n: number, s: number) => `${(s - 1) * 9 + n}`,
    (n: number) => `${n}`,
  );
  const plans = fc
    .record({ scheme, sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }) })
    .map(({ scheme: of, sizes }) =>
      sizes.flatMap((size, s) =>
        Array.from({ length: size }, (_, at): Row => ({ group: `${s}`, ref: of(at + 1, s + 1) })),
      ),
    );
  /** For each row how often it goes on: not, once, or split. */
  const fates = fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3), { minLength: 40, maxLength: 40 });
  const rowsAfter = (before: readonly Row[], fate: readonly number[]) =>
    before.flatMap((row, at) => Array.from({ length: fate[at] ?? 1 }, () => row));

  it('changes nothing where nothing left and nothing was split', () => {
    fc.assert(
      fc.property(plans, (before) => {
        expect(renumbered(before, before)).toEqual(before.map(({ ref }) => ref));
      }),
    );
  });

  it('never gives two rows of a section one reference, never leaves the scheme, and is done after one time', () => {
    const pattern = (ref: string | null) => (ref ?? '').replace(/\d+|[ivxl]+|[a-z]/gi, '#');
    fc.assert(
      fc.property(plans, fates, (before, fate) => {
        const made = rowsAfter(before, fate);
        const refs = renumbered(made, before);
        const own = refs.map((ref, at) => `${made[at]?.group} ${ref}`);
        expect(new Set(own).size).toBe(own.length);
        if (!fate.some((times) => times > 1)) {
          expect(refs.map(pattern)).toEqual(made.map(({ ref }) => pattern(ref)));
        }
        const again = made.map(({ group }, at) => ({ group, ref: refs[at] ?? null }));
        expect(renumbered(again, again)).toEqual(refs);
      }),
    );
  });

  it('leaves every reference alone where they are kept, and gives each part of a split one of its own', () => {
    expect(
      keptReferences(rows('1.1', '1.3', '1.3', '2 (i)', '2 (i)'), rows('1.1', '1.2', '1.3', '2 (i)')),
    ).toEqual(['1.1', '1.3a', '1.3b', '2 (i) (a)', '2 (i) (b)']);
    fc.assert(
      fc.property(plans, fates, (before, fate) => {
        const made = rowsAfter(before, fate);
        const refs = keptReferences(made, before);
        made.forEach((row, at) => {
          if (made.filter((one) => one === row).length === 1) expect(refs[at]).toBe(row.ref);
        });
        const own = refs.map((ref, at) => `${made[at]?.group} ${ref}`);
        expect(new Set(own).size).toBe(own.length);
      }),
    );
  });

  it('takes the new reference of the section into those of its rows', () => {
    expect(rebased('3.1 (i)', '3', '2')).toBe('2.1 (i)');
    expect(rebased('3.1', '3.0', '2.0')).toBe('2.1');
    expect(rebased('30.1', '3', '2')).toBe('30.1');
    expect(rebased('A3', '3', '2')).toBe('A3');
    expect(rebased(null, '3', '2')).toBeNull();
  });
});
