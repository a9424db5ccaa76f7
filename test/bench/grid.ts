import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { officeWithManyActions } from '../e2e/plans-support.ts';
import { closeBrowser } from '../e2e/support/chromium.ts';
import { openOffice } from '../e2e/support/office.ts';
import { memoryOf, scrollToTheEnd } from './scroll.ts';

/**
 * The plan's grid at its largest: 20,000 actions in a real Chromium. From the click on the plan to its first row
 * painted (aim: under 1 s), a letter typed in a cell to its frame (p95, aim: under 50 ms), an arrow key to its
 * frame, a jump to the last row, the sorting, grouping and filtering of all of it, the frames of a scroll from end to
 * end (aim: none over 50 ms), and the memory of the page. Run with: node test/bench/grid.ts [actions]
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
  const memory = await memoryOf(page);
  const scrolls = [await scrollToTheEnd(page), await scrollToTheEnd(page), await scrollToTheEnd(page)];
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(500);
  const arrows = await timeKeys(page, () => page.keyboard.press('ArrowDown'), keys);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const letters = await timeKeys(page, () => page.keyboard.press('a'), keys);
  await page.keyboard.press('Escape');
  const jumps = await timeKeys(page, (n) => page.keyboard.press(n % 2 ? 'Control+Home' : 'Control+End'), 10);
  await page.keyboard.press('Control+Home');
  // Sorted by a column: Alt Up opens its menu, Enter takes the first of it, then the other way round.
  const sorts: number[] = [];
  for (const way of ['Enter', 'ArrowDown']) {
    await page.keyboard.press('Alt+ArrowUp');
    await page.locator('[role=menuitem][data-focused]').waitFor();
    if (way === 'ArrowDown') await page.keyboard.press('ArrowDown');
    sorts.push(...(await timeKeys(page, () => page.keyboard.press('Enter'), 1)));
  }
  const groups: number[] = [];
  for (const name of ['Leads’ view', 'Status', 'Month due', 'One list', 'Sections']) {
    await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
    const item = page.getByRole('menuitemradio', { name });
    await item.focus();
    groups.push(...(await timeKeys(page, () => page.keyboard.press('Enter'), 1)));
  }
  await grid.focus();
  await page.keyboard.press('Control+f');
  await page.waitForTimeout(200);
  const words = 'ward 7 agree';
  const filters = await timeKeys(page, (n) => page.keyboard.press(words[n] ?? 'a'), words.length);
  await page.getByRole('button', { name: 'Show all' }).click();
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
        sortMs: sorts.map(ms),
        groupMs: groups.map(ms),
        filterLetterMs: { median: ms(median(filters)), worst: ms(Math.max(...filters)) },
        scroll: scrolls.toSorted((a, b) => a.over50 - b.over50)[1],
        memory,
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
