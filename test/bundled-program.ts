import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { bundleInto, electronMain } from '#tools/electron-bundle.ts';

const root = join(import.meta.dirname, '..');

export type BundledProgram = {
  /** The script to give to Node. */
  readonly script: string;
  readonly folder: string;
  readonly remove: () => void;
};

/**
 * A program of the tests bundled as the installed one is, with its workers and migrations beside it: it starts in a
 * third of the time that it takes from its sources. Within the project, so that the driver, which stays outside
 * the bundle, is found.
 */
export async function bundledProgram(entry: string): Promise<BundledProgram> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, `${basename(entry, '.ts')}-`));
  await build(bundleInto(electronMain, folder, entry));
  cpSync(join(root, 'db', 'migrations'), join(folder, 'migrations'), { recursive: true });
  return {
    script: join(folder, 'main.js'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
