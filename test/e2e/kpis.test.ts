import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { officeWithKpis } from './kpis-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

async function inKpis(
  path: (kpiId: string) => string,
  run: (o: Office & { kpiId: string }) => Promise<void>,
) {
  const office = await openOffice();
  try {
    const { kpiId } = await officeWithKpis(office.app);
    await office.page.goto(`${office.host.origin}/#/${path(kpiId)}`);
    await office.page.reload();
    await run({ ...office, kpiId });
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

describe('the list of KPIs', () => {
  it('gives each its latest figure, target, status and direction, and filters as one types', () =>
    inKpis(
      () => 'kpis',
      async ({ page }) => {
        const row = page.getByRole('row', { name: /Two-year-olds/ });
        await row.waitFor();
        expect(await row.innerText()).toMatch(
          /58\.4%[\s\S]*63%[\s\S]*Off track[\s\S]*Down 1\.6 points on April to June 2014/,
        );
        await shootBoth(page, 'kpis');
        expect(await axeFindings(page)).toEqual([]);
        await page.getByRole('searchbox').fill('level five');
        await expect
          .poll(() => page.getByRole('link', { name: 'Two-year-olds in a funded place' }).count())
          .toBe(0);
        expect(await page.getByRole('link', { name: 'Good level of development at five' }).count()).toBe(1);
      },
    ));
});

describe('one KPI', () => {
  it('draws its chart with a name in words, the table beside it, and nothing for axe to find', () =>
    inKpis(
      (kpiId) => `kpis/${kpiId}`,
      async ({ page }) => {
        const chart = page.getByRole('group', {
          name: /Two-year-olds in a funded place: from 42% in April to June 2012/,
        });
        await chart.waitFor();
        expect(
          await chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width),
        ).toBeGreaterThan(400);
        await page.getByText('4.6 below target, July to September 2014').waitFor();
        await page.getByText('Up 4.4 points on July to September 2013').waitFor();
        await shootBoth(page, 'kpi');
        expect(await axeFindings(page)).toEqual([]);
        await chart.focus();
        await page.keyboard.press('ArrowLeft');
        await chart.getByRole('status').getByText('April to June 2014: 60.0%, target 61%, at risk').waitFor();
      },
    ));

  it('takes a figure typed into the table, and its status, chart and large figure follow', () =>
    inKpis(
      (kpiId) => `kpis/${kpiId}`,
      async ({ page, app, kpiId }) => {
        await page.getByRole('button', { name: 'Add a figure' }).click();
        await page.locator('.g-edit textarea').waitFor();
        await page.keyboard.type('66.1');
        await page.keyboard.press('Enter');
        const actual = async () =>
          (await callerOf(app).kpis.get({ kpiId })).periods.find(
            ({ period }) => period.label === 'October to December 2014',
          )?.actual?.number;
        await expect.poll(actual).toBe(66.1);
        await page.locator('.big', { hasText: '66.1%' }).waitFor();
        await page.getByText('1.1 above target, October to December 2014').waitFor();
        await page
          .getByRole('group', { name: /to 66\.1% against a target of 65% in October to December 2014/ })
          .waitFor();
        await page.getByRole('grid').focus();
        await page.keyboard.press('Control+z');
        await page.locator('.big', { hasText: '58.4%' }).waitFor();
      },
    ));

  it('takes a new period in the blank row, then its target', () =>
    inKpis(
      (kpiId) => `kpis/${kpiId}`,
      async ({ page, app, kpiId }) => {
        await page.getByRole('grid').focus();
        await page.keyboard.press('Control+Home');
        await page.keyboard.type('April to June 2015');
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.type('69');
        await page.keyboard.press('Enter');
        const target = async () =>
          (await callerOf(app).kpis.get({ kpiId })).periods.find(
            ({ period }) => period.label === 'April to June 2015',
          )?.target?.number;
        await expect.poll(target).toBe(69);
      },
    ));

  it('keeps the words behind a figure and what will be done', () =>
    inKpis(
      (kpiId) => `kpis/${kpiId}`,
      async ({ page, app, kpiId }) => {
        await page.getByRole('button', { name: 'Edit', exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('What we will do').fill('Open the annexe in January.');
        expect(await axeFindings(page)).toEqual([]);
        await dialog.getByRole('button', { name: 'Save the words' }).click();
        await page.getByText('Open the annexe in January.').waitFor();
        expect((await callerOf(app).kpis.get({ kpiId })).narratives.at(-1)?.doing).toBe(
          'Open the annexe in January.',
        );
      },
    ));

  it('changes a definition, and the past keeps the tolerance it was judged by', () =>
    inKpis(
      (kpiId) => `kpis/${kpiId}`,
      async ({ page, app, kpiId }) => {
        await page.getByRole('button', { name: 'Definition' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Tolerance').fill('0.5');
        await dialog.getByRole('button', { name: 'Save the definition' }).click();
        await page.getByText(/At risk within 0\.5 of target/).waitFor();
        const { periods } = await callerOf(app).kpis.get({ kpiId });
        expect(periods.find(({ period }) => period.label === 'April to June 2014')?.state).toBe('at-risk');
      },
    ));
});
