import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/chromium.ts';
import {
  expectSound,
  goTo,
  goToMore,
  openEmptyOffice,
  openExampleOffice,
  screenReady,
} from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

async function downloadOf(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Adds the board's list by keyboard alone, from the palette. */
async function addBoard({ page }: Office): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Add a circulation list');
  await page
    .getByRole('option', { name: /Add a circulation list/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a circulation list' });
  await dialog.waitFor();
  await page.keyboard.type('Board');
  await dialog.getByRole('combobox', { name: /Add somebody/ }).focus();
  await page.keyboard.type('chair@saltby.example');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take off chair@saltby.example' }).waitFor();
  await dialog.getByRole('checkbox', { name: /Names of people/ }).press('Space');
  await dialog.getByText(/the names of people, in/).waitFor();
  await dialog.getByRole('button', { name: 'Put with them' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Covering words' }).fill('Dear all, the papers are attached.');
}

describe('Circulation', () => {
  it('says what a list is for where there is none', async () => {
    const office = await openEmptyOffice('Ashmere Early Years Partnership');
    try {
      await goToMore(office, 'Circulation');
      await office.page.getByText('No circulation list is in the register.').waitFor();
      await office.page.getByText('Nothing has gone out from here yet.').waitFor();
      await shootBoth(office.page, 'circulation-empty');
      await expectSound(office);
    } finally {
      await office.close();
    }
  });

  it('adds a list by keyboard, drafts its e-mail, tells what was left out, and knows the file again', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goToMore(office, 'Circulation');
      await page.getByRole('row', { name: /^Partnership board 11 recipients/ }).waitFor();
      await expectSound(office);
      await addBoard(office);
      await shootBoth(page, 'circulation-list');
      await expectSound(office);
      await page.getByRole('button', { name: 'Add the list' }).press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const row = page.getByRole('row', { name: /Board/ });
      await row.getByText('1 recipient').waitFor();

      await row.getByRole('link', { name: 'Draft an e-mail to Board' }).click();
      await screenReady(office);
      await page.getByText(/Without internal notes, names of people and confidential minutes/).waitFor();
      await page.getByText(/the names of people, in/).waitFor();
      await shootBoth(page, 'reports-list');
      await expectSound(office);
      const draft = await downloadOf(page, () =>
        page.getByRole('button', { name: 'Save the e-mail draft' }).click(),
      );
      expect(draft.name).toMatch(/\.eml$/);
      const mail = await PostalMime.parse(draft.bytes);
      expect(mail.to?.map(({ address }) => address)).toEqual(['chair@saltby.example']);
      expect(mail.text).toContain('Dear all, the papers are attached.');
      expect(mail.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.docx$/)]);
      await page.getByText('chair@saltby.example', { exact: true }).waitFor();

      await goToMore(office, 'Circulation');
      await page.getByRole('searchbox', { name: 'Filter what went out' }).fill('chair@saltby');
      await page.getByText(/^1 e-mail of 2/).waitFor();
      const attached = mail.attachments[0];
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose the file' }).click(),
      ]);
      await chooser.setFiles({
        name: 'what they have.docx',
        mimeType: attached?.mimeType ?? '',
        buffer: Buffer.from(attached?.content as ArrayBuffer),
      });
      await page.getByText('Nothing newer of it has gone out.').waitFor();
      await shootBoth(page, 'circulation');
      await expectSound(office);

      await page.getByRole('textbox', { name: 'Check sum' }).fill('version 2');
      await page.keyboard.press('Enter');
      await page.getByText('is not a check sum', { exact: false }).waitFor();
      await page.getByRole('textbox', { name: 'Check sum' }).fill('0000 0000 0000');
      await page.keyboard.press('Enter');
      await page.getByText('did not go out from this register', { exact: false }).waitFor();

      await page.getByRole('button', { name: 'Board', exact: true }).press('Enter');
      await page.getByRole('button', { name: /^Delete the list with 1 recipient/ }).press('Enter');
      await page.getByRole('button', { name: 'Board', exact: true }).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await page.getByRole('button', { name: 'Board', exact: true }).waitFor();
    } finally {
      await office.close();
    }
  });

  it('takes a file let go over the screen for a question, not for an import', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Reports');
      await page.getByRole('link', { name: 'Circulation lists' }).click();
      await screenReady(office);
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['not ours'], 'strange.txt', { type: 'text/plain' }));
        document
          .querySelector('h1')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await page.getByText('“strange.txt” did not go out from this register').waitFor();
      expect(new URL(page.url()).hash).toBe('#/circulation');
    } finally {
      await office.close();
    }
  });
});
