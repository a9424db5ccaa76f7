import '#hosts/hosting/quick-start.js';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

// npm runs scripts from the project's folder; paths are meant from where the person stands.
if (process.env.INIT_CWD && resolve(process.cwd()) === root) process.chdir(process.env.INIT_CWD);

const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
