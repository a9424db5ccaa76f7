import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from '../e2e/support/chromium.ts';
import { openOffice } from '../e2e/support/office.ts';
import { makeKpis } from './make-kpis.ts';
import { byTurns, inMs, median, quantile } from './measure.ts';
import { scrollToTheEnd } from './scroll.ts';

/**
 * 2,000 KPIs of ten years of months, targets and actuals: 480,000 figures. Through the core: the list, one KPI, the
 * grid of two years and of ten, and what is due. In a real Chromium: the list from the click to its first row, a key
 * in its filter, one KPI's page, its chart of 120 points drawn anew (aim: under 100 ms), and the grid of figures with
 * an arrow key and a scroll from end to end. Run with: node test/bench/kpis.ts [KPIs] [years]
 */
const kpis = Number(process.argv[2] ?? 2_000);
const years = Number(process.argv[3] ?? 10);
const times = 3;
const keys = 40;

const say = (name: string, timed: readonly number[]) =>
  console.log(`${name.padEnd(52)} ${inMs(median(timed)).padStart(9)}   p95 ${inMs(quantile(timed, 0.95))}`);

/** From the change of the address to the frame after what the selector names is there. */
function openAt(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    ([address, wanted]) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        window.location.hash = address ?? '';
        const look = () => {
          if (document.querySelector(wanted ?? ''))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [hash, selector],
  );
}

/** The chart is made anew when the theme changes: from the change to the frame that shows it. */
function drawAgain(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const root = document.documentElement;
        const from = performance.now();
        root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
        // The sheet is told of the theme in a task of its own, and the chart is drawn in the frame that follows it.
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from))));
      }),
  );
}

async function timeKeys(page: Page, press: (n: number) => Promise<void>, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const held: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      requestAnimationFrame(() => setTimeout(() => held.push(performance.now() - event.timeStamp)));
    };
    window.addEventListener('keydown', onKey, true);
    Object.assign(window, {
      keyTimes: held,
      stopKeys: () => window.removeEventListener('keydown', onKey, true),
    });
  });
  for (let n = 0; n < count; n += 1) {
    await press(n);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const holder = window as unknown as { keyTimes: number[]; stopKeys: () => void };
    holder.stopKeys();
    return holder.keyTimes;
  });
}

const dataDir = mkdtempSync(join(tmpdir(), 'bench-kpis-'));
const office = await openOffice({ dataDir, today: '2014-11-24' });
try {
  const seeding = performance.now();
  const made = makeKpis(
    join(dataDir, 'many-kpis.planregister'),
    { kpis, years, to: 2014 },
    join(dataDir, 'b'),
  );
  console.log(`${kpis} KPIs, ${kpis * years * 24} figures, written in ${inMs(performance.now() - seeding)}`);
  await office.app.openPath(made.path);
  const caller = callerOf(office.app);
  const core = await byTurns(times, {
    list: () => caller.kpis.list({}),
    get: () => caller.kpis.get({ kpiId: made.ids[7] ?? '' }),
    two: () => caller.kpis.grid({ frequency: 'month' }),
    ten: () => caller.kpis.grid({ frequency: 'month', from: made.from }),
    due: () => caller.kpis.due({}),
  });
  say('kpis.list', core.list ?? []);
  say('kpis.get of 120 months', core.get ?? []);
  say('kpis.grid of two years', core.two ?? []);
  say('kpis.grid of ten years', core.ten ?? []);
  say('kpis.due', core.due ?? []);

  const { page } = office;
  page.setDefaultTimeout(120_000);
  await page.goto(`${office.host.origin}/#/reports`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const list: number[] = [];
  const one: number[] = [];
  const figures: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    list.push(await openAt(page, '/kpis', '.kpi-list tbody td'));
    one.push(await openAt(page, `/kpis/${made.ids[turn] ?? ''}`, '.kpi-chart canvas'));
    figures.push(await openAt(page, '/kpis/figures?every=month&years=10', '[role=gridcell][data-c="5"]'));
    await openAt(page, '/reports', 'h1');
  }
  console.log(`The first of each reads from the core; those that follow have it.`);
  say('the list, to its first row', list);
  say('one KPI, to its chart', one);
  say('the grid of ten years, to its first figure', figures);
  await openAt(page, '/kpis', '.kpi-list tbody td');
  await page.getByRole('searchbox').focus();
  say(
    'a key in the filter of the list',
    await timeKeys(page, (n) => page.keyboard.press(n % 2 === 0 ? 'a' : 'Backspace'), keys),
  );
  await openAt(page, `/kpis/${made.ids[3] ?? ''}`, '.kpi-chart canvas');
  await page.waitForTimeout(500);
  const charts: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) charts.push(await drawAgain(page));
  say(`a chart of ${years * 12} points drawn anew (aim 100 ms)`, charts);
  await openAt(page, '/kpis/figures?every=month&years=10', '[role=gridcell][data-c="5"]');
  await page.getByRole('grid').focus();
  say('an arrow key in the grid', await timeKeys(page, () => page.keyboard.press('ArrowDown'), keys));
  say('an arrow key sideways', await timeKeys(page, () => page.keyboard.press('ArrowLeft'), keys));
  const scrolled = await scrollToTheEnd(page);
  console.log(
    `scrolled through ${kpis} rows in ${scrolled.frames} frames: ${scrolled.over50} over 50 ms, p95 ${inMs(scrolled.p95Ms)}, ${scrolled.blank} blank`,
  );
  const cells = await page.locator('[role=gridcell]').count();
  console.log(`${cells} cells of ${kpis * (years * 12 + 2)} are in the document`);
} finally {
  await office.close();
  await closeBrowser();
  rmSync(dataDir, { recursive: true, force: true });
}
