import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { writeBill } from './bill.ts';
import { electronMain, electronPreload } from './electron-bundle.ts';
import pageConfig from './vite.config.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** When the page was last built completely: written last, so that a build that broke off counts as none. */
const stamp = join(dist, 'renderer-built');

/** Builds the page into dist/renderer. */
async function buildPage(): Promise<void> {
  rmSync(stamp, { force: true });
  await build({ ...pageConfig, configFile: false, envDir: false });
  writeFileSync(stamp, '');
}

/** Builds the page only where it is missing or older than what it is made of. Says whether it did. */
export async function buildPageIfStale(): Promise<boolean> {
  const builtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const sources = ['src-renderer', 'src-shared', 'package-lock.json', 'tools/vite.config.ts'];
  if (builtMs > 0 && !sources.some((source) => changedSince(join(root, source), builtMs))) return false;
  await buildPage();
  return true;
}

function changedSince(path: string, sinceMs: number): boolean {
  const stat = statSync(path);
  // A folder's own time tells of files added and removed.
  if (stat.mtimeMs > sinceMs) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => changedSince(join(path, name), sinceMs));
}

/** Bundles the Electron host into dist/electron, with the migrations beside it. */
export async function buildElectron(): Promise<void> {
  rmSync(join(dist, 'electron'), { recursive: true, force: true });
  await build(electronMain);
  await build(electronPreload);
  cpSync(join(root, 'db', 'migrations'), join(dist, 'electron', 'migrations'), { recursive: true });
}

if (import.meta.main) {
  const started = performance.now();
  await buildPage();
  await buildElectron();
  writeBill(root);
  console.log(
    `Built the page and the Electron host in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
}
