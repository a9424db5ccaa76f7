import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

async function inExample(run: (office: Office, page: Page) => Promise<void>): Promise<void> {
  const office = await openExampleOffice();
  try {
    await run(office, office.page);
    await expectSound(office);
  } finally {
    await office.close();
  }
}
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('a wrong update', () => {
  it('is corrected in the drawer by one of its own, which names it, by keyboard', () =>
    inExample(async (office, page) => {
      const { plans } = callerOf(office.app);
      const planId = (await plans.list())[0]?.id ?? '';
      const action = (await plans.get({ planId })).actions.find(({ lastUpdate }) => lastUpdate !== null);
      const actionId = action?.id ?? '';
      const before = (await plans.action({ actionId })).progress;
      await page.goto(`${office.host.origin}/#/plans/${planId}?action=${actionId}`);
      const drawer = page.getByRole('complementary', { name: 'This action' });
      const way = drawer.getByRole('button', { name: /^Correct it: the update of/ }).first();
      await way.press('Enter');
      const words = drawer.getByRole('textbox', { name: 'Rightly' });
      await words.waitFor();
      await press(page, 'Control+a');
      await page.keyboard.type('Two of three, as the minutes say');
      await drawer.getByRole('textbox', { name: 'Evidence' }).focus();
      await page.keyboard.type('S:\\Papers\\minutes.docx');
      await shootBoth(page, 'correct-update');
      await press(page, 'Enter');
      await expect
        .poll(async () => (await plans.action({ actionId })).progress.length)
        .toBe(before.length + 1);
      const { progress } = await plans.action({ actionId });
      const made = progress.find(({ correctsId }) => correctsId !== undefined);
      expect(made).toMatchObject({
        text: 'Two of three, as the minutes say',
        evidence: 'S:\\Papers\\minutes.docx',
        correctsId: before[0]?.id,
        on: before[0]?.on,
      });
      expect(progress.find(({ id }) => id === before[0]?.id)).toEqual(before[0]);
      await drawer.getByText(/^Corrected by the update of/).waitFor();
      await drawer.getByRole('button', { name: /^Copy where the evidence lies/ }).waitFor();
      await shootBoth(page, 'corrected-update');

      await drawer.getByRole('link', { name: 'History of this action' }).focus();
      await press(page, 'Enter');
      await page.waitForURL(/history\?record=/);
      await page
        .getByText(/Correction of an update/)
        .first()
        .waitFor();
    }));
});

describe('the numbers of the checks', () => {
  it('stand in Settings with their meaning, and change what is found', () =>
    inExample(async (office, page) => {
      const caller = callerOf(office.app);
      await page.goto(`${office.host.origin}/#/settings?part=checks`);
      const moves = page.getByRole('textbox', { name: /Per cent of the time from which silence counts/ });
      await moves.waitFor();
      await shootBoth(page, 'settings-checks');
      await moves.fill('101');
      await page.getByText('Write a number from 0 to 100.').waitFor();
      await moves.fill('60');
      await press(page, 'Enter');
      await expect.poll(async () => (await caller.settings.get()).statusRule?.lateShare).toBe(60);
      // In a field Ctrl Z is the field's own.
      await page.getByRole('link', { name: 'See what they find' }).focus();
      await press(page, 'Control+z');
      await expect.poll(async () => (await caller.settings.get()).statusRule).toBeUndefined();
    }));
});

describe('Home', () => {
  it('counts the gaps in the data that its links list', () =>
    inExample(async (office, page) => {
      const counts = await callerOf(office.app).checks.counts();
      const group = page.getByRole('region', { name: 'Gaps in the data' });
      await group.waitFor();
      const rows = await group.locator('a[data-row]').evaluateAll((links) =>
        links.map((link) => ({
          check: new URLSearchParams(link.getAttribute('href')?.split('?')[1]).get('check') ?? '',
          n: Number(link.querySelector('.n')?.textContent),
        })),
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { check, n } of rows) {
        expect([check, n]).toEqual([check, counts[check as keyof typeof counts]]);
        await page.goto(`${office.host.origin}/#/checks?check=${check}`);
        await page.locator('.ck-grp h2 .cnt', { hasText: new RegExp(`^${n}$`) }).waitFor();
        await expect.poll(() => page.locator('.ck-item:not(.taken)').count()).toBe(Math.min(n, 20));
      }
    }));
});
