import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type App, createApp } from '#core/app.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';
import { pageFilesOf } from '#hosts/hosting/page-files.ts';
import { startWebHost, type WebHost } from '#hosts/web/host.ts';
import { buildPageIfStale } from '#tools/build.ts';
import { browser } from './chromium.ts';
import { slowness } from './patience.ts';

export type OfficeOptions = {
  /** A folder that outlives the office: for "restart and find all as it was". Temporary without. */
  readonly dataDir?: string;
  /** The day the office lives in; the day of the tests' story, 24 November 2014, without. */
  readonly today?: string;
  /** 1366 x 768 without: the laptop the design is drawn for. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colourScheme?: 'light' | 'dark';
};

/** A laptop of its own for a test: core, loopback host and a signed-in page, on a folder of its own. */
export type Office = {
  readonly app: App;
  readonly host: WebHost;
  readonly dataDir: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page unseen: uncaught errors, errors on the console, refused policies. */
  readonly complaints: string[];
  /** Requests that left for anywhere but the host; must stay empty. */
  readonly strayRequests: string[];
  close(): Promise<void>;
};

/** Opens the office on its start screen. Close it in the same test; `closeBrowser` belongs in an afterAll. */
export async function openOffice(o: OfficeOptions = {}): Promise<Office> {
  await buildPageIfStale();
  const dataDir = o.dataDir ?? mkdtempSync(join(tmpdir(), 'office-'));
  const today = o.today ?? '2014-11-24';
  const app = createApp({ host: 'web', ...realWorld(), today: () => today, ...dataFolderAt(dataDir) });
  const page = pageFilesOf(join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer'));
  const host = await startWebHost({ app, page });
  const context = await (await browser()).newContext({
    viewport: o.viewport ?? { width: 1366, height: 768 },
    colorScheme: o.colourScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  const strayRequests: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== host.origin)
      strayRequests.push(url.href);
  });
  const tab = await context.newPage();
  await slowDown(context, tab);
  tab.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await tab.goto(host.newLink());
  return {
    app,
    host,
    dataDir,
    context,
    page: tab,
    complaints,
    strayRequests,
    async close() {
      await context.close();
      await host.close();
      await app.close();
      if (o.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  if (slowness === 1) return;
  page.setDefaultTimeout(30_000 * slowness);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
}
