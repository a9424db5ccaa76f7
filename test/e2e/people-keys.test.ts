import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

const today = '2010-10-12';

describe('people by keyboard', () => {
  it('goes through all that is a lead’s by arrows, what is overdue first, and gives one thing to somebody else', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const hal = (await caller.people.list()).find(({ name }) => name === 'Hal Brandreth');
      await page.goto(`${page.url().split('#')[0]}#/people/${hal?.id}`);
      await page.getByRole('region', { name: 'Overdue' }).waitFor();
      await screenReady(office);
      await expectSound(office);
      const late = page.getByRole('region', { name: 'Overdue' }).getByRole('listitem');
      const days = await late.allInnerTexts();
      const numbers = days.map((text) => Number(/(\d+) days? late/.exec(text)?.[1]));
      expect(numbers.length).toBeGreaterThan(1);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      // One tab stop for all rows, and one more for what can be done with the row.
      const stops = page.locator('.led').locator('a[tabindex="0"], button[tabindex="0"]');
      await expect.poll(() => stops.count()).toBe(2);
      const first = late.first().getByRole('link');
      const words = await first.innerText();
      await first.focus();
      await page.keyboard.press('ArrowDown');
      expect(
        await late
          .nth(1)
          .getByRole('link')
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const box = page.getByRole('combobox', { name: 'Whose it is', exact: true });
      await box.focus();
      await page.keyboard.type('owen');
      await page.getByRole('option', { name: /Owen Sutter/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await said(office)).toContain('is not Hal Brandreth here');
      await expect.poll(() => page.getByRole('link', { name: words, exact: true }).count()).toBe(0);
      await page.keyboard.press('Control+z');
      await page.getByRole('link', { name: words, exact: true }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('gives a row without a lead to whoever is typed on it', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const [plan] = await caller.plans.list();
      const planId = plan?.id ?? '';
      const { actions } = await caller.plans.get({ planId });
      const open = actions.filter(({ status }) => status?.state !== 'complete').slice(0, 3);
      await caller.plans.setCells({
        planId,
        edits: open.map(({ id }) => ({ actionId: id, field: 'leads' as const, text: '' })),
      });
      await page.reload();
      await screenReady(office);
      await goTo(office, 'People');
      await page.getByRole('link', { name: /No lead yet/ }).press('Enter');
      const rows = page.getByRole('region', { name: plan?.title ?? '' }).getByRole('listitem');
      await rows.nth(1).waitFor();
      await rows.first().getByRole('checkbox').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.type('owen');
      await page.getByRole('option', { name: /Owen Sutter/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Give 1 to Owen Sutter' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Owen Sutter leads 1 more.').waitFor();
      await expect.poll(() => rows.count()).toBe(2);
      const ledBy = async (n: number) =>
        (await caller.plans.action({ actionId: open[n]?.id ?? '' })).action.leads.map(({ text }) => text);
      expect([await ledBy(0), await ledBy(1), await ledBy(2)]).toEqual([[], ['Owen Sutter'], []]);
      await expectSound(office);
    } finally {
      await office.close();
    }
  });

  it('shows the card of a chip pressed in the grid, and typing still replaces the cell', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const [plan] = await caller.plans.list();
      await page.goto(`${page.url().split('#')[0]}#/plans/${plan?.id}`);
      await screenReady(office);
      const chip = page.getByRole('gridcell').locator('.per[data-person]').first();
      await chip.click();
      const card = page.locator('.lead-card');
      await card.getByText('All that is theirs').waitFor();
      await card.getByText(/open action|Nothing open/).waitFor();
      await expectSound(office);
      await shootBoth(page, 'lead-card-in-grid');
      await page.keyboard.type('O');
      await card.waitFor({ state: 'detached' });
      expect(
        await page
          .locator('.g-editing')
          .getByRole('combobox')
          .or(page.locator('.g-editing textarea, .g-editing input'))
          .first()
          .inputValue(),
      ).toMatch(/^O/);
      await page.keyboard.press('Escape');
      await chip.click();
      await card.getByRole('link').click();
      await page.getByRole('button', { name: 'Hand over' }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('says on Home who is retired and still named, and leads to the hand-over', async () => {
    const office = await openExampleOffice({ today });
    const { page } = office;
    const caller = callerOf(office.app);
    try {
      const jean = (await caller.people.list()).find(({ name }) => name === 'Jean Whitlock');
      await caller.people.retire({ personId: jean?.id ?? '', on: '2010-10-01' });
      await page.reload();
      await screenReady(office);
      await page.getByRole('link', { name: /retired, and still named: Jean Whitlock/ }).press('Enter');
      await page.getByText('They are retired and still named').waitFor();
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});
