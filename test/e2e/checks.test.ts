import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

/** Runs on the example register; fails on any complaint of the page. */
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
const overviewOf = (office: Office) => callerOf(office.app).checks.overview();

describe('before you circulate', () => {
  it('accepts one status with a reason and corrects another, by keyboard alone', () =>
    inExample(async (office, page) => {
      const before = await overviewOf(office);
      await press(page, 'Control+k');
      await page.keyboard.type('check before');
      await press(page, 'Enter');
      await page.getByRole('heading', { name: 'Before you circulate' }).waitFor();
      const group = page.getByRole('region', { name: 'Statuses to look at again' });
      await group.waitFor();
      expect(await group.getByRole('heading', { level: 2 }).innerText()).toContain(
        String(before.mismatches.total),
      );
      await shootBoth(page, 'checks');

      while ((await page.locator('.ck-row:focus').count()) === 0) await press(page, 'Tab');
      await press(page, 'Enter');
      await page.getByRole('link', { name: 'Open in the plan' }).waitFor();
      await press(page, 'Tab', 'Tab', 'Enter');
      await page.keyboard.type('Seen at the board in July');
      await press(page, 'Enter');
      await page.getByText('Seen at the board in July').waitFor();
      expect((await overviewOf(office)).mismatches).toMatchObject({
        total: before.mismatches.total - 1,
        accepted: 1,
      });

      await page.locator('.ck-row').first().focus();
      await press(page, 'Enter', 'Tab', 'Enter');
      await page.getByLabel('What happened').waitFor();
      await page.keyboard.type('Two centres still to go');
      await press(page, 'Enter');
      await expect
        .poll(async () => (await overviewOf(office)).mismatches.total)
        .toBe(before.mismatches.total - 2);
      await page.getByLabel('What happened').waitFor({ state: 'detached' });
      // The focus goes to the row that took the settled one's place.
      expect(await page.locator('.ck-row:focus').count()).toBe(1);
      await press(page, 'Control+z');
      await expect
        .poll(async () => (await overviewOf(office)).mismatches.total)
        .toBe(before.mismatches.total - 1);
    }));

  it('settles gaps in the data at one key each, from the row itself', () =>
    inExample(async (office, page) => {
      const caller = callerOf(office.app);
      const [plan] = await caller.plans.list();
      const planId = plan?.id ?? '';
      const rows = [
        { ref: 'Z.1', text: 'Print the harbour leaflet in four languages', timescale: 'Dec 09' },
        { ref: 'Z.2', text: 'Print the harbour leaflet in four languages' },
      ];
      await caller.plans.addActions({ planId, sectionId: null, afterActionId: null, rows });
      const findings = async (check: string) =>
        (await caller.checks.plan({ planId })).findings.filter(
          (one) => one.check === check && one.ref?.startsWith('Z') && one.accepted === null,
        ).length;

      await page.goto(`${office.host.origin}/#/checks?plan=${planId}&check=ambiguous-date`);
      await page.locator('.ck-row', { hasText: 'Z.1' }).focus();
      await press(page, '1');
      await expect.poll(() => findings('ambiguous-date')).toBe(0);

      await page.goto(`${office.host.origin}/#/checks?plan=${planId}&check=no-date`);
      await page.locator('.ck-row', { hasText: 'Z.2' }).focus();
      await press(page, 'w');
      await page.getByRole('textbox', { name: 'Timescale' }).waitFor();
      await page.keyboard.type('By 31 March 2011');
      await page.getByText('By 31 March 2011', { exact: true }).waitFor();
      await press(page, 'Enter');
      await expect.poll(() => findings('no-date')).toBe(0);

      await page.goto(`${office.host.origin}/#/checks?plan=${planId}&check=duplicate`);
      const twin = page.locator('.ck-row', { hasText: 'Z.2' });
      await twin.focus();
      await press(page, 'Enter');
      await page.getByRole('button', { name: /Merge into Z\.1/ }).waitFor();
      await shootBoth(page, 'checks-twin');
      await press(page, 'Escape', 't');
      await expect.poll(() => findings('duplicate')).toBe(0);
      // The screen asks anew a moment after the core has settled it: a key pressed between would mean the row before.
      const taken = page.locator('.ck-item.taken', { hasText: 'Z.2' });
      await taken.waitFor();
      await press(page, 'Control+z');
      await expect.poll(() => findings('duplicate')).toBe(1);
      await taken.waitFor({ state: 'detached' });
      await twin.focus();
      await press(page, '1');
      await expect.poll(() => findings('duplicate')).toBe(0);
      expect(
        (await caller.plans.get({ planId })).actions.filter(({ ref }) => ref?.startsWith('Z')),
      ).toMatchObject([{ ref: 'Z.1' }]);
    }));

  it('stands beside the grid of a plan, and the drawer says what is expected and how far it slipped', () =>
    inExample(async (office, page) => {
      const { first } = (await overviewOf(office)).mismatches;
      const planId = first[0]?.planId ?? '';
      await page.goto(`${office.host.origin}/#/plans/${planId}`);
      const way = page.getByRole('link', { name: /things? to check/ });
      await way.focus();
      await press(page, 'Enter');
      const panel = page.getByRole('complementary', { name: 'Checks of this plan' });
      await panel.waitFor();
      await shootBoth(page, 'plan-checks');
      await panel.locator('.ck-row').first().focus();
      await press(page, 'Enter', 'Enter');
      await page.waitForURL(/action=/);
      expect(await panel.isVisible()).toBe(true);
      await panel.getByRole('link', { name: 'Close' }).focus();
      await press(page, 'Enter');
      await panel.waitFor({ state: 'detached' });
      await page.goto(`${office.host.origin}/#/plans/${planId}?action=${first[0]?.actionId}`);
      const drawer = page.getByRole('complementary', { name: 'This action' });
      await drawer.getByRole('heading', { name: 'Expected' }).waitFor();
      await expect.poll(() => drawer.innerText()).toContain('To be looked at before you circulate.');
    }));
});

describe('the lists of Home', () => {
  it('show as many actions as Home counts, over all plans', () =>
    inExample(async (office, page) => {
      const home = await callerOf(office.app).home.get();
      const overview = await overviewOf(office);
      const counts = {
        overdue: home.overdue.total,
        'due-soon': home.dueSoon.total,
        'off-track': home.offTrack.total,
        reviews: home.reviews.total,
        'no-lead': home.noLead.total,
        'no-date': home.noDate.total,
        'ambiguous-dates': home.ambiguousDates.total,
        silent: overview.silent.actions,
        mismatch: overview.mismatches.total,
      };
      for (const [show, total] of Object.entries(counts)) {
        await page.goto(`${office.host.origin}/#/plans?show=${show}`);
        const facts = total === 1 ? '1 action' : `${total} actions`;
        await page.locator('.head .facts', { hasText: new RegExp(`^${facts}$`) }).waitFor();
        expect([show, await page.locator('[data-row]').count()]).toEqual([show, total]);
      }
      await page.goto(`${office.host.origin}/#/plans?show=overdue`);
      await page.locator('[data-row]').first().focus();
      await press(page, 'Enter');
      await page.waitForURL(/#\/plans\/.+action=/);
    }));
});
