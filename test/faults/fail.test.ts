import { describe, expect, it } from 'vitest';
import { failInTurn } from './fail.ts';
import { withoutShim } from './shim/shim.ts';

/** `node tools/faults.ts` lets every call fail; here are some of each, other ones for each error. */
const missing = withoutShim();
if (missing) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)('a call of the system that fails', () => {
  it.each([
    ['save', 'ENOSPC', false, 11],
    ['save', 'EIO', true, 13],
    ['import', 'ENOSPC', true, 301],
    ['backup', 'EACCES', false, 157],
    ['backup', 'ENOSPC', true, 171],
    ['restore', 'EIO', false, 7],
    ['migrate', 'EIO', true, 211],
  ] as const)(
    'in the middle of %s (%s, for ever: %s, every %i) leaves all as it was, is told by its cause, and can be tried again',
    async (work, error, ever, every) => {
      const result = await failInTurn({ work, error, ever, every, from: 2 });
      expect(result.faults).toEqual([]);
      expect(result.refused).toBeGreaterThan(0);
    },
    300_000,
  );
});
