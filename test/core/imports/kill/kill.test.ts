import { describe, expect, it } from 'vitest';
import { killLoop } from '../../../db/kill/loop.ts';
import { imports } from './imports.ts';

/** `node tools/kill.ts` kills as many as one likes. */
const kills = Number(process.env.KILLS ?? 3);

describe('an import whose program is killed', () => {
  it(
    `is there whole or not at all, ${kills} times`,
    async () => {
      const result = await killLoop({ work: imports, kills, seed: 11 });
      expect(result.faults).toEqual([]);
    },
    30_000 + kills * 5_000,
  );
});
