import { expect, it } from 'vitest';
import { fuzzReader } from './fuzz-reader.ts';

/** `node tools/fuzz.ts` reads twenty thousand. */
it('reads spoilt documents of every kind, or refuses them in words', () => {
  const { faults, read, refused } = fuzzReader(240, 31);
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(20);
}, 120_000);
