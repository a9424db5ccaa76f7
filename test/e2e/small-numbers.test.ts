import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

describe('Small numbers', () => {
  it('are told before circulation, and the rule is set and taken back', async () => {
    const office = await openExampleOffice();
    const { page, host } = office;
    const caller = callerOf(office.app);
    try {
      const { kpiId } = await caller.kpis.add({
        planId: null,
        sectionId: null,
        name: 'Children seen',
        ref: 'CH 1',
        countsChildren: true,
        yearBy: 'sum',
      });
      await caller.kpis.setValues({
        edits: [
          { kpiId, role: 'actual', period: 'April to June 2010', text: '3' },
          { kpiId, role: 'actual', period: 'July to September 2010', text: '12' },
        ],
      });
      await page.goto(`${host.origin}/#/settings?part=small-numbers`);
      const threshold = page.getByLabel('Smallest count that is printed');
      await threshold.waitFor();
      await expectSound(office);
      await shootBoth(page, 'settings-small-numbers');
      await threshold.fill('1');
      await page.getByText('Write a number from 2 to 100.').waitFor();
      await threshold.fill('10');
      await page.getByText('Counts of children from 1 to 9 are left out', { exact: false }).waitFor();
      await page.getByRole('button', { name: /^Save/ }).click();
      await expect.poll(async () => (await caller.settings.get()).suppression?.threshold).toBe(10);
      await caller.history.undo();
      await expect.poll(async () => (await caller.settings.get()).suppression).toBeUndefined();

      await page.goto(`${host.origin}/#/reports`);
      await page.getByText('7 figures left out.', { exact: false }).waitFor();
      await page.getByText('CH 1, April to June 2010', { exact: false }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'reports-small-numbers');

      await page.goto(`${host.origin}/#/kpis/${kpiId}`);
      await page
        .getByText('Left out in reports: small number, April to June 2010', { exact: false })
        .waitFor();
    } finally {
      await office.close();
    }
  });
});
