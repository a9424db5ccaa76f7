import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleInto, electronMain, electronPreload } from '#tools/electron-bundle.ts';

const root = join(import.meta.dirname, '..', '..');
let out: string;

beforeAll(async () => {
  // Within the project, so that the driver, which stays outside the bundle, is found as it is beside an asar.
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  out = mkdtempSync(join(root, 'node_modules', '.cache', 'bundle-test-'));
  await build(bundleInto(electronMain, out));
  await build(bundleInto(electronPreload, out));
  await build(bundleInto(electronMain, join(out, 'probe'), join(import.meta.dirname, 'bundle-probe.ts')));
  cpSync(join(root, 'db', 'migrations'), join(out, 'probe', 'migrations'), { recursive: true });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What a bundle still loads when it runs. */
function loads(path: string): string[] {
  // A library's comments may show how to load it.
  const text = readFileSync(path, 'utf8').replace(/^\s*\*.*$/gm, '');
  const names = [
    ...text.matchAll(/^import [^'"]*['"]([^'"]+)['"];$/gm),
    ...text.matchAll(/\b(?:require|import)\(['"]([^'"]+)['"]\)/g),
  ].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && !name.startsWith('./')).sort();
}

describe('the bundle of the Electron host', () => {
  it('carries everything but Electron and the driver', () => {
    const scripts = readdirSync(out).filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('main.js');
    const outside = new Set(scripts.flatMap((name) => loads(join(out, name))));
    expect([...outside].filter((name) => !builtinModules.includes(name)).sort()).toEqual([
      'better-sqlite3',
      'electron',
    ]);
  });

  it('has a preload script of one CommonJS file that loads Electron alone, as the sandbox asks', () => {
    expect(loads(join(out, 'preload.cjs'))).toEqual(['electron']);
    expect(readFileSync(join(out, 'preload.cjs'), 'utf8')).not.toMatch(/^(import|export) /m);
  });

  it('is the same, byte for byte, when it is built again', async () => {
    const again = join(out, 'again');
    await build(bundleInto(electronMain, again));
    const digests = (folder: string) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('preload'))
        .map(({ name }) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        ])
        .sort();
    expect(digests(again)).toEqual(digests(out));
  });

  it('finds its migrations, its worker and what it draws charts with when it runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    try {
      const ran = spawnSync(process.execPath, [join(out, 'probe', 'main.js'), folder], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(JSON.parse(ran.stdout)).toEqual({ cells: 6, placed: 6, tray: 0, lost: 0, pictures: 1 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
