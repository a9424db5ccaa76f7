import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { runCommandLine } from '#hosts/cli/run.ts';

export type Ran = { readonly status: number; readonly out: string; readonly err: string };

/** Runs a command line within the test: the same as the program, without the time that a process takes. */
export async function run(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await runCommandLine(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { status, out, err };
}

/** The one JSON value on stdout. */
export function jsonOf<T = Record<string, unknown>>({ out }: Ran): T {
  return JSON.parse(out) as T;
}

export const mainPath = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'main.ts');

/** Starts the program as a process of its own. */
export function start(argv: readonly string[], o: { uid?: number } = {}): ChildProcess {
  return spawn(process.execPath, [mainPath, ...argv], { stdio: ['ignore', 'pipe', 'pipe'], ...o });
}

/** The same, to its end. */
export async function runProcess(argv: readonly string[], o: { uid?: number } = {}): Promise<Ran> {
  const child = start(argv, o);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  return { status, out, err };
}
