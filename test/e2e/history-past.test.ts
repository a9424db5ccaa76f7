import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('the history', () => {
  it('opens an act to its words by keyboard, and undoes it after others were done', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    const caller = (await import('#core/router.ts')).callerOf(office.app);
    try {
      const [plan] = await caller.plans.list();
      const planId = plan?.id ?? '';
      const [first, second, third] = (await caller.plans.get({ planId })).actions;
      const type = (actionId: string, text: string) =>
        caller.plans.setCells({ planId, edits: [{ actionId, field: 'comment', text }] });
      await type(first?.id ?? '', 'The printer has been found');
      await type(second?.id ?? '', 'Nothing yet');
      await type(second?.id ?? '', 'The hall is booked');
      await caller.plans.removeActions({ actionIds: [third?.id ?? ''] });

      await page.keyboard.press('Control+k');
      await page.keyboard.type('show the history');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await screenReady(office);

      const acts = page.locator('.hist [data-row]');
      await acts.first().focus();
      for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('In the way:').waitFor();
      expect(await page.locator('.act .why').innerText()).toContain('its action was changed on');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('The printer has been found').waitFor();
      await page.getByRole('button', { name: 'Undo this act' }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'history-act');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText(/^Undone on \d/).waitFor();
      expect(await said(office)).toMatch(/^Undone: /);
      expect((await caller.plans.action({ actionId: first?.id ?? '' })).action.comment).not.toBe(
        'The printer has been found',
      );

      await page.getByRole('link', { name: 'Open the bin' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Bin' }).waitFor();
      await page.getByRole('button', { name: /^Bring back action/ }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'bin');
      await page.getByRole('button', { name: /^Bring back action/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Nothing was deleted in the last year.').waitFor();
      expect((await caller.plans.action({ actionId: third?.id ?? '' })).action.text).toBe(third?.text);
      await goTo(office, 'Home');
    } finally {
      await office.close();
    }
  });
});
