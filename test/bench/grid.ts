import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { officeWithManyActions } from '../e2e/plans-support.ts';
import { closeBrowser } from '../e2e/support/chromium.ts';
import { openOffice } from '../e2e/support/office.ts';

/**
 * The plan's grid at its largest: 20,000 actions in a real Chromium. From the click on the plan to its first row
 * painted (aim: under 1 s), a letter typed in a cell to its frame (p95, aim: under 50 ms), an arrow key to its
 * frame, and a jump to the last row. Run with: node test/bench/grid.ts [actions]
 */
const actions = Number(process.argv[2] ?? 20_000);
const opens = 5;
const keys = 120;

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
const p95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? 0;
const ms = (time: number) => Math.round(time * 10) / 10;

/** From the click to the frame after the first cell with words is there. */
function openPlan(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const link = document.querySelector<HTMLElement>('.plan-list a');
        const from = performance.now();
        const look = () => {
          const cell = document.querySelector('[role=row] [role=gridcell][data-c="1"]');
          if (cell?.textContent)
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
          else requestAnimationFrame(look);
        };
        link?.click();
        look();
      }),
  );
}

/** Each key from its event in the page to the frame that shows it. */
async function timeKeys(page: Page, press: (n: number) => Promise<void>, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    const onKey = (event: KeyboardEvent) => {
      const from = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
    };
    window.addEventListener('keydown', onKey, true);
    Object.assign(window, { stopKeys: () => window.removeEventListener('keydown', onKey, true) });
  });
  for (let n = 0; n < count; n += 1) {
    await press(n);
    await page.waitForTimeout(20);
  }
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const holder = window as unknown as { keyTimes: number[]; stopKeys: () => void };
    holder.stopKeys();
    return holder.keyTimes;
  });
}

const dataDir = mkdtempSync(join(tmpdir(), 'bench-grid-'));
const office = await openOffice({ dataDir });
try {
  const { page } = office;
  const seeding = performance.now();
  await officeWithManyActions(office.app, actions);
  const seeded = performance.now() - seeding;
  const clicks: number[] = [];
  for (let n = 0; n < opens; n += 1) {
    // A reload each time: nothing is in the page's memory, as after a start of the program.
    await page.goto(`${office.host.origin}/#/plans`);
    await page.reload();
    await page.locator('.plan-list a').waitFor();
    await page.waitForTimeout(300);
    clicks.push(await openPlan(page));
  }
  const grid = page.getByRole('grid');
  await grid.focus();
  const arrows = await timeKeys(page, () => page.keyboard.press('ArrowDown'), keys);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const letters = await timeKeys(page, () => page.keyboard.press('a'), keys);
  await page.keyboard.press('Escape');
  const jumps = await timeKeys(page, (n) => page.keyboard.press(n % 2 ? 'Control+Home' : 'Control+End'), 10);
  const rowsDrawn = await page.getByRole('row').count();
  console.log(
    JSON.stringify(
      {
        actions,
        seededMs: ms(seeded),
        clickToFirstRowMs: {
          median: ms(median(clicks)),
          worst: ms(Math.max(...clicks)),
          all: clicks.map(ms),
        },
        letterMs: { median: ms(median(letters)), p95: ms(p95(letters)) },
        arrowMs: { median: ms(median(arrows)), p95: ms(p95(arrows)) },
        jumpMs: { median: ms(median(jumps)), worst: ms(Math.max(...jumps)) },
        rowsDrawn,
      },
      null,
      2,
    ),
  );
} finally {
  await office.close();
  await closeBrowser();
  rmSync(dataDir, { recursive: true, force: true });
}
