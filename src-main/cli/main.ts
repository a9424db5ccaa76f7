import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// First of all and before anything else is loaded: what was compiled once is not compiled again, which is most
// of the time that a short command takes.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compile'));

const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
