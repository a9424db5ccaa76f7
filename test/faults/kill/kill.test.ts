import { describe, expect, it } from 'vitest';
import { killLoop } from '../../db/kill/loop.ts';
import { killWorks } from './works.ts';

/** `node tools/kill.ts --kills 1000` does as many as one likes. */
const kills = Number(process.env.KILLS ?? 2);

describe('a program killed in the middle of its work', () => {
  it.each(Object.keys(killWorks))(
    `leaves %s whole or not begun, ${kills} times`,
    async (name) => {
      const work = killWorks[name];
      if (!work) throw new Error(`no such work: ${name}`);
      const result = await killLoop({ work, kills, seed: 21 });
      expect(result.faults).toEqual([]);
      expect(result.slowestOpenMs).toBeLessThan(5_000);
    },
    120_000 + kills * 30_000,
  );
});
