import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { officeWithKpis } from './kpis-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

async function at(path: string, run: (o: Office & { kpiId: string }) => Promise<void>): Promise<void> {
  const office = await openOffice();
  try {
    const { kpiId } = await officeWithKpis(office.app);
    const [first] = await callerOf(office.app).kpis.list({ planId: null });
    if (first) await callerOf(office.app).kpis.edit({ kpiId: first.id, owners: 'Idris Bell' });
    await office.page.goto(`${office.host.origin}/#/${path}`);
    await office.page.reload();
    await run({ ...office, kpiId });
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

describe('the lists of KPIs', () => {
  it('narrow by owner and status, and the address says so', () =>
    at('kpis', async ({ page }) => {
      const names = () => page.locator('.kpi-list td .hit').allInnerTexts();
      await expect.poll(async () => (await names()).length).toBe(5);
      await page.getByRole('button', { name: /Owner/ }).click();
      await page.getByRole('option', { name: 'Idris Bell (1)' }).click();
      await expect.poll(names).toEqual(['Two-year-olds in a funded place']);
      expect(page.url()).toContain('owner=Idris');
      await page.getByRole('link', { name: /^On track/ }).click();
      await page.getByText('No KPI is in this list.').waitFor();
      await page.goBack();
      await expect.poll(names).toEqual(['Two-year-olds in a funded place']);
    }));

  it('find an owner or a status as one types, and show small charts by section', () =>
    at('kpis?as=multiples', async ({ page }) => {
      const charts = page.locator('.sml li');
      await expect.poll(() => charts.count()).toBe(5);
      await shootBoth(page, 'kpi-small-charts');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('searchbox').fill('off track bell');
      await expect.poll(() => charts.count()).toBe(1);
    }));

  it('say what is due by owner, and lead from there and from Home to the list of theirs', () =>
    at('kpis/due', async ({ page, host }) => {
      const owner = page.getByRole('region', { name: 'Mara Quill' });
      await owner.getByText('No target for 2014-15.').first().waitFor();
      await shootBoth(page, 'kpi-due');
      expect(await axeFindings(page)).toEqual([]);
      await owner.getByRole('link', { name: 'Show in the list' }).click();
      await page.getByRole('link', { name: 'Settings judged good or better' }).waitFor();
      expect(await page.getByRole('link', { name: 'Two-year-olds in a funded place' }).count()).toBe(0);
      await page.goto(`${host.origin}/#/home`);
      const home = page.getByRole('region', { name: 'KPIs: due and missing' });
      await home.getByRole('link', { name: /Mara Quill/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Settings judged good or better' }).waitFor();
      expect(page.url()).toContain('due=yes');
    }));

  it('go from KPI to KPI through the points of the chart by keys alone', () =>
    at('kpis', async ({ page, kpiId, host }) => {
      await page.goto(`${host.origin}/#/kpis/${kpiId}`);
      const chart = page.getByRole('group', { name: /Two-year-olds in a funded place: from/ });
      await chart.focus();
      await page.keyboard.press('Home');
      await chart.getByRole('status').getByText('April to June 2012: 42.0%, target 43%, at risk').waitFor();
      await page.keyboard.press('End');
      await chart
        .getByRole('status')
        .getByText('January to March 2015: forecast 62.0%, target 67%')
        .waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => chart.getByRole('status').innerText()).toBe('');
    }));
});
