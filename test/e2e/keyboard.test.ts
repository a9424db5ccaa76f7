import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { openExampleOffice, screenReady } from './support/example.ts';
import type { Office } from './support/office.ts';

let office: Office;
const ids = { plan: '', kpi: '', meeting: '', held: '' };
beforeAll(async () => {
  office = await openExampleOffice();
  const caller = callerOf(office.app);
  ids.plan = (await caller.plans.list())[0]?.id ?? '';
  ids.kpi = (await caller.kpis.list({}))[0]?.id ?? '';
  const meetings = await caller.meetings.list();
  ids.meeting = meetings.find((one) => one.items > 0)?.id ?? '';
  ids.held = meetings.find((one) => one.resolutions > 0)?.id ?? '';
});
afterAll(async () => {
  await office.close();
  await closeBrowser();
});

/** Every screen, and what is there once it is whole. */
const screens = [
  ['#/home', '[data-row]'],
  ['#/plans', '.plan-list .hit'],
  ['#/plans/$plan', '[role=gridcell]'],
  ['#/plans/$plan/next-year', '.yr-line'],
  ['#/checks', '.ck-row'],
  ['#/people', 'main table'],
  ['#/kpis', 'a.hit'],
  ['#/kpis/$kpi', '[role=gridcell]'],
  ['#/meetings', 'main a[href*="/meetings/"]'],
  ['#/meetings/$meeting', '[data-region=Agenda]'],
  ['#/meetings/$held?as=holding', '.mh-roster'],
  ['#/meetings/$held?as=minutes', '.mm-item'],
  ['#/meetings/resolutions', '.mr-row'],
  ['#/meetings/arising', '.mr-matter'],
  ['#/meetings/attendance', '[role=gridcell]'],
  ['#/reports', '[role=radiogroup]'],
  ['#/snapshots', 'main tr'],
  ['#/import', '.dropzone'],
  ['#/history', '[data-row]'],
  ['#/history/bin', 'h1'],
  ['#/settings?part=partnership', 'form'],
  ['#/settings?part=keys', 'main table'],
] as const;

const regionOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null);

/** What has the focus, and what is wrong with it: nothing that shows it, out of sight, or under something else. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null;
    if (!one || one === document.body) return null;
    const what = `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.innerText ?? '').slice(0, 50)}”`;
    const box = one.getBoundingClientRect();
    const ringed = (part: Element | null, up: number): boolean => {
      if (!part || up < 0) return false;
      const look = getComputedStyle(part);
      const hasRing = look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 0;
      return hasRing || look.boxShadow !== 'none' || ringed(part.parentElement, up - 1);
    };
    // A radio or a tick box is drawn by its label; a grid shows the focus in its active cell.
    const active = document.getElementById(one.getAttribute('aria-activedescendant') ?? '');
    const isTyped = one.matches('input:not([type=radio], [type=checkbox]), textarea');
    const isGrid = one.matches('[role=grid]') && active !== null;
    const isRinged = ringed(active ?? one, 2) || isTyped || isGrid || one.matches('h1');
    const seen = active?.getBoundingClientRect() ?? box;
    const isSmall = seen.width <= 1 && seen.height <= 1;
    const inSight =
      isSmall || (seen.bottom > 0 && seen.right > 0 && seen.top < innerHeight && seen.left < innerWidth);
    return { what, faults: [isRinged ? '' : 'no ring', inSight ? '' : 'out of sight'].filter(Boolean) };
  });

describe('every screen, by keyboard alone,', () => {
  it.each(screens)('%s: F6 goes round all its regions, and Tab shows where it is', async (address, ready) => {
    const { page } = office;
    await page.evaluate(
      (to) => {
        location.hash = to;
      },
      address.replace(/\$(\w+)/g, (_, one: keyof typeof ids) => ids[one]),
    );
    await page.locator(ready).first().waitFor();
    await screenReady(office);
    const regions = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-region]')]
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => one.dataset.region),
    );
    const reached = new Set<string | null>();
    for (let n = 0; n <= regions.length; n += 1) {
      await page.keyboard.press('F6');
      reached.add(await regionOfFocus(page));
    }
    expect([...reached].sort()).toEqual([...new Set(regions)].sort());

    // By Tab from the first link to the last thing, which is the foot bar's; none without a ring, none out of sight.
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link').first().focus();
    const faults: string[] = [];
    const byTab = new Set<string | null>();
    for (let n = 0; n < 150; n += 1) {
      // In a grid Tab goes from cell to cell, as in Excel, and out of it at the last.
      if (await page.locator('[role=grid]:focus').count()) {
        await page.keyboard.press('Control+End');
        // The drawer shows another action now: what had stood in it goes.
        await screenReady(office);
      }
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (now === null) break;
      byTab.add(await regionOfFocus(page));
      for (const fault of now.faults) faults.push(`${now.what}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(byTab.has('Foot bar')).toBe(true);
  });
});
