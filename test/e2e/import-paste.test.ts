import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { reconciliation } from './import-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openEmptyOffice } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

async function onImport(run: (office: Office) => Promise<void>): Promise<void> {
  const office = await openEmptyOffice('Ashmere Early Years Partnership');
  try {
    await office.page.goto(`${office.host.origin}/#/import`);
    await office.page.getByRole('button', { name: 'Choose files' }).waitFor();
    await run(office);
  } finally {
    await office.close();
  }
}

/** What the browser does when Ctrl+V is pressed, with these words in the clipboard. */
async function paste(page: Page, data: Readonly<Record<string, string>>, on = 'body'): Promise<void> {
  await page.locator(on).evaluate((target, held) => {
    const clipboardData = new DataTransfer();
    for (const [kind, words] of Object.entries(held)) clipboardData.setData(kind, words);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

const fromExcel = `<html><head><style><!-- .xl65 {background:#92D050;} --></style></head><body><table>
<!--StartFragment--><tr><td>Ref</td><td>Action</td><td>Lead</td><td>By when</td><td>RAG</td></tr>
<tr><td>1.1</td><td>Open a den in each hub<br>and tell the wards</td><td>NB</td><td>June 2015</td><td class=xl65></td></tr>
<tr><td>1.2</td><td>Train the story tellers</td><td>GF</td><td>Mar 2016</td><td class=xl65></td></tr><!--EndFragment-->
</table></body></html>`;

describe('a table pasted on the import screen', () => {
  it('is read with its colours and line breaks, wherever the focus is', () =>
    onImport(async ({ page, ...office }) => {
      await shootBoth(page, 'import-begin');
      await expectSound({ page, ...office });
      await paste(page, { 'text/html': fromExcel, 'text/plain': 'Ref\tAction' });
      await page.locator('.xl').waitFor();
      await page.getByText('Pasted table').first().waitFor();
      const sheet = page.getByRole('region', { name: 'Picture of the sheet' });
      expect(await sheet.getByRole('cell', { name: 'Green fill' }).count()).toBe(2);
      expect((await reconciliation(page)).lost).toBe(0);
      await page.getByRole('button', { name: /^Bring in 2 actions/ }).waitFor();
    }));

  it('is read from the field, and from plain text as a spreadsheet copies it', () =>
    onImport(async ({ page }) => {
      const text = 'Ref\tAction\tLead\n2.1\t"Map the hubs\nby street"\tNB\n2.2\tKnock on doors\tGF\n';
      await page.getByRole('textbox', { name: 'Paste a table' }).focus();
      await paste(page, { 'text/plain': text }, '.paste textarea');
      await page.locator('.xl').waitFor();
      await page.getByRole('button', { name: /^Bring in 2 actions/ }).waitFor();
    }));

  it('is left alone in a field that takes letters, and read when it was typed', () =>
    onImport(async ({ page }) => {
      const field = page.getByRole('textbox', { name: 'Paste a table' });
      await field.fill('Ref;Action;Lead\n3.1;Hold a forum;NB\n3.2;Ask children;GF');
      await page.getByRole('button', { name: 'Read the typed table' }).click();
      await page.getByRole('button', { name: /^Bring in 2 actions/ }).waitFor();
    }));
});
