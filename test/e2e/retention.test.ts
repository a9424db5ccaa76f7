import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('plans past their time, by keyboard', () => {
  it('are told once the office says how long plans are kept, saved, and deleted; Undo brings them back', async () => {
    const office = await openExampleOffice({ today: '2010-10-12' });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const before = await caller.plans.list();
      await page.goto(`${page.url().split('#')[0]}#/settings?part=checks`);
      const years = page.getByRole('textbox', { name: 'Years that plans are kept after their end' });
      await years.waitFor();
      await years.focus();
      // The example lives in October 2010, by when only the year before is over.
      await page.keyboard.type('0');
      await page.keyboard.press('Enter');
      await expect.poll(() => said(office)).toContain('none goes by itself');
      await screenReady(office);
      await expectSound(office);

      await page.goto(`${page.url().split('#')[0]}#/checks`);
      const away = page.getByRole('button', { name: /^Put it away… / }).first();
      await away.waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'checks-retention');
      await away.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Save it first:').waitFor();
      expect(await dialog.getByRole('button', { name: 'Delete the plan' }).count()).toBe(0);
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Save it as a Word document' }).focus();
      await page.keyboard.press('Enter');
      expect((await download).suggestedFilename()).toMatch(/\.docx$/);
      const remove = dialog.getByRole('button', { name: 'Delete the plan' });
      await remove.waitFor();
      await expectSound(office);
      await shootBoth(page, 'checks-retention-away');
      await remove.focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(async () => (await caller.plans.list()).length).toBe(before.length - 1);
      expect(await caller.snapshots.list()).toHaveLength(2);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await caller.plans.list()).length).toBe(before.length);
    } finally {
      await office.close();
    }
  });
});
