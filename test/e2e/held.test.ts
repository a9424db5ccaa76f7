import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

const name = 'Hal Brandreth';

describe('what is held on a person, by keyboard', () => {
  it('is told in numbers, saved in full, and taken out for ever, with the links left', async () => {
    const office = await openExampleOffice({ today: '2010-10-12' });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const personId = (await caller.people.list()).find((one) => one.name === name)?.id ?? '';
      const before = await caller.people.held({ personId });
      expect(before.now).toBeGreaterThan(5);

      await page.goto(`${page.url().split('#')[0]}#/people/${personId}`);
      await page.getByRole('heading', { name, exact: true }).waitFor();
      // The bar above has a menu of the same name.
      await page.locator('.head').getByRole('button', { name: 'More', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'What is held on them' }).waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: `What is held on ${name}` }).waitFor();
      const record = page.getByRole('region', { name: 'On record' });
      await record.getByText(`${before.now} places`).waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'held');

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save all of it' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Web page' }).waitFor();
      await page.keyboard.press('Enter');
      expect((await download).suggestedFilename()).toBe('What is held on a person, 2010-10-12.html');

      const take = page.getByRole('button', { name: 'Take the name out…' });
      await take.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'What stands instead' }).waitFor();
      await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Former officer');
      await dialog.getByText('This cannot be undone.').waitFor();
      await expectSound(office);
      await shootBoth(page, 'held-remove');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect((await caller.people.list()).some((one) => one.name === name)).toBe(true);

      await take.focus();
      await page.keyboard.press('Enter');
      await dialog.getByRole('textbox').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The name is taken out' }).waitFor();
      expect(await said(office)).toContain('A name taken out: “Former officer” in');
      await expectSound(office);
      await shootBoth(page, 'held-removed');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'What is held on Former officer' }).waitFor();
      const after = await caller.people.held({ personId });
      expect(after.pointing).toEqual(before.pointing);
      expect((await caller.people.list()).some((one) => one.name === name)).toBe(false);

      await page.goto(`${page.url().split('#')[0]}#/people/${personId}`);
      await page.getByText('They are retired and still named: hand over').waitFor();
      await screenReady(office);
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});
