import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { callerOf } from '#core/router.ts';
import { officeWithPlan } from './plans-support.ts';
import { type Office, openOffice } from './support/office.ts';

export type PlanOffice = Office & { planId: string };

/** An office with a plan of seven actions, open on its screen; fails on any complaint of the page. */
export async function inPlan(run: (o: PlanOffice) => Promise<void>): Promise<void> {
  const office = await openOffice();
  try {
    const { planId } = await officeWithPlan(office.app);
    await office.page.goto(`${office.host.origin}/#/plans/${planId}`);
    await office.page.reload();
    await office.page.getByRole('grid').waitFor();
    await run({ ...office, planId });
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Puts the active cell at a data row and column, both counted from 0, by keys alone. */
export async function goTo(page: Page, row: number, col: number): Promise<void> {
  await page.getByRole('grid').focus();
  await press(page, 'Control+Home');
  for (let n = 0; n < row; n += 1) await page.keyboard.press('ArrowDown');
  for (let n = 0; n < col; n += 1) await page.keyboard.press('ArrowRight');
}
/** What the active cell shows, and whether the grid has the focus. */
export const activeCell = (page: Page) =>
  page.evaluate(() => {
    const grid = document.querySelector('[role=grid]');
    const cell = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
    return {
      focused: document.activeElement === grid,
      words: cell?.innerText ?? null,
      row: Number(cell?.dataset.r),
      col: Number(cell?.dataset.c),
    };
  });
export const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

export const actionsOf = async (o: PlanOffice) =>
  (await callerOf(o.app).plans.get({ planId: o.planId })).actions;
/** The words of the plan's cells, row by row: for "equal to what it was". */
export const wordsOf = async (o: PlanOffice) =>
  (await actionsOf(o)).map((action) => [
    action.ref,
    action.text,
    action.leads.map((lead) => lead.text),
    action.timescale?.text ?? null,
    action.status?.label ?? null,
    action.comment,
  ]);
export const undos = async (o: PlanOffice) => (await callerOf(o.app).register.state()).open?.undo ?? null;
