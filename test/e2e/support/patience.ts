import { vi } from 'vitest';

/** SLOW=4 in the environment: the page computes four times slower, as on a loaded or an old machine. */
export const slowness = Math.max(1, Number(process.env.SLOW ?? 1) || 1);

/**
 * How long the browser tests wait for what must come: `expect.poll` gives up after a second by itself, which a loaded
 * machine needs for a render. A test that passes never waits longer than it must.
 */
if (process.env.VITEST) {
  vi.setConfig({
    expect: { poll: { timeout: 20_000 * slowness, interval: 30 } },
    testTimeout: 120_000 * slowness,
    hookTimeout: 120_000 * slowness,
  });
}
