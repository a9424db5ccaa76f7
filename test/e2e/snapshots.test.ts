import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('Snapshots', () => {
  it('takes one by name, lists it with its check sum, and tells what has changed since', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Snapshots');
      await page.getByRole('button', { name: 'Take a snapshot' }).first().click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('Name').inputValue()).toMatch(/^\d+ \w+ \d{4}$/);
      await dialog.getByLabel('Name').fill('November board');
      await expectSound(office);
      await dialog.getByRole('button', { name: 'Take the snapshot' }).click();
      const row = page.getByRole('row', { name: /November board/ });
      await row.waitFor();
      expect(await said(office)).toBe('Snapshot taken: November board');
      expect(await row.innerText()).toMatch(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/);
      await expectSound(office);
      await shootBoth(page, 'snapshots');

      await row.getByRole('link', { name: /Changes since/ }).click();
      await page.getByText('Nothing has changed between the two.').waitFor();
    } finally {
      await office.close();
    }
  });

  it('tells the changes since an earlier snapshot by plan and kind, and filters them', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Snapshots');
      await page
        .getByRole('link', { name: /Changes since/ })
        .first()
        .click();
      await screenReady(office);
      await page.getByRole('heading', { name: 'In words' }).waitFor();
      const all = page.getByRole('button', { name: /^All changes/ });
      await expect.poll(async () => Number((await all.innerText()).replace(/\D/g, ''))).toBeGreaterThan(0);
      await expectSound(office);
      await shootBoth(page, 'differences');

      const status = page.getByRole('button', { name: /^Status changed/ });
      if ((await status.count()) > 0) {
        await status.click();
        expect(await page.locator('.dx tbody tr:not(.gr)').count()).toBe(
          Number((await status.innerText()).replace(/\D/g, '')),
        );
      }
    } finally {
      await office.close();
    }
  });
});
