import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { openExampleOffice, said } from './support/example.ts';

afterAll(closeBrowser);

/** Every answer of the search comes this much later. */
async function slowSearch(page: Page, ms: number): Promise<void> {
  await page.route(/\/search\.(find|like)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue();
  });
}

/** As one who knows the way types: not waiting for anything. */
async function typeAtOnce(page: Page, words: string, ...keys: string[]): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  for (const key of keys) await page.keyboard.press(key);
}

const headed = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const chosen = (page: Page) => page.getByRole('option', { selected: true });

describe('the palette, to a quick typist,', () => {
  for (const delay of [0, 1_500]) {
    it(`runs the command whose name is typed, Enter pressed at once (answers ${delay} ms late)`, async () => {
      const office = await openExampleOffice();
      const { page } = office;
      try {
        if (delay > 0) await slowSearch(page, delay);
        await typeAtOnce(page, 'show the history', 'Enter');
        await headed(page, 'History');
        await typeAtOnce(page, 'go to plans', 'Enter');
        await headed(page, 'Plans');
        await page.locator('.plan-list .hit').first().click();
        await page.getByRole('grid').waitFor();
        // In a plan there is "Show the history of this plan" too: what is typed in full is meant.
        await typeAtOnce(page, 'show the history', 'Enter');
        await headed(page, 'History');
        await page.waitForURL(/#\/history$/);
        await typeAtOnce(page, 'settings:', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
        await page.waitForURL(/#\/settings\?part=/);
        expect(page.url()).toContain('part=outcomes');
      } finally {
        await office.close();
      }
    });
  }

  it('carries out Enter and arrows when the answer comes, on what the words find', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('children');
      await page.locator('mark').first().waitFor();
      const lines = await page.getByRole('option').allInnerTexts();
      expect(lines.length).toBeGreaterThan(2);
      await page.keyboard.press('ArrowDown');
      const second = (await chosen(page).getAttribute('id'))?.split('-').slice(-5).join('-') ?? '';
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await slowSearch(page, 1_500);
      await typeAtOnce(page, 'children', 'ArrowDown', 'Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => page.url()).toContain(second);
    } finally {
      await office.close();
    }
  });

  it('keeps the choice where it is when answers come, and tells how many there are', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await slowSearch(page, 1_000);
      await typeAtOnce(page, 'add a plan');
      expect(await chosen(page).innerText()).toBe('Add a plan');
      await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
      expect(await chosen(page).innerText()).toBe('Add a plan');
      expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
        await chosen(page).getAttribute('id'),
      );
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect.poll(() => chosen(page).count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await chosen(page).innerText()).toBe('Theme as Windows has it');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await typeAtOnce(page, 'make a backup', 'Enter');
      await expect.poll(() => said(office)).toContain('Backup made');
    } finally {
      await office.close();
    }
  });
});
