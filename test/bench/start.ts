import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { bundleInto, electronMain } from '#tools/electron-bundle.ts';
import type { Made } from './make-register.ts';
import { byTurns, inMs, median, type Result, runNode } from './measure.ts';

const program = (name: string) => join(import.meta.dirname, 'programs', name);

/**
 * Core start to first answer, against bare Node that opens the same file and asks one question. The core is
 * bundled as the packaged program is; from the sources it starts too, as the command line of a checkout does.
 */
export async function benchStart({ path }: Made, folder: string): Promise<Result[]> {
  const bundle = join(folder, 'bundle');
  await build(bundleInto(electronMain, bundle, program('core-start.ts')));
  const root = join(import.meta.dirname, '..', '..');
  cpSync(join(root, 'db', 'migrations'), join(bundle, 'migrations'), { recursive: true });
  // The driver stays outside the bundle and is found as from the checkout.
  cpSync(join(root, 'node_modules', 'better-sqlite3'), join(bundle, 'node_modules', 'better-sqlite3'), {
    recursive: true,
    dereference: true,
  });
  const timed = await byTurns(9, {
    bare: () => runNode(program('bare-start.ts'), path),
    state: () => runNode(join(bundle, 'main.js'), path, 'state'),
    home: () => runNode(join(bundle, 'main.js'), path, 'home'),
    sources: () => runNode(program('core-start.ts'), path, 'state'),
  });
  const bare = median(timed.bare ?? []);
  const ratio = (what: string, name: string, aim: number | null): Result => {
    const core = median(timed[what] ?? []);
    return {
      name: `core start to ${name} / bare`,
      value: core / bare,
      unit: 'x',
      aim,
      of: `${inMs(core)} / ${inMs(bare)}`,
    };
  };
  return [
    ratio('state', 'first answer', 4),
    ratio('home', 'Home', null),
    ratio('sources', 'first answer, from the sources', null),
  ];
}
