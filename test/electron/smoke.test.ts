import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildElectron, buildPageIfStale } from '#tools/build.ts';
import { electronInPlace } from '#tools/electron-binary.ts';

const root = join(import.meta.dirname, '..', '..');
const binary = electronInPlace();
const screen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Runs wherever Electron's binary lies and there is a screen (the workflow's three systems); says so elsewhere. */
describe.skipIf(!binary || !screen)('the program in Electron', () => {
  let program: ElectronApplication;
  let page: Page;
  let data: string;

  beforeAll(async () => {
    await buildPageIfStale();
    await buildElectron();
    data = mkdtempSync(join(tmpdir(), 'electron-smoke-'));
    program = await electron.launch({ executablePath: binary ?? '', args: [root, '--data', data] });
    page = await program.firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(async () => {
    await program?.close();
    if (data) rmSync(data, { recursive: true, force: true });
  });

  it('shows the page from its own scheme, under the policy', async () => {
    expect(page.url()).toMatch(/^plan-register:\/\/app\//);
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
  });

  it('gives the page neither Node nor Electron, and only the one bridge', async () => {
    const seen = await page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys((globalThis as { planRegisterHost?: object }).planRegisterHost ?? {}).sort(),
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', bridge: ['connect', 'kind'] });
  });

  it('answers the page through the port: the example register opens', async () => {
    await page
      .getByRole('button', { name: /example/i })
      .first()
      .click();
    await page.getByRole('navigation').first().waitFor();
  });

  it('goes nowhere else and opens nothing', async () => {
    await page.evaluate(() => {
      window.open('https://example.org/');
      window.location.href = 'https://example.org/';
    });
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^plan-register:\/\/app\//);
    expect(program.windows().length).toBe(1);
  });

  it('shows the window anew after it broke down, with the register still open', async () => {
    const loaded = page.waitForEvent('load');
    await program.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await loaded;
    await page.getByRole('navigation').first().waitFor();
  });
});
