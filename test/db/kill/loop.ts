import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ReadDb } from '#db/handles.ts';
import { checkRegister } from '#db/integrity.ts';
import { tempFolder } from '../temp-register.ts';

/**
 * Kills a program at random moments of its work and looks at what it left (after SQLite's walcrash tests and
 * RocksDB's db_crashtest). The program is a child process: it says `begin WHAT` before and `done WHAT` after
 * every act on its standard output, and the second only once it was told that the act is saved.
 */
export type Work = {
  /** The path of the script; it is given the register's path, a seed, and these further words. */
  readonly script: string;
  readonly words?: readonly string[];
  /** Makes what the program starts from, in the folder of the register, before the first kill. */
  readonly prepare?: (path: string) => void;
  /** The longest that the program is left alive after its first act began; 900 ms where not said. */
  readonly longestMs?: number;
  /**
   * What is wrong with the register left behind, given every act acknowledged so far, in order, and the one
   * begun and not acknowledged when the program was killed.
   */
  readonly judge: (
    db: ReadDb,
    acknowledged: readonly string[],
    begun: string | null,
    path: string,
  ) => string[];
  /** Whether the act under way when the program was killed was done: from then on it counts as acknowledged. */
  readonly happened?: (db: ReadDb, begun: string) => boolean;
};

export type KillResult = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Kills that met the program in the middle of an act. */
  readonly midway: number;
  readonly slowestOpenMs: number;
  readonly faults: readonly string[];
};

/** The longest that opening may take after a kill. */
const longestOpenMs = 5_000;
/** A new register after so many kills: else it only grows, and looking through it takes longest of all. */
const killsARegister = 5;

export async function killLoop(o: { work: Work; kills: number; seed: number }): Promise<KillResult> {
  const random = randomFrom(o.seed);
  const faults: string[] = [];
  let place = placeFor(o.work);
  let acknowledged: string[] = [];
  let total = 0;
  let midway = 0;
  let slowestOpenMs = 0;
  try {
    for (let kill = 0; kill < o.kills; kill += 1) {
      if (kill > 0 && kill % killsARegister === 0) {
        place.remove();
        place = placeFor(o.work);
        acknowledged = [];
      }
      const path = place.path('office.register');
      const told = await killed(o.work, path, kill + o.seed, 5 + random() ** 2 * (o.work.longestMs ?? 900));
      acknowledged.push(...told.done);
      total += told.done.length;
      if (told.begun !== null) midway += 1;
      const before = performance.now();
      const register = place.open('office.register', { create: true });
      const openMs = performance.now() - before;
      slowestOpenMs = Math.max(slowestOpenMs, openMs);
      // What was done and could not be acknowledged any more is done: it may not be lost by a later kill.
      const happened = told.begun !== null && o.work.happened?.(register.db, told.begun) === true;
      if (happened && told.begun !== null) acknowledged.push(told.begun);
      const wrong = [
        ...told.errors,
        ...(openMs > longestOpenMs ? [`opening took ${Math.round(openMs)} ms`] : []),
        ...checkRegister(register.db).map(({ text }) => text),
        ...o.work.judge(register.db, acknowledged, happened ? null : told.begun, path),
      ];
      register.close();
      const when = `kill ${kill + 1} (seed ${o.seed}) in the middle of ${told.begun ?? 'nothing'}`;
      faults.push(...wrong.map((text) => `${when}: ${text}`));
    }
  } finally {
    place.remove();
  }
  return { kills: o.kills, acknowledged: total, midway, slowestOpenMs: Math.round(slowestOpenMs), faults };
}

function placeFor(work: Work) {
  const place = tempFolder();
  work.prepare?.(place.path('office.register'));
  return place;
}

type Told = { done: string[]; begun: string | null; errors: string[] };

/** Runs the script until so long after its first act began, and kills it. */
function killed(work: Work, path: string, seed: number, afterMs: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const told: Told = { done: [], begun: null, errors: [] };
    const child = spawn(process.execPath, [work.script, path, String(seed), ...(work.words ?? [])], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let meant = false;
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += String(data);
    });
    createInterface(child.stdout).on('line', (line) => {
      const [word, ...rest] = line.split(' ');
      if (word === 'begin') {
        told.begun = rest.join(' ');
        if (!meant) {
          meant = true;
          setTimeout(() => child.kill('SIGKILL'), afterMs);
        }
      } else if (word === 'done') {
        told.done.push(rest.join(' '));
        told.begun = null;
      }
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (!meant || code !== null) told.errors.push(`the program ended by itself (${code}): ${complaint}`);
      resolve(told);
    });
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
