import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { officeWithKpis } from './kpis-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { axeFindings, shootBoth } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

async function onKpi(run: (o: Office & { kpiId: string; planId: string }) => Promise<void>): Promise<void> {
  const office = await openOffice();
  try {
    const made = await officeWithKpis(office.app);
    await office.page.goto(`${office.host.origin}/#/kpis/${made.kpiId}`);
    await office.page.reload();
    await office.page.getByRole('heading', { level: 1, name: 'Two-year-olds in a funded place' }).waitFor();
    await run({ ...office, ...made });
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  } finally {
    await office.close();
  }
}

describe('the definition of a KPI', () => {
  it('reads a formula as it is typed, refuses a ring in words, and links what it is worked out from', () =>
    onKpi(async ({ page, app, kpiId, planId }) => {
      const call = callerOf(app);
      const { kpiId: other } = await call.kpis.add({
        planId,
        sectionId: null,
        name: 'Twice the share',
        ref: 'HB 20',
        formula: '2 * HB 4',
        unit: '%',
      });
      await page.getByRole('button', { name: 'Definition' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Its figures are/ }).click();
      await page.getByRole('option', { name: 'Worked out by a formula' }).click();
      await dialog.getByRole('textbox', { name: 'Formula' }).fill('HB 20 / 2');
      await dialog.getByText(/goes round in a ring/).waitFor();
      await dialog.getByRole('button', { name: 'Save the definition' }).click();
      await page.waitForTimeout(500);
      expect(await dialog.count()).toBe(1);
      expect((await call.kpis.get({ kpiId })).kpi.formula).toBeUndefined();
      await dialog.getByRole('textbox', { name: 'Formula' }).fill('HB 5 - HB 6');
      await dialog.getByText(/Read as/).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.goto(page.url().replace(kpiId, other));
      const about = page.getByText('From').locator('..');
      await about.getByRole('link', { name: /HB 4 Two-year-olds/ }).waitFor();
      expect(await page.getByRole('button', { name: 'Add a figure' }).count()).toBe(0);
    }));

  it('says from which day on something else is measured, breaks the series, and lists the version', () =>
    onKpi(async ({ page, app, kpiId }) => {
      await page.getByRole('button', { name: 'Definition' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What it measures').fill('All entitled children, in the week of the headcount');
      await dialog.getByText('What is measured has changed from a day on').click();
      await dialog.getByRole('button', { name: 'Save the definition' }).click();
      await dialog.getByText('A change needs its day.').waitFor();
      await dialog.getByLabel('From', { exact: true }).fill('1 July 2014');
      await dialog.getByLabel('What has changed, in words').fill('Every entitled child counts');
      await dialog.getByText(/The series breaks/).click();
      await shootBoth(page, 'kpi-definition');
      await dialog.getByRole('button', { name: 'Save the definition' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('From 1 July 2014').waitFor();
      const view = await callerOf(app).kpis.get({ kpiId });
      expect(view.changes).toMatchObject([
        { on: '2014-07-01', words: 'Every entitled child counts', breaks: true },
      ]);
      const then = view.periods.find(({ period }) => period.label === 'July to September 2014');
      expect(then?.breaks).toContain('Every entitled child counts');
    }));

  it('asks which way is better where its figures do not tell, and has a status once that is said', () =>
    onKpi(async ({ page, app, planId, host }) => {
      const call = callerOf(app);
      const { kpiId } = await call.kpis.add({ planId, sectionId: null, name: 'Waits', unit: 'days' });
      const on = { kpiId, period: '2013-14' };
      await call.kpis.setValues({
        edits: [
          { ...on, role: 'target', text: '20' },
          { ...on, role: 'actual', text: '17' },
        ],
      });
      await page.goto(`${host.origin}/#/kpis/${kpiId}`);
      await page.getByRole('button', { name: 'Say which way is better' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Better is/ }).click();
      await page.getByRole('option', { name: 'Lower' }).click();
      await dialog.getByRole('button', { name: 'Save the definition' }).click();
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => page.getByRole('button', { name: 'Say which way is better' }).count()).toBe(0);
      expect((await call.kpis.get({ kpiId })).periods.at(-1)?.state).toBe('on-track');
    }));

  it('makes a KPI with all that it is, from the list', () =>
    onKpi(async ({ page, app, host }) => {
      await page.goto(`${host.origin}/#/kpis`);
      await page.getByRole('button', { name: 'Add a KPI' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Add the KPI' }).click();
      await dialog.getByText('A KPI needs a name').waitFor();
      await dialog.getByLabel('Name').fill('Days to a first visit');
      await dialog.getByRole('button', { name: /Kind of figure/ }).click();
      await page.getByRole('option', { name: 'Days' }).click();
      await dialog.getByRole('button', { name: /Better is/ }).click();
      await page.getByRole('option', { name: 'Lower' }).click();
      await dialog.getByRole('button', { name: /As its figures come/ }).click();
      await page.getByRole('option', { name: 'Each month' }).click();
      await dialog.getByLabel('Tolerance').fill('10');
      await dialog.getByRole('button', { name: /Both are in/ }).click();
      await page.getByRole('option', { name: 'Per cent of the target' }).click();
      await dialog.getByText(/It counts children/).click();
      await dialog.getByRole('button', { name: 'Add the KPI' }).click();
      await page.getByRole('heading', { level: 1, name: 'Days to a first visit' }).waitFor();
      const list = await callerOf(app).kpis.list({ planId: null });
      const made = list.find(({ name }) => name === 'Days to a first visit');
      const { kpi } = await callerOf(app).kpis.get({ kpiId: made?.id ?? '' });
      expect(kpi).toMatchObject({
        unit: 'days',
        unitKind: 'days',
        polarity: 'down',
        frequency: 'month',
        tolerance: 10,
        toleranceBy: 'percent',
        countsChildren: true,
      });
    }));
});

describe('one period of a KPI', () => {
  it('has its figure with words beside it, its history, a comparator, and a status by judgement with its reason', () =>
    onKpi(async ({ page, app, kpiId }) => {
      const detail = page.getByRole('region', { name: 'In detail: July to September 2014' });
      await detail.getByRole('button', { name: 'Edit actual' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Figure', { exact: true }).fill('59.0');
      await dialog.getByLabel('Words beside it').fill('Two late returns counted.');
      await dialog.getByText('It is provisional').click();
      await dialog.getByRole('button', { name: 'Save the figure' }).click();
      await dialog.waitFor({ state: 'detached' });
      await detail.getByText('Two late returns counted.').waitFor();
      await detail.getByRole('list', { name: 'Actual: what stood here before' }).getByText('58.4').waitFor();
      await detail.getByRole('button', { name: 'Add a comparator or another figure' }).click();
      await dialog.getByLabel('Whose').fill('England');
      await dialog.getByLabel('Figure', { exact: true }).fill('61.2');
      await dialog.getByRole('button', { name: 'Save the figure' }).click();
      await dialog.waitFor({ state: 'detached' });
      await detail.getByRole('button', { name: 'Edit England' }).waitFor();
      await detail.getByRole('button', { name: 'Judge it' }).click();
      await dialog.getByRole('button', { name: 'Save the status' }).click();
      await dialog.getByText('A status by judgement needs its reason').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: /Status/ }).click();
      await page.getByRole('option', { name: 'At risk' }).click();
      await dialog.getByLabel('Reason').fill('Places open in January.');
      await dialog.getByRole('button', { name: 'Save the status' }).click();
      await dialog.waitFor({ state: 'detached' });
      await detail.getByText(/Places open in January/).waitFor();
      await detail.getByText(/the rules say off track/).waitFor();
      const view = await callerOf(app).kpis.get({ kpiId });
      const period = view.periods.find((one) => one.period.label === 'July to September 2014');
      expect(period).toMatchObject({
        state: 'at-risk',
        ruleState: 'off-track',
        actual: { text: '59.0', provisional: true, note: 'Two late returns counted.' },
        comparators: [{ comparator: 'England', text: '61.2' }],
      });
      expect(period?.actual?.revisions).toMatchObject([{ text: '58.4' }]);
      await shootBoth(page, 'kpi-detail');
      expect(await axeFindings(page)).toEqual([]);
    }));

  it('keeps all five parts of its narrative', () =>
    onKpi(async ({ page, app, kpiId }) => {
      await page.locator('.nar').getByRole('button', { name: 'Edit' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What the figures say').fill('Fewer places than in spring.');
      await dialog.getByLabel('By when').fill('by January 2015');
      await dialog.getByLabel('Help wanted').fill('A lease of the annexe.');
      await dialog.getByRole('button', { name: 'Save the words' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('A lease of the annexe.').waitFor();
      expect((await callerOf(app).kpis.get({ kpiId })).narratives.at(-1)).toMatchObject({
        says: 'Fewer places than in spring.',
        byWhen: 'by January 2015',
        help: 'A lease of the annexe.',
      });
    }));
});
