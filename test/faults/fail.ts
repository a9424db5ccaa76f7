import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundledProgram } from '../bundled-program.ts';
import type { LoopResult } from './fail-loop.ts';
import { scratchFolder } from './scratch.ts';
import type { ErrorName, Kinds } from './shim/control.ts';
import { behindShim } from './shim/shim.ts';

const child = join(import.meta.dirname, 'fail-child.ts');

export type FailOrder = {
  readonly work: string;
  readonly error: ErrorName;
  readonly ever: boolean;
  /** Every so manieth call only; all where not said. */
  readonly every?: number;
  readonly from?: number;
  readonly kinds?: Kinds;
};

/** Lets one call after another of a work fail, in a program of its own behind the shim. */
export async function failInTurn(o: FailOrder): Promise<LoopResult> {
  const folder = scratchFolder('fail');
  const program = await bundledProgram(child);
  try {
    const env = behindShim({ root: join(folder, 'desk'), control: join(folder, 'control') });
    const args = [o.work, o.error, o.ever ? 'ever' : 'once', String(o.every ?? 1), String(o.from ?? 1)];
    args.push(o.kinds ?? 'writes');
    const said = await saidBy([program.script, ...args], env);
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as LoopResult;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    program.remove();
  }
}

/** What a program of ours prints; throws where it does not end well. */
export function saidBy(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complaint = '';
    program.stdout.on('data', (data) => {
      said += String(data);
    });
    program.stderr.on('data', (data) => {
      complaint += String(data);
    });
    program.once('error', reject);
    program.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`the program ended with ${code}: ${complaint}`));
    });
  });
}
