import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pageBytes } from './control.ts';

const source = join(import.meta.dirname, 'shim.c');

/** Why the shim cannot be used here, in words; null where it can. */
export function withoutShim(): string | null {
  if (process.platform !== 'linux') return 'calls of the system can be made to fail on Linux only';
  if (spawnSync('cc', ['--version'], { stdio: 'ignore' }).status !== 0)
    return 'calls of the system can be made to fail where there is a C compiler ("cc") only';
  return null;
}

/** The compiled shim, made once for its text and kept among the temporary files. */
export function compiledShim(): string {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  const library = join(tmpdir(), `plan-register-shim-${hash}.so`);
  if (existsSync(library)) return library;
  const unfinished = `${library}.${process.pid}`;
  const { status, stderr } = spawnSync(
    'cc',
    ['-O1', '-shared', '-fPIC', '-o', unfinished, source, '-ldl', '-lpthread'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the shim does not compile: ${stderr}`);
  renameSync(unfinished, library);
  return library;
}

/** What a program must be started with to run behind the shim; the folder watched is made. */
export function behindShim(o: { root: string; control: string; log?: string }): Record<string, string> {
  mkdirSync(o.root, { recursive: true });
  mkdirSync(dirname(o.control), { recursive: true });
  writeFileSync(o.control, new Uint8Array(pageBytes));
  return {
    LD_PRELOAD: compiledShim(),
    SHIM_ROOT: realpathSync(o.root),
    SHIM_CONTROL: o.control,
    ...(o.log && { SHIM_LOG: o.log }),
    // What goes through io_uring is not a call that can be stood in front of.
    UV_USE_IO_URING: '0',
  };
}
