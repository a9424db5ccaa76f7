import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

async function openList(office: Office, name: string): Promise<void> {
  await goTo(office, 'Meetings');
  await office.page
    .getByRole('navigation', { name: 'Lists of meetings' })
    .getByRole('link', { name })
    .click();
  await office.page.getByRole('heading', { level: 1, name: headings[name] ?? name }).waitFor();
  await screenReady(office);
}
const headings: Readonly<Record<string, string>> = { 'The year': 'Meetings 2010-11' };

describe('Boards and groups', () => {
  it('have a year proposed from their words, off holidays, changed by hand and planned in one act', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await openList(office, 'Boards and groups');
      await expectSound(office);
      await shootBoth(page, 'bodies');
      await page.getByRole('link', { name: 'Partnership board' }).click();
      await page.getByRole('heading', { level: 1, name: 'Partnership board' }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'body');

      await page.getByRole('button', { name: 'Propose a year' }).click();
      const dialog = page.getByRole('dialog', { name: 'Propose a year of Partnership board' });
      const words = dialog.getByLabel('How often it meets');
      await words.fill('Quarterly, on the second Tuesday');
      await words.press('Tab');
      await dialog.getByText('Read as quarterly, on the second Tuesday of the month.').waitFor();
      const april = dialog.getByLabel('Date, April to June 2011');
      await expect.poll(() => april.inputValue()).toBe('5 April 2011');
      await dialog.getByText(/in the school holidays \(Easter holiday\)/).waitFor();
      await expect
        .poll(() => dialog.getByLabel('Papers, April to June 2011').inputValue())
        .toBe('29 March 2011');
      await expectSound(office);
      await shootBoth(page, 'propose-year');
      const july = dialog.getByLabel('Date, July to September 2011');
      await july.fill('14 July 2011');
      await dialog.getByText('Chosen by hand').waitFor();
      // Two days on, its papers go with it.
      await expect
        .poll(() => dialog.getByLabel('Papers, July to September 2011').inputValue())
        .toBe('7 July 2011');
      await dialog.getByRole('button', { name: 'Plan 4 meetings' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'The year after' }).click();
      await page.getByRole('link', { name: /Thursday 14 July 2011/ }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('link', { name: /14 July 2011/ }).waitFor({ state: 'detached' });
    } finally {
      await office.close();
    }
  });

  it('show what they are, and keep what is written into their page', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await openList(office, 'Boards and groups');
      await page.getByRole('link', { name: 'Workforce group' }).click();
      const cycle = page.getByLabel('How often it meets');
      await cycle.fill('bi-monthly');
      await page.getByText(/can mean twice a month or every two months/).waitFor();
      await cycle.press('Escape');
      await expect.poll(() => cycle.inputValue()).toBe('Every two months');
      const quorum = page.getByLabel('Quorum');
      await quorum.fill('three');
      await quorum.press('Enter');
      await page.getByText('“three” is not a number. Write it in digits.').waitFor();
      await quorum.fill('3');
      await quorum.press('Enter');
      await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('Saved.');
      await page.getByRole('button', { name: 'Add a member' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a member' });
      await dialog.getByLabel('Name').fill('Priya Nandy');
      await dialog.getByLabel('From').fill('1 November 2010');
      await dialog.getByRole('button', { name: 'Add the member' }).click();
      await page.getByRole('row', { name: /Priya Nandy.*from 1 November 2010/ }).waitFor();
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});

describe('The year of meetings', () => {
  it('shows twelve months of all groups, its holidays, and gives a calendar file', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await openList(office, 'The year');
      const table = page.getByRole('table', { name: 'Meetings of the year' });
      await table.getByRole('link', { name: /Thursday 13 January 2011/ }).waitFor();
      await table
        .getByText('4 meetings without a date')
        .or(table.getByText('2 meetings without a date'))
        .first()
        .waitFor();
      await expectSound(office);
      await shootBoth(page, 'meeting-year');

      // One tab stop; arrows go from one meeting to the next.
      const first = table.locator('[data-row]').first();
      await first.focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(false);

      await page.getByRole('button', { name: 'Holidays' }).click();
      await page.getByRole('menuitem', { name: 'Add days on which nobody meets' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Election');
      await dialog.getByLabel('First day').fill('5 May 2010');
      await dialog.getByRole('button', { name: 'Add the days' }).click();
      await table.getByRole('button', { name: '5 Election' }).waitFor();

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Make a calendar file' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.ics$/);
      const text = readFileSync(await download.path(), 'utf8');
      const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
      expect(events.length).toBeGreaterThan(10);
    } finally {
      await office.close();
    }
  });
});

describe('Reporting lines', () => {
  it('are drawn, gone through by the arrows, changed by Enter, and told in a table', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await openList(office, 'Reporting lines');
      const drawing = page.getByRole('group', { name: 'Reporting lines, drawn' });
      await expectSound(office);
      await shootBoth(page, 'reporting-lines');
      await drawing.getByRole('button', { name: /^Children’s trust/ }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Reporting line' });
      const often = dialog.getByLabel('How often');
      await often.fill('each month');
      await often.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const table = page.getByRole('table', { name: 'Reporting lines' });
      await table.getByRole('cell', { name: 'each month' }).waitFor();

      await drawing.getByRole('button', { name: /^Centre managers/ }).click();
      const adding = page.getByRole('dialog', { name: 'Add a reporting line' });
      await expect.poll(() => adding.getByLabel('Who reports').inputValue()).toBe('Centre managers');
      await adding.getByLabel('What report').fill('Staff in post');
      await adding.getByLabel('To whom').fill('Workforce group');
      await page.keyboard.press('Escape');
      await adding.getByRole('button', { name: 'Add the line' }).click();
      await table.getByRole('row', { name: /Staff in post Centre managers Workforce group/ }).waitFor();
    } finally {
      await office.close();
    }
  });
});
