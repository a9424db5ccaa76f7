import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNamed, type Named } from '#core/imports/plan/match.ts';

const named = (ref: string | null, text: string, under = '', id: string | null = null): Named => ({
  id,
  ref,
  text,
  under,
});

describe('matchNamed', () => {
  it('goes by the permanent id before anything else', () => {
    const fresh = [named('1', 'Quite other words', '', 'a')];
    expect(
      matchNamed(fresh, [named('1', 'Open a library', '', 'b'), named('2', 'Train staff', '', 'a')]),
    ).toEqual([1]);
  });

  it('finds a re-worded row by its reference, and a re-numbered one by its words', () => {
    const known = [
      named('1.1', 'Open a toy library at the Wharf'),
      named('1.2', 'Train the crèche staff in signing'),
    ];
    expect(
      matchNamed(
        [
          named('1.1', 'Open the toy library at the Wharf by Easter'),
          named('2.1', 'Train the crèche staff in signing'),
        ],
        known,
      ),
    ).toEqual([0, 1]);
  });

  it('leaves what only shares a reference alone', () => {
    expect(
      matchNamed([named('1.1', 'Paint the hall')], [named('1.1', 'Recruit two midwives for the north')]),
    ).toEqual([null]);
  });

  it('tells rows of the same words apart by their heading', () => {
    const known = [named(null, 'Jobs supported', 'North'), named(null, 'Jobs supported', 'South')];
    expect(
      matchNamed([named(null, 'Jobs supported', 'South'), named(null, 'Jobs supported', 'North')], known),
    ).toEqual([1, 0]);
  });

  it('matches nothing twice, and a list to itself', () => {
    const text = fc.constantFrom(
      'Open a library',
      'Open the library',
      'Train staff',
      'Train all staff',
      'Paint',
    );
    fc.assert(
      fc.property(fc.array(fc.record({ ref: fc.constantFrom(null, '1', '2'), text })), (rows) => {
        const list = rows.map((row) => named(row.ref, row.text));
        const matched = matchNamed(list, list);
        expect(new Set(matched).size).toBe(list.length);
        expect(matched.every((at, index) => at !== null && list[at]?.text === list[index]?.text)).toBe(true);
      }),
    );
  });
});
