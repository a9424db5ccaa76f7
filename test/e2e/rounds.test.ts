import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '#core/router.ts';
import { openBook, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';
import { spoken } from './support/aria.ts';
import { closeBrowser } from './support/chromium.ts';
import {
  expectSound,
  goTo,
  openEmptyOffice,
  openExampleOffice,
  said,
  screenReady,
} from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

const round = 'July to September 2010';

/** Opens the usual round as the officer does, and gives its id. */
async function openRound(office: Office): Promise<string> {
  const { page } = office;
  await goTo(office, 'Updates');
  await page.getByRole('button', { name: 'Open a round' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/\d+ leads, \d+ open actions/).waitFor();
  await dialog.getByRole('button', { name: /^Open the round for/ }).click();
  await page.getByRole('heading', { level: 1, name: `Update round, ${round}` }).waitFor();
  const [opened] = await callerOf(office.app).rounds.list();
  return opened?.id ?? '';
}

/** The columns of a sheet by the codes over its heads. */
function columnsOf(sheet: ReturnType<typeof sheetOf>): Map<string, number> {
  const columns = new Map<string, number>();
  sheet.getRow(3).eachCell((cell, at) => columns.set(cell.text.replace('@', ''), at));
  return columns;
}

/** A lead's form filled in: rows from 0, fields by their codes. */
async function filledForm(
  office: Office,
  roundId: string,
  lead: string,
  rows: readonly Record<string, string>[],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { files } = await callerOf(office.app).rounds.files({ roundId, what: 'forms' });
  const file = files.find(({ name }) => name.startsWith(lead));
  const book = await openBook(Buffer.from(file?.base64 ?? '', 'base64'));
  const sheet = sheetOf(book, 'Actions');
  const columns = columnsOf(sheet);
  rows.forEach((row, at) => {
    for (const [code, text] of Object.entries(row))
      sheet.getCell(5 + at, columns.get(code) ?? 30).value = text;
  });
  return {
    name: `${lead.toLowerCase().replace(' ', '-')}.xlsx`,
    mimeType: 'application/octet-stream',
    buffer: await saveBook(book),
  };
}

describe('Update rounds', () => {
  it('say what they are for where none was opened', async () => {
    const office = await openEmptyOffice('Ashmere Early Years Partnership');
    try {
      await goTo(office, 'Updates');
      await office.page.getByText('No round of updates has been opened.').waitFor();
      await expectSound(office);
      await shootBoth(office.page, 'updates-empty');
    } finally {
      await office.close();
    }
  });

  it('tells its numbers first, opens a round, and lists who has not answered', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      await goTo(office, 'Updates');
      await page.getByRole('row', { name: /Half year to September 2010 .* 2 forms to look at/ }).waitFor();
      await page.getByRole('button', { name: 'Open a round' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/31 leads, 78 open actions/).waitFor();
      expect(await dialog.getByLabel('Name').inputValue()).toBe(round);
      await dialog.getByText(/without an e-mail address/).waitFor();
      await expectSound(office);
      await shootBoth(page, 'updates-open');
      await dialog.getByRole('checkbox', { name: /^Alice Thorne/ }).press('Space');
      await dialog.getByRole('button', { name: 'Open the round for 30 leads' }).click();
      await page.getByRole('heading', { level: 1, name: `Update round, ${round}` }).waitFor();
      await expect.poll(() => page.getByRole('row', { name: /Not returned/ }).count()).toBe(30);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save 30 drafts' }).click();
      expect((await download).suggestedFilename()).toBe(`${round}, drafts.zip`);
      await expectSound(office);
      await goTo(office, 'Updates');
      await page.getByRole('row', { name: /30 not returned/ }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'updates');
    } finally {
      await office.close();
    }
  });

  it('reads what came back, shows what would change, merges it, asks about conflicts, and undoes', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const roundId = await openRound(office);
      const caller = callerOf(office.app);
      const jean = await filledForm(office, roundId, 'Jean Whitlock', [
        {
          status: 'Complete',
          words: 'Shorter form agreed in principle; tried at Holme Street, Saltby and Eastmere',
        },
        {
          words: 'Both surgeries agreed; rooms from November',
          date: 'by Christmas 2010',
          evidence: 'Letters of 4 October',
        },
      ]);
      // Meanwhile the officer hears of the same action by telephone.
      const { leads } = await caller.rounds.get({ roundId });
      const formId = leads.find(({ name }) => name === 'Jean Whitlock')?.formId ?? '';
      const preview = await caller.rounds.preview({
        files: [{ name: jean.name, base64: jean.buffer.toString('base64') }],
      });
      const actionId = preview.files[0]?.fields.find(({ field }) => field === 'status')?.recordId ?? '';
      await caller.plans.addProgress({
        actionIds: [actionId],
        state: 'off-track',
        text: 'PCT solicitor has queried the consent wording',
        on: null,
        by: 'You, by telephone',
      });
      const dina = await filledForm(office, roundId, 'Dina Marlowe', [
        { words: 'The room is let from January' },
      ]);
      const stranger = { name: 'shopping.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };

      await page.locator('input[type=file]').setInputFiles([jean, dina, stranger]);
      await page.getByRole('heading', { level: 2, name: '3 returned files' }).waitFor();
      await page.getByText(/“shopping.csv” is no form of an update round/).waitFor();
      await page.getByText(/You and Jean Whitlock both changed 2 fields/).waitFor();
      await expectSound(office);
      await shootBoth(page, 'updates-read');
      expect((await caller.rounds.list())[0]).toMatchObject({ returned: 0 });

      await page.getByRole('button', { name: 'Merge 2 forms' }).click();
      await page.getByRole('heading', { level: 2, name: 'Jean Whitlock' }).waitFor();
      await expect.poll(() => said(office)).toMatch(/^\d+ fields taken\. Undo: merge of 2 forms/);
      await page.getByText('You and Jean Whitlock both changed this. Which becomes the record?').waitFor();
      await screenReady(office);
      await expectSound(office);
      await shootBoth(page, 'updates-round');
      await expect(await spoken(page.locator('main'))).toMatchFileSnapshot(
        'snapshots/updates-round.aria.yml',
      );

      // By keys: 1 to 4 choose, Enter on the button keeps.
      const conflict = page.getByRole('region').filter({ hasText: 'both changed this' });
      await conflict.getByRole('radio', { checked: true }).focus();
      await page.keyboard.press('2');
      await conflict.getByRole('button', { name: 'Keep the register' }).waitFor();
      await page.keyboard.press('3');
      await conflict.getByRole('button', { name: 'Keep both' }).press('Enter');
      await expect
        .poll(() => said(office))
        .toMatch(/^Decided\. Undo: 2 fields of Jean Whitlock’s form decided/);
      await page.getByText(/Jean Whitlock proposes a new date/).waitFor();
      await page.getByRole('button', { name: 'Take the new date' }).press('Enter');
      await expect.poll(async () => (await caller.rounds.form({ formId })).lead.state).toBe('merged');
      await page.getByRole('row', { name: /Jean Whitlock .* Merged/ }).waitFor();
      await expectSound(office);

      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await caller.rounds.list())[0]?.returned).toBe(0);
    } finally {
      await office.close();
    }
  });

  it('takes files let go over the window, walks the leads by keys, and drafts reminders', async () => {
    const office = await openExampleOffice();
    const { page } = office;
    try {
      const roundId = await openRound(office);
      const dina = await filledForm(office, roundId, 'Dina Marlowe', [
        { words: 'The room is let from January' },
      ]);
      const handed = await page.evaluateHandle(
        ([name, base64]) => {
          const bytes = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], name ?? ''));
          return transfer;
        },
        [dina.name, dina.buffer.toString('base64')],
      );
      await page.dispatchEvent('main', 'drop', { dataTransfer: handed });
      await page.getByRole('button', { name: 'Merge 1 form' }).click();
      await page.getByRole('row', { name: /Dina Marlowe .* Merged/ }).waitFor();

      await page.locator('.rd-leads [data-row]').first().focus();
      await page.keyboard.press('ArrowDown');
      const second = await page.locator('.rd-leads [data-row]').nth(1).innerText();
      await expect.poll(() => page.locator('.rd-right h2').innerText()).toBe(second.split('\n').at(-1));

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Draft 30 reminders' }).click();
      expect((await download).suggestedFilename()).toBe(`${round}, reminders.zip`);
      await expect.poll(() => page.getByRole('row', { name: /Reminded/ }).count()).toBe(30);
      await expectSound(office);
    } finally {
      await office.close();
    }
  });
});
