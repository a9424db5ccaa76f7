import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { actionsOf, inPlan, type PlanOffice, undos } from './plans-office.ts';
import { closeBrowser } from './support/chromium.ts';

afterAll(closeBrowser);

/** A point of the thing: 0 at its upper or left edge, 1 at its lower or right one. */
async function pointOf(thing: Locator, x = 0.5, y = 0.5): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

async function drag(page: Page, from: Locator, to: Locator, at: { x?: number; y?: number }): Promise<void> {
  const begin = await pointOf(from);
  const end = await pointOf(to, at.x, at.y);
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  await page.mouse.move((begin.x + end.x) / 2, (begin.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

const refs = async (o: PlanOffice) => (await actionsOf(o)).map(({ ref }) => ref);
const shown = (o: PlanOffice, row: number) => o.page.locator(`[data-r="${row}"][data-c="0"]`).innerText();
const sections = async (o: PlanOffice) =>
  (await callerOf(o.app).plans.get({ planId: o.planId })).sections.map(({ ref }) => ref);

describe('what is dragged by the mouse in a plan', () => {
  it('is a section of the outline, with all that stands under it, and one Undo puts it back', () =>
    inPlan(async (o) => {
      const tree = o.page.getByRole('tree', { name: 'Sections' });
      const last = tree.getByRole('treeitem', { name: /Every setting good/ });
      const first = tree.getByRole('treeitem').first();
      const before = await sections(o);
      await drag(o.page, last, first, { y: 0.1 });
      await expect.poll(() => sections(o)).not.toEqual(before);
      expect((await sections(o))[0]).toBe('2');
      await expect.poll(() => tree.getByRole('treeitem').first().innerText()).toContain('Every setting');
      const undo = await undos(o);
      await tree.getByRole('treeitem').first().focus();
      await o.page.keyboard.press('Control+z');
      await expect.poll(() => undos(o)).not.toBe(undo);
      expect(await sections(o)).toEqual(before);
    }));

  it('is a row by its number, into another section too, and two chosen rows together', () =>
    inPlan(async (o) => {
      const number = (row: number) => o.page.locator(`[data-number="${row}"]`);
      const before = await refs(o);
      await number(0).click();
      await drag(o.page, number(0), number(2), { y: 0.9 });
      await expect.poll(() => refs(o)).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
      await expect.poll(() => shown(o, 0)).toBe(before[1]);
      await o.page.keyboard.press('Control+z');
      await expect.poll(() => refs(o)).toEqual(before);
      // The screen follows: what is pressed before is another row.
      await expect.poll(() => shown(o, 0)).toBe(before[0]);

      await number(0).click();
      await number(1).click({ modifiers: ['Shift'] });
      await expect.poll(() => o.page.locator('.foot').innerText()).toContain('in 2 rows');
      await drag(o.page, number(1), number(5), { y: 0.9 });
      await expect
        .poll(() => refs(o))
        .toEqual([before[2], before[3], before[4], before[5], before[0], before[1], before[6]]);
      const moved = await actionsOf(o);
      expect(moved[4]?.sectionId).toBe(moved[3]?.sectionId);
    }));

  it('is a column by its head, before or after another, kept for this plan', () =>
    inPlan(async (o) => {
      const heads = async () => (await o.page.getByRole('columnheader').allInnerTexts()).slice(1, 5);
      const head = (name: string) => o.page.getByRole('columnheader', { name, exact: true });
      const before = await heads();
      expect(before).toEqual(['Ref', 'Action', 'Leads', 'Timescale']);
      await head('Timescale').click();
      await drag(o.page, head('Timescale'), head('Leads'), { x: 0.2 });
      await expect.poll(heads).toEqual(['Ref', 'Action', 'Timescale', 'Leads']);
      await expect
        .poll(async () => (await callerOf(o.app).choices.get({ name: `plan:${o.planId}` })) ?? '')
        .toContain('timescale');
      await o.page.reload();
      await o.page.getByRole('grid').waitFor();
      await expect.poll(heads).toEqual(['Ref', 'Action', 'Timescale', 'Leads']);
    }));
});
