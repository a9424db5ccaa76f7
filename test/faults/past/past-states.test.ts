import { describe, expect, it } from 'vitest';
import { schemaVersion } from '#db/migrate.ts';
import { migratedFrom, refusedNewer } from './past-states.ts';

/** `node tools/past-states.ts` also takes 100,000 rows through every one of them. */
const versions = Array.from({ length: schemaVersion() }, (_, index) => index + 1);

describe('a register of an earlier program', () => {
  it.each(
    versions.flatMap((version) =>
      (['empty', 'typical', 'dirty'] as const).map((of) => [version, of] as const),
    ),
  )(
    'of version %i, %s, holds the same rows afterwards, and its backup restores to what it was',
    (version, filling) => {
      const { faults, rows } = migratedFrom(version, filling);
      expect(faults).toEqual([]);
      expect(rows > 100).toBe(filling !== 'empty');
    },
    120_000,
  );
});

describe('a register of a later program', () => {
  it.each([1, 2, 40])('by %i versions is refused, and not a byte of it is touched', (by) => {
    expect(refusedNewer(by)).toEqual([]);
  });
});
