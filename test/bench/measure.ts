import { spawnSync } from 'node:child_process';

/** The middle of what was measured; of an even number the lower middle, which really occurred. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of the measurements does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export type Timed = Record<string, number[]>;

/** Runs each by turns, so that what else the machine does falls on all alike; milliseconds by name. */
export async function byTurns(
  times: number,
  runs: Record<string, (turn: number) => unknown>,
): Promise<Timed> {
  const timed: Timed = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  const names = Object.keys(runs);
  for (let turn = 0; turn < times; turn++) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const begin = performance.now();
      await runs[name]?.(turn);
      timed[name]?.push(performance.now() - begin);
    }
  }
  return timed;
}

/** A whole program from its start to its end, in a process of its own. Throws with what it said where it fails. */
export function runNode(script: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${script} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

export type Result = {
  name: string;
  /** Milliseconds, or a ratio where `unit` is 'x'. */
  value: number;
  unit: 'ms' | 'x';
  aim: number | null;
  /** The figures behind it. */
  of: string;
};

export function inMs(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/**
 * Watches how long others must wait for their turn; what it gives ends the watch and tells the longest wait, and the
 * longest in processor time, on which other programs do not tell; both in milliseconds.
 */
export function watchStops(): () => { longest: number; busiest: number } {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [on, at, busy, longest, busiest] = [true, performance.now(), used(), 0, 0];
  const look = () => {
    const [now, work] = [performance.now(), used()];
    longest = Math.max(longest, now - at);
    busiest = Math.max(busiest, work - busy);
    [at, busy] = [now, work];
    if (on) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    on = false;
    return { longest, busiest };
  };
}
