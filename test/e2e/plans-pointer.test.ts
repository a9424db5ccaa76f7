import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { actionsOf, activeCell, goTo, inPlan, press } from './plans-office.ts';
import { closeBrowser } from './support/chromium.ts';

afterAll(closeBrowser);

const cell = (page: Page, row: number, col: number) => page.locator(`[data-r="${row}"][data-c="${col}"]`);
const middle = async (of: Locator) => {
  const box = await of.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

describe('the pointer in the plan’s grid', () => {
  it('draws a range by dragging, and the foot bar counts it', () =>
    inPlan(async ({ page }) => {
      await drag(page, await middle(cell(page, 0, 1)), await middle(cell(page, 2, 3)));
      await expect.poll(() => page.locator('.foot').innerText()).toContain('9 cells in 3 rows');
      expect(await activeCell(page)).toMatchObject({ focused: true, row: 0, col: 1 });
      expect(await page.locator('[role=gridcell][aria-selected=true]').count()).toBe(9);
    }));

  it('fills from the corner square: words are repeated, references count on', () =>
    inPlan(async (o) => {
      const { page } = o;
      await cell(page, 0, 0).click();
      await drag(page, await middle(page.locator('[data-fill]')), await middle(cell(page, 3, 0)));
      await expect.poll(async () => (await actionsOf(o))[3]?.ref).toBe('1.1 (iv)');
      await goTo(page, 0, 3);
      await drag(page, await middle(page.locator('[data-fill]')), await middle(cell(page, 2, 3)));
      await expect.poll(async () => (await actionsOf(o))[2]?.timescale?.text).toBe('September 2014 onwards');
      expect((await actionsOf(o))[1]?.timescale?.text).toBe('September 2014 onwards');
    }));

  it('keeps a column’s width on this machine, by dragging or by Alt Shift and an arrow', () =>
    inPlan(async ({ page }) => {
      const head = page.getByRole('columnheader', { name: 'Timescale' });
      const width = async () => (await head.boundingBox())?.width;
      const edge = await middle(head.locator('.g-size'));
      await drag(page, edge, { x: edge.x + 60, y: edge.y });
      expect(await width()).toBeCloseTo(210, -1);
      await goTo(page, 0, 3);
      await press(page, 'Alt+Shift+ArrowLeft');
      const narrower = await width();
      await page.reload();
      await page.getByRole('grid').waitFor();
      expect(await width()).toBe(narrower);
    }));

  it('edits by a double click, and saves when the pointer goes elsewhere', () =>
    inPlan(async (o) => {
      const { page } = o;
      await cell(page, 0, 1).dblclick();
      await page.locator('.g-edit textarea').waitFor();
      await press(page, 'End');
      await page.keyboard.type(' again');
      await cell(page, 3, 1).click();
      await expect.poll(async () => (await actionsOf(o))[0]?.text).toMatch(/ again$/);
      expect(await activeCell(page)).toMatchObject({ focused: true, row: 3, col: 1 });
    }));

  it('takes whole rows from their numbers and columns from their heads', () =>
    inPlan(async ({ page }) => {
      await page.locator('[data-number="1"]').click();
      await expect.poll(() => page.locator('.foot').innerText()).toContain('11 cells in 1 row');
      await page.getByRole('columnheader', { name: 'Status' }).click();
      await expect.poll(() => page.locator('.foot').innerText()).toContain('7 cells: 1 complete');
    }));

  it('opens the menu of a row where the pointer is, and gives the focus back', () =>
    inPlan(async (o) => {
      const { page } = o;
      await cell(page, 1, 1).click({ button: 'right' });
      // The drawer asks for the row that the pointer rests on: no sooner gone than it is asked for.
      const drawer = page.getByRole('complementary', { name: 'This action', includeHidden: true });
      await drawer.getByText('Print the map of groups').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await drawer.getByText('Typed here, not read from a file.').waitFor({ state: 'attached' });
      await page.getByRole('menuitem', { name: /Delete the action/ }).click();
      await expect.poll(async () => (await actionsOf(o)).length).toBe(6);
      await expect.poll(async () => (await activeCell(page)).focused).toBe(true);
    }));

  it('lets the keyboard out: F6 to the next region and back, Tab at the last cell', () =>
    inPlan(async ({ page }) => {
      await goTo(page, 2, 2);
      await press(page, 'F6');
      expect((await activeCell(page)).focused).toBe(false);
      await press(page, 'Shift+F6');
      expect(await activeCell(page)).toMatchObject({ focused: true, row: 2, col: 2 });
      await press(page, 'Control+End', 'Tab');
      expect((await activeCell(page)).focused).toBe(false);
    }));
});
