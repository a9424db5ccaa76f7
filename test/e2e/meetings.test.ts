import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('Meetings', () => {
  it('lists meetings ahead and held, and shows one with its attendance and resolutions', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Meetings');
      const held = page.getByRole('region', { name: 'Held' });
      await held.waitFor();
      await expectSound(office);
      await held
        .getByRole('link', { name: /resolution/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Resolved' }).first().waitFor();
      expect(await page.getByRole('region', { name: 'Attendance' }).innerText()).toMatch(/\d+ here/);
      await expectSound(office);
      await shootBoth(page, 'meeting');
    } finally {
      await office.close();
    }
  });
});
