import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goToMore, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

const part = 'Parts of Settings';

describe('Settings', () => {
  it('renames and recolours a state of a plan’s key, and says when a colour is pale', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goToMore(office, 'Settings');
      await page.getByRole('navigation', { name: part }).getByRole('link', { name: 'Status keys' }).click();
      const word = page.getByLabel('Word for On track');
      await word.fill('Green');
      await page.getByLabel('Colour of Green', { exact: true }).fill('#92d050');
      await page.getByText(/Pale on paper \(1\.\d to 1/).waitFor();
      await expectSound(office);
      await shootBoth(page, 'keys');
      await page.getByLabel('Word for At risk').fill('green');
      await page.getByText('stands for two states').waitFor();
      await page.getByLabel('Word for At risk').fill('Amber');
      await page.getByRole('button', { name: 'Save the key' }).click();
      await page.getByText('Key saved.').waitFor();
      await page.reload();
      expect(await page.getByLabel('Word for On track').inputValue()).toBe('Green');
    } finally {
      await office.close();
    }
  });

  it('makes a backup and restores it beside the present register', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await page.getByRole('link', { name: /backed up/i }).click();
      await page.getByRole('button', { name: 'Make a backup now' }).click();
      await page.getByText('by hand').first().waitFor();
      expect(await said(office)).toBe('Backup made, opened and checked.');
      await expectSound(office);
      await shootBoth(page, 'backups');
      await page
        .getByRole('button', { name: /^Restore the backup/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Restore beside the present register' }).click();
      await page.getByRole('button', { name: 'Open the restored register' }).click();
      await page.waitForURL(/#\/home/);
      await page.getByRole('region', { name: 'Overdue' }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('keeps the theme for this viewer over a reload', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goToMore(office, 'Settings');
      await page.getByRole('navigation', { name: part }).getByRole('link', { name: 'How it looks' }).click();
      await page.getByText('Dark', { exact: true }).click();
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      expect(await theme()).toBe('dark');
      await page.reload();
      await screenReady(office);
      expect(await theme()).toBe('dark');
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});
