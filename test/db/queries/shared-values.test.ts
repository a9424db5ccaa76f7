import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfColumns, sharedBy } from '#db/queries/shared-values.ts';

const columns = fc.tuple(
  ...Array.from({ length: 3 }, () =>
    fc.oneof(
      fc.constant(null),
      fc.nat(12),
      fc.string({ maxLength: 4 }),
      fc.constantFrom('', '~', '1:a', '2'),
    ),
  ),
);
type Columns = (string | number | null)[];

describe('values made once', () => {
  it('have one key where their columns say the same, and never one where they do not', () => {
    fc.assert(
      fc.property(columns, columns, (a: Columns, b: Columns) => {
        const same = a.every(
          (value, n) => value === b[n] || `${value}/${value === null}` === `${b[n]}/${b[n] === null}`,
        );
        expect(keyOfColumns(...a) === keyOfColumns(...b)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same object for the same key, made from the first row that has it', () => {
    const share = sharedBy(
      (row: { text: string; n: number }) => row.text,
      ({ text, n }) => ({ text, n }),
    );
    const [a, b, c] = [
      { text: 'x', n: 1 },
      { text: 'y', n: 2 },
      { text: 'x', n: 3 },
    ].map(share);
    expect(a).toBe(c);
    expect([a, b]).toEqual([
      { text: 'x', n: 1 },
      { text: 'y', n: 2 },
    ]);
  });

  it('are not made again where there is none', () => {
    let made = 0;
    const share = sharedBy(
      () => 'none',
      () => {
        made += 1;
        return null;
      },
    );
    expect([share(0), share(1)]).toEqual([null, null]);
    expect(made).toBe(1);
  });
});
