import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFaults } from '#test/looks/in-browser.ts';
import { lookAt } from '#test/looks/look-at.ts';
import { makeReports } from '#test/looks/make-reports.ts';
import { exampleSource, type Source } from '#test/looks/sources.ts';
import { browser, closeBrowser } from './support/chromium.ts';

/** A slice of what test/looks/run.ts looks at, in a real browser. */

let folder: string;
let example: Source;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-register-looks-'));
  example = await exampleSource(join(folder, 'registers'));
});
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

describe('reports of the example in a browser', () => {
  it.each(['exceptions', 'quarterly-review'])(
    '%s: axe finds nothing on screen or in print, nothing is fetched, and its PDF reads like the page',
    async (report) => {
      const { made } = await makeReports(example.register, join(folder, report), {
        reports: [report],
        formats: ['html', 'pdf'],
      });
      expect(made).toHaveLength(2);
      for (const file of made) {
        const opened = file.format === 'html' ? await pageFaults(await browser(), file.path) : [];
        const { faults, pages } = await lookAt(file);
        expect([...opened, ...faults]).toEqual([]);
        // Neither a plan of a hundred actions nor its KPIs make a report that nobody reads.
        expect(pages ?? 0).toBeLessThan(16);
      }
    },
    300_000,
  );
});
