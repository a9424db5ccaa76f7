import { describe, expect, it } from 'vitest';
import { killLoop } from './kill/loop.ts';
import { saves } from './kill/saves.ts';

/** `node tools/kill.ts` kills as many as one likes. */
const kills = Number(process.env.KILLS ?? 8);

describe('a register whose program is killed', () => {
  it(
    `at ${kills} random moments has every acknowledged save, no half act, and opens at once`,
    async () => {
      const result = await killLoop({ work: saves, kills, seed: 1 });
      expect(result.faults).toEqual([]);
      expect(result.acknowledged).toBeGreaterThan(kills);
      expect(result.midway).toBeGreaterThan(0);
      expect(result.slowestOpenMs).toBeLessThan(5_000);
    },
    60_000 + kills * 15_000,
  );
});
