import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkRegister } from '#db/integrity.ts';
import { openRegister } from '#db/open.ts';
import { randomFrom } from '../../db/kill/loop.ts';
import { countingIds } from '../../db/temp-register.ts';
import { scratchFolder } from '../scratch.ts';

export type RaceResult = {
  readonly starts: number;
  readonly programs: number;
  /** Programs that had the register, one at a time; those that were told that it is open elsewhere. */
  readonly writers: number;
  readonly refused: number;
  /** Writers that were killed with the register open; it was taken over every time. */
  readonly killed: number;
  readonly acknowledged: number;
  readonly faults: readonly string[];
};

type Told = { open: boolean; refusal: string | null; saved: string[]; complaint: string; killed: boolean };

const child = join(import.meta.dirname, 'child.ts');

/**
 * Starts two to five programs at once on one register, so many times: one at a time writes, every other one is told
 * why it may not, nothing acknowledged is lost, and what a killed one held is free at the next start.
 */
export async function race(starts: number, seed: number): Promise<RaceResult> {
  const folder = scratchFolder('race');
  const random = randomFrom(seed);
  const tally = { programs: 0, writers: 0, refused: 0, killed: 0, acknowledged: 0 };
  const faults: string[] = [];
  let saved: string[] = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      // A new register now and then: making it is raced for as well.
      const path = join(folder, `office-${Math.floor(start / 10)}.register`);
      if (start % 10 === 0) saved = [];
      const programs = 2 + Math.floor(random() * 4);
      const told = await startedAtOnce(path, programs, random);
      saved.push(...told.flatMap((one) => one.saved));
      tally.programs += programs;
      tally.writers += told.filter(({ open }) => open).length;
      tally.refused += told.filter(({ refusal }) => refusal !== null).length;
      tally.killed += told.filter(({ killed }) => killed).length;
      tally.acknowledged += told.reduce((sum, one) => sum + one.saved.length, 0);
      const wrong = [...told.flatMap(wrongWith), ...lookedInto(path, saved)];
      if (!told.some(({ open }) => open)) wrong.push('nobody could open it');
      faults.push(...wrong.map((text) => `start ${start + 1} of ${programs} programs: ${text}`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { starts, ...tally, faults };
}

function wrongWith({ open, refusal, complaint }: Told): string[] {
  if (complaint !== '') return [complaint];
  if (open) return refusal === null ? [] : [`it had the register and was refused: ${refusal}`];
  if (refusal === null) return ['a program neither opened nor said why'];
  return /^register-in-use .*open in another window or program\. Close it there/.test(refusal)
    ? []
    : [`the refusal does not say that another has it open: ${refusal}`];
}

function lookedInto(path: string, saved: readonly string[]): string[] {
  const now = () => new Date().toISOString();
  const options = { now, newId: countingIds(), backupsDir: `${path}.backups`, programVersion: '0.1.0' };
  const register = openRegister(path, options);
  try {
    const ids = new Set(register.db.raw.prepare('SELECT id FROM glossary').pluck().all());
    const lost = saved.filter((id) => !ids.has(id)).map((id) => `an acknowledged save is lost: ${id}`);
    return [...lost, ...checkRegister(register.db).map(({ text }) => text)];
  } finally {
    register.close();
  }
}

async function startedAtOnce(path: string, programs: number, random: () => number): Promise<Told[]> {
  const started = Array.from({ length: programs }, () => {
    const end = random() < 0.3 ? 'kill' : 'close';
    // Most let go again before another one gives up asking, which it does after about a second; some do not.
    const forMs = Math.floor(random() < 0.3 ? 2_500 : random() * 250);
    return { end, program: spawn(process.execPath, [child, path, String(forMs), end]) };
  });
  const ended = started.map(({ program, end }) => listened(program, end));
  await Promise.all(started.map(({ program }) => new Promise((go) => program.stdout.once('data', go))));
  for (const { program } of started) program.stdin.end('go\n');
  return Promise.all(ended);
}

function listened(program: ChildProcess, end: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    program.stdout?.on('data', (data) => {
      said += String(data);
    });
    program.stderr?.on('data', (data) => {
      complaint += String(data);
    });
    program.once('error', reject);
    program.once('close', (_code, signal) => {
      const lines = said.split('\n');
      const refusal = lines.find((line) => line.startsWith('refused '))?.slice('refused '.length) ?? null;
      resolve({
        open: lines.includes('open'),
        refusal,
        saved: lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length)),
        complaint,
        killed: end === 'kill' && signal === 'SIGKILL',
      });
    });
  });
}
