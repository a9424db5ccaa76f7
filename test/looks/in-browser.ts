import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { axeFindings } from '#test/e2e/support/look.ts';

/**
 * Opens a report's page in a real browser: what axe finds on screen, narrow and in print, what the browser's log says, and
 * every address that it asked for besides the page itself.
 */
export async function pageFaults(browser: Browser, path: string): Promise<string[]> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const faults: string[] = [];
  try {
    const page = await context.newPage();
    const own = pathToFileURL(path).href;
    page.on('console', (message) => faults.push(`log: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialogue: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== own && !request.url().startsWith('data:'))
        faults.push(`asked for ${request.url()}`);
    });
    await page.goto(own);
    faults.push(...(await axeFindings(page)));
    await page.setViewportSize({ width: 400, height: 800 });
    faults.push(...(await axeFindings(page)).map((one) => `narrow: ${one}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) faults.push(`narrow: ${overflow} pixels wider than the window`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ media: 'print' });
    // Nobody points at a place on paper.
    const inPrint = (await axeFindings(page)).filter((one) => !one.startsWith('target-size'));
    faults.push(...inPrint.map((one) => `in print: ${one}`));
    return faults;
  } finally {
    await context.close();
  }
}
