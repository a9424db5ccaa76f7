import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

const planName = 'Workforce action plan 2010-11';
const register = ({ app }: Office) => exportRegister(app.openedRegister());

/** Down the list to the row of that reference, by the keys. */
async function toRow(page: Page, ref: string): Promise<void> {
  const here = () =>
    page.evaluate(() => document.activeElement?.querySelector('.yr-ref')?.firstChild?.textContent);
  await page.keyboard.press('Home');
  for (let at = 0; at < 40 && (await here()) !== ref; at += 1) await page.keyboard.press('ArrowDown');
  expect(await here()).toBe(ref);
}

describe('Rolling a plan forward', () => {
  it('is done by keyboard alone, and the new plan opens with the way of each action', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const before = register(office);
      const old = before.plans.find(({ title }) => title === planName);
      await goTo(office, 'Plans');
      await page.getByRole('link', { name: planName }).press('Enter');
      await screenReady(office);
      await page.getByRole('button', { name: 'This plan' }).press('Enter');
      await page.getByRole('dialog').getByRole('link', { name: 'Roll forward' }).press('Enter');
      await page.getByRole('heading', { name: 'Roll forward' }).waitFor();
      await screenReady(office);
      await page.getByText('12 actions: 11 carried, 1 closed').first().waitFor();
      await expectSound(office);

      // Into the list by F6, then a letter a row.
      const inList = () => page.evaluate(() => document.activeElement?.hasAttribute('data-row') ?? false);
      for (let at = 0; at < 40 && !(await inList()); at += 1) await page.keyboard.press('Tab');
      expect(await inList()).toBe(true);
      const refs = before.actions.filter(({ planId }) => planId === old?.id).map(({ ref }) => ref ?? '');
      const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = refs;
      await toRow(page, first);
      await page.keyboard.press('d');
      await page.keyboard.press('Escape');
      await toRow(page, second);
      await page.keyboard.press('s');
      await page.keyboard.press('Tab');
      await page.keyboard.type('The second half of it');
      await page.keyboard.press('Escape');
      await toRow(page, third);
      await page.keyboard.press('m');
      await toRow(page, fourth);
      await page.keyboard.press('m');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Both in one');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Heads counted, not hours');
      await page.keyboard.press('Escape');
      await toRow(page, fifth);
      await page.keyboard.press('Space');
      await toRow(page, sixth);
      await page.keyboard.press('x');
      expect(await said(office)).toBe('2 rows: Close.');

      // The reason that is missing is asked for in its place, and nothing is written.
      await page.getByRole('button', { name: 'Make the plan of 2011-12' }).press('Enter');
      await page.getByText(`Say why ${first} is dropped: nobody could tell later.`).first().waitFor();
      expect(register(office).plans).toHaveLength(before.plans.length);
      await page.waitForFunction(() => document.activeElement?.closest('[data-words]') !== null);
      await page.keyboard.type('The college runs them now');
      await expectSound(office);
      await shootBoth(page, 'roll-forward');
      const numbers = await page.locator('.yr-numbers').innerText();
      expect(numbers).toMatch(
        /^12 actions: \d carried, 1 split into 2, 2 merged into 1, \d closed, 1 dropped$/,
      );
      await page.getByRole('button', { name: 'Make the plan of 2011-12' }).press('Enter');
      await page.getByRole('heading', { name: 'Workforce action plan 2011-12' }).waitFor();
      expect(await said(office)).toContain(numbers);

      const after = register(office);
      const next = after.plans.find(({ title }) => title === 'Workforce action plan 2011-12');
      expect(next?.continuesPlanId).toBe(old?.id);
      const made = after.actions.filter(({ planId }) => planId === next?.id);
      expect(made.map(({ text }) => text)).toContain('Both in one');
      expect(after.actions.filter(({ planId }) => planId === old?.id)).toEqual(
        before.actions.filter(({ planId }) => planId === old?.id),
      );

      // The drawer of the merged one: a line a year, what is measured, and the tree with its words.
      const merged = made.find(({ text }) => text === 'Both in one');
      await page.evaluate(
        ([plan, action]) => {
          location.hash = `#/plans/${plan}?action=${action}`;
        },
        [next?.id, merged?.id],
      );
      const drawer = page.getByRole('complementary', { name: 'This action' });
      await drawer.getByRole('heading', { name: 'Through the years' }).waitFor();
      await drawer.getByText('Heads counted, not hours').first().waitFor();
      const tree = drawer.getByRole('img', { name: /How it went through the years/ });
      expect(await tree.getAttribute('aria-label')).toContain('were merged into');
      await drawer.getByText('The same in words').press('Enter');
      await expectSound(office);
      await shootBoth(page, 'through-the-years');

      // One Undo takes all of it back.
      await page.getByRole('link', { name: 'Home', exact: true }).focus();
      await page.keyboard.press('Control+z');
      await page.waitForFunction(() =>
        document.querySelector('footer [role="status"]')?.textContent?.startsWith('Undone'),
      );
      const { snapshots: _, ...back } = register(office);
      const { snapshots: __, ...was } = before;
      expect(back).toEqual(was);
    } finally {
      await office.close();
    }
  });
});
