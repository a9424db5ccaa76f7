import { afterAll, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { officeWithKpis } from './kpis-support.ts';
import { goTo, press } from './plans-office.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { openOffice } from './support/office.ts';

afterAll(closeBrowser);

it('takes the figures of others in the grid, under the name of whose they are', async () => {
  const office = await openOffice();
  const { app, page, host } = office;
  try {
    const { kpiId } = await officeWithKpis(app);
    const compared = async () =>
      (await callerOf(app).kpis.get({ kpiId })).periods.flatMap(({ period, comparators }) =>
        comparators.map(({ comparator, text }) => [comparator, period.label, text]),
      );
    await page.goto(`${host.origin}/#/kpis/figures?every=quarter`);
    await page.reload();
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: /Which figures/ }).click();
    await page.getByRole('option', { name: 'Compared with another' }).click();
    await page.getByLabel('Whose figures').fill('England');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: /^Compared with England/ }).waitFor();
    await goTo(page, 0, 8);
    await page.keyboard.type('64.8');
    await press(page, 'Enter');
    await expect.poll(compared).toEqual([['England', 'October to December 2014', '64.8']]);
    await expect.poll(() => page.getByRole('gridcell', { name: '64.8', exact: true }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await shootBoth(page, 'kpi-comparators');
    await page.reload();
    await page.getByRole('gridcell', { name: '64.8', exact: true }).waitFor();
    await page.getByRole('button', { name: /Which figures/ }).click();
    await page.getByRole('option', { name: 'Actuals' }).click();
    await page.getByRole('grid', { name: /^Actuals/ }).waitFor();
    await page.getByRole('button', { name: /Which figures/ }).click();
    await page.getByRole('option', { name: 'Compared with England' }).click();
    await page.getByRole('gridcell', { name: '64.8', exact: true }).waitFor();
    expect(office.complaints).toEqual([]);
  } finally {
    await office.close();
  }
});
