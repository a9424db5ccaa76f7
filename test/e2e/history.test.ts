import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goToMore, openExampleOffice, said } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('History', () => {
  it('lists every act; undo and redo work by key everywhere and say what they did', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const foot = page.getByRole('contentinfo');
      const before = await foot.locator('span').first().innerText();
      await goToMore(office, 'Settings');
      await page.getByLabel('Name of the partnership').fill('Fenmoor and Saltby Partnership');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await foot.getByText('Fenmoor and Saltby Partnership').waitFor();

      await page.getByRole('link', { name: 'Home', exact: true }).focus();
      await page.keyboard.press('Control+z');
      await foot.getByText(before, { exact: true }).waitFor();
      expect(await said(office)).toMatch(/^Undone: /);

      await goToMore(office, 'History');
      await page.getByText('Undone', { exact: true }).waitFor();
      await expectSound(office);
      await page.keyboard.press('Control+y');
      await foot.getByText('Fenmoor and Saltby Partnership').waitFor();
      expect(await said(office)).toMatch(/^Done again: /);
      await shootBoth(page, 'history');

      await page.getByLabel('Filter the history').fill('no act is called this');
      await page.getByText('No act holds').waitFor();
    } finally {
      await office.close();
    }
  });
});
