import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, openExampleOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';

afterAll(closeBrowser);

async function downloadOf(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('Reports', () => {
  it('saves the exception report as a web page and as a workbook', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Reports');
      await expectSound(office);
      await shootBoth(page, 'reports');
      const save = () => page.getByRole('button', { name: 'Save the report' }).click();
      const html = await downloadOf(page, save);
      expect(html.name).toMatch(/\.html$/);
      expect(html.bytes.toString('utf8')).toMatch(/^<!doctype html>/i);

      await page.getByText('Web page', { exact: false }).first().click();
      await page.getByText('Choose at least one form').waitFor();
      expect(await page.getByRole('button', { name: 'Save the report' }).isDisabled()).toBe(true);
      await page.getByText('Excel workbook', { exact: false }).first().click();
      const xlsx = await downloadOf(page, save);
      expect(xlsx.name).toMatch(/\.xlsx$/);
      expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
    } finally {
      await office.close();
    }
  });

  it('makes an e-mail draft with the report attached, and asks for real addresses first', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Reports');
      await page.getByRole('textbox', { name: 'To' }).fill('the board');
      await page.getByText('Mend the addresses first.').waitFor();
      await page.getByRole('textbox', { name: 'To' }).fill('board@fenmoor.example');
      await page.getByRole('textbox', { name: 'Bcc' }).fill('a@fenmoor.example; b@fenmoor.example');
      await page.getByRole('textbox', { name: 'Subject' }).fill('Papers for Thursday');
      const draft = await downloadOf(page, () =>
        page.getByRole('button', { name: 'Save the e-mail draft' }).click(),
      );
      const text = draft.bytes.toString('utf8');
      expect(draft.name).toMatch(/\.eml$/);
      expect(text).toMatch(/^X-Unsent: 1/im);
      expect(text).toMatch(/^To: board@fenmoor\.example/im);
      expect(text).toMatch(/^Subject: Papers for Thursday/im);
      expect(text).toMatch(/^Content-Disposition: attachment/im);
      expect(text).toMatch(/\.html/);
      expect(office.complaints).toEqual([]);
    } finally {
      await office.close();
    }
  });

  it('saves the list of a lead found as one types, and what has changed since a snapshot that is chosen', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    const save = () => page.getByRole('button', { name: 'Save the report' }).click();
    try {
      await goTo(office, 'Reports');
      await page.getByText('Lead’s list', { exact: true }).click();
      await page.getByText('Choose whose list it is to be').waitFor();
      await page.getByRole('combobox', { name: 'Lead' }).pressSequentially('Pellow');
      await page.getByRole('option', { name: 'Tom Pellow' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shootBoth(page, 'reports-lead');
      await expectSound(office);
      const list = await downloadOf(page, save);
      expect(list.name).toMatch(/^Lead’s list, Tom Pellow.*\.html$/);
      expect(list.bytes.toString('utf8')).toContain('Tom Pellow');

      await page.getByText('What has changed', { exact: true }).click();
      await page.getByRole('button', { name: /Compared with/ }).click();
      await page.getByRole('option', { name: /^End of year 2009-10/ }).click();
      const changes = await downloadOf(page, save);
      expect(changes.bytes.toString('utf8')).toContain('Since End of year 2009-10');
    } finally {
      await office.close();
    }
  });
});
