import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '#tools/chromium.ts';

const root = join(import.meta.dirname, '..', '..');

describe('node-check.js', () => {
  const checkAs = (versions: Record<string, string>) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,...${JSON.stringify(versions)}}})`,
        '--import',
        './tools/node-check.js',
        '--eval',
        'console.log("went on")',
      ],
      { cwd: root, encoding: 'utf8' },
    );

  it('lets Node 24 go on', () => {
    expect(checkAs({})).toMatchObject({ status: 0, stdout: 'went on\n', stderr: '' });
  });

  it('stops an older Node with a sentence that says which it is and what to do', () => {
    const { status, stdout, stderr } = checkAs({ node: '20.20.2', napi: '9' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Plan Register needs Node 24; this is Node 20\.20\.2 /);
    expect(stderr).toMatch(/npm ci|Install Node 24/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('findChromium', () => {
  const before = process.env.CHROMIUM_PATH;
  afterEach(() => {
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  });

  it('takes the one that CHROMIUM_PATH names, and says when it is not there', async () => {
    process.env.CHROMIUM_PATH = process.execPath;
    expect((await findChromium()).executablePath).toBe(process.execPath);
    process.env.CHROMIUM_PATH = '/nowhere/chromium';
    await expect(findChromium()).rejects.toThrow(
      'CHROMIUM_PATH names /nowhere/chromium, which is not there.',
    );
  });

  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'unpacks the one from npm whole, with its libraries and font, and it runs in an empty environment',
    async () => {
      delete process.env.CHROMIUM_PATH;
      const found = await findChromium();
      expect(statSync(found.executablePath).mode & 0o111).not.toBe(0);
      const home = join(found.executablePath, '..');
      for (const part of [
        'lib/libnss3.so',
        'fonts/Open_Sans/OpenSans-Regular.ttf',
        'libvk_swiftshader.so',
        'fonts.conf',
      ]) {
        expect(existsSync(join(home, part)), part).toBe(true);
      }
      const ran = spawnSync(found.executablePath, ['--version'], { env: { ...found.env }, encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toMatch(/^(Chromium|HeadlessChrome|Google Chrome)/);
    },
  );
});
