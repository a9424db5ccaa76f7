import { expect, it } from 'vitest';
import { race } from './race.ts';

/** `node tools/processes.ts` starts them 200 times. */
it('lets one of several programs started at once write, and tells the others why they may not', async () => {
  const result = await race(4, 3);
  expect(result.faults).toEqual([]);
  expect(result.writers).toBeGreaterThanOrEqual(4);
  expect(result.refused).toBeGreaterThan(0);
}, 240_000);
