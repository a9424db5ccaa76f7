import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openEmptyOffice, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('Home', () => {
  it('shows what needs the officer, and each row leads to its place', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await page.getByRole('region', { name: 'Overdue' }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^\w+day \d+ \w+ \d{4}$/);
      expect(await page.getByText(/days? late/).count()).toBeGreaterThan(0);
      await expectSound(office);
      await shootBoth(page, 'home');

      const rows = page.locator('[data-row]');
      await rows.first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true);
      expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#\/plans\/.+action=/);
    } finally {
      await office.close();
    }
  });

  it('tells of the round that is open: who answered, who is late, and leads into it', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const row = page.getByRole('region', { name: 'Update rounds' }).getByRole('link');
      await row.waitFor();
      expect(await row.innerText()).toMatch(/^9 of 19\s+answered: Half year to September 2010\. To settle: /);
      expect(await row.innerText()).toMatch(/Late: .* and 8 more\s+due 8 October 4 days late\s+Settle them$/);
      await row.press('Enter');
      await page
        .getByRole('heading', { level: 1, name: 'Update round, Half year to September 2010' })
        .waitFor();
      await callerOf(office.app).rounds.close({
        roundId: (await callerOf(office.app).rounds.list())[0]?.id ?? '',
        closed: true,
      });
      await page.reload();
      await goTo(office, 'Home');
      await page.getByRole('region', { name: 'Overdue' }).waitFor();
      expect(await page.getByRole('region', { name: 'Update rounds' }).count()).toBe(0);
    } finally {
      await office.close();
    }
  });

  it('goes round its regions with F6 and folds the right column with Ctrl 2, remembered', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const region = () =>
        page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'));
      await page.getByRole('link', { name: 'Home', exact: true }).focus();
      const seen: (string | null | undefined)[] = [];
      for (let n = 0; n < 5; n += 1) {
        await page.keyboard.press('F6');
        seen.push(await region());
      }
      expect(seen).toEqual(['Page head', 'What needs you', 'Coming and safe', 'Foot bar', 'Top bar']);
      await page.keyboard.press('Control+2');
      expect(await page.getByRole('heading', { name: 'Safe copies' }).count()).toBe(0);
      await page.reload();
      await page.getByRole('button', { name: 'Coming and safe' }).click();
      await page.getByRole('heading', { name: 'Safe copies' }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('says what to do where the register is empty', async () => {
    const office = await openEmptyOffice('Ashmere Early Years Partnership');
    try {
      await office.page.getByText('Nothing is in the register yet.').waitFor();
      expect(await office.page.getByRole('contentinfo').innerText()).toContain(
        'Ashmere Early Years Partnership',
      );
      await expectSound(office);
    } finally {
      await office.close();
    }
  });

  it('stays whole at 200 and 400 per cent: one column, nothing to scroll sideways', async () => {
    for (const viewport of [
      { width: 683, height: 384 },
      { width: 342, height: 192 },
    ]) {
      const office = await openExampleOffice({ viewport });
      try {
        const overflow = () =>
          office.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
        await expect.poll(overflow).toBeLessThanOrEqual(0);
        await expectSound(office);
      } finally {
        await office.close();
      }
    }
  });
});
