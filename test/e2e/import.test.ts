import { afterAll, describe, expect, it } from 'vitest';
import { oleFile } from '#test/fixtures/bad-files.ts';
import { largeWorkbook } from '#test/fixtures/large-workbook.ts';
import { chooseFiles, colouredPlan, type HandedFile, reconciliation } from './import-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openEmptyOffice, said } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office, OfficeOptions } from './support/office.ts';

afterAll(closeBrowser);

async function onImport(run: (office: Office) => Promise<void>, o: OfficeOptions = {}): Promise<void> {
  const office = await openEmptyOffice('Ashmere Early Years Partnership', o);
  try {
    await office.page.goto(`${office.host.origin}/#/import`);
    await office.page.getByRole('button', { name: 'Choose files' }).waitFor();
    await run(office);
  } finally {
    await office.close();
  }
}

const handed = (name: string, buffer: Buffer | Uint8Array): HandedFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(buffer),
});

describe('the import screen', () => {
  it('shows the sheet as read, takes corrections by keyboard, brings in, keeps the tray, and undoes it all', () =>
    onImport(async (office) => {
      const { page } = office;
      await expectSound(office);
      await chooseFiles(page, await colouredPlan());
      await page.locator('.xl').waitFor();
      await expectSound(office);
      await shootBoth(page, 'import');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectSound(office);
      await page.emulateMedia({ colorScheme: 'light' });

      const sheet = page.getByRole('region', { name: 'Picture of the sheet' });
      expect(
        await sheet
          .getByRole('cell', { name: 'One named visitor for each new birth' })
          .getAttribute('rowspan'),
      ).toBe('3');
      expect(
        await sheet
          .getByRole('cell', { name: 'Green fill' })
          .first()
          .evaluate((cell) => getComputedStyle(cell).backgroundColor),
      ).toBe('rgb(146, 208, 80)');
      const before = await reconciliation(page);
      expect(before.cells).toBe((before.placed ?? 0) + (before.tray ?? 0));
      expect(before.lost).toBe(0);

      // A question, by arrow keys alone.
      const choice = page.getByRole('radiogroup', { name: /Dec 09/ }).getByRole('radio', { checked: true });
      const usual = await choice.getAttribute('value');
      await choice.focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => choice.getAttribute('value')).not.toBe(usual);
      await page
        .getByRole('button', { name: 'Show Action plan!E10' })
        .or(page.getByRole('button', { name: 'Action plan!E10' }))
        .click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Dec 09');

      // A column's meaning, by the letters of the word.
      const column = page.getByRole('button', { name: /Meaning of column G/ });
      await column.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Comm');
      await page.keyboard.press('Enter');
      await expect.poll(() => column.innerText()).toBe('Comment');
      expect((await reconciliation(page)).lost).toBe(0);

      // A colour's meaning.
      const red = page.getByRole('button', { name: /Meaning of Red fill/ });
      await red.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('At risk');
      await page.keyboard.press('Enter');
      await expect.poll(() => red.innerText()).toBe('At risk');

      // The tabs by arrow keys: the sheet without a table says so.
      await page.getByRole('tab', { name: /Action plan/ }).focus();
      await page.keyboard.press('End');
      await page.getByText('No table was found on this sheet.').waitFor();
      await page.keyboard.press('Home');

      await page.getByRole('button', { name: /^Bring in \d+ actions/ }).click();
      await page.getByRole('button', { name: 'Undo the import' }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'import-done');

      await page.getByRole('link', { name: /Keep them as notes/ }).click();
      await page.getByRole('checkbox', { name: /Figures come from finance/ }).waitFor();
      await shootBoth(page, 'tray');
      await page
        .locator('tr', { hasText: 'Figures come from finance' })
        .getByRole('checkbox')
        .check({ force: true });
      await page.getByRole('textbox', { name: 'Reason to discard' }).fill('Not ours');
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.getByText('Not ours').waitFor();
      await expectSound(office);
      await page.keyboard.press('Control+z');
      await page.getByText('Not ours').waitFor({ state: 'detached' });

      await page.getByRole('link', { name: 'Back to imports' }).click();
      await page.getByRole('button', { name: 'Undo the import' }).click();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
      expect(await said(office)).toMatch(/^Undone: Import of Larkfield/);
      expect(await page.getByText('Brought in before').count()).toBe(0);
      await expectSound(office);
    }));

  it('shows what differs when a file comes again, with the meanings that were given the first time', () =>
    onImport(async (office) => {
      const { page } = office;
      const file = await colouredPlan();
      await chooseFiles(page, file);
      const column = page.getByRole('button', { name: /Meaning of column G/ });
      await column.click();
      await page.getByRole('option', { name: 'Comment' }).click();
      await expect.poll(() => column.innerText()).toBe('Comment');
      await page.getByRole('button', { name: /^Bring in \d+ actions/ }).click();
      await page.getByRole('button', { name: 'Bring in another file' }).click();
      await page.getByRole('heading', { name: 'Brought in before' }).waitFor();
      await expectSound(office);
      await chooseFiles(page, file);
      await page.getByText('This very file was brought in on').waitFor();
      await expect.poll(() => column.innerText()).toBe('Comment');
      await page.getByRole('radio', { name: /^Added 0/ }).waitFor();
      await expectSound(office);
      await page.getByRole('button', { name: 'Leave it out' }).click();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
    }));

  it('says in a sentence why a file is not read, and goes on', () =>
    onImport(async (office) => {
      const { page } = office;
      const whole = (await colouredPlan()).buffer;
      const bad: readonly [HandedFile, RegExp][] = [
        [handed('cut.xlsx', whole.subarray(0, whole.length / 2)), /its end is missing/],
        [handed('old.doc', oleFile('WordDocument')), /Word 97-2003/],
        [handed('empty.xlsx', Buffer.alloc(0)), /empty/],
        [handed('picture.png', Buffer.from('89504e470d0a1a0a0000', 'hex')), /is not|cannot be read|not read/],
      ];
      for (const [file, why] of bad) {
        await chooseFiles(page, file);
        const problem = page.getByRole('alert');
        await problem.waitFor();
        expect(await problem.innerText()).toMatch(why);
        expect(await problem.innerText()).toContain(file.name);
        await page.getByRole('button', { name: 'Choose another file' }).click();
        await page.getByRole('button', { name: 'Choose files' }).waitFor();
      }
      // A refusal is an answer with an error status, which the browser notes; nothing else may be.
      expect(office.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
    }));

  it('stops reading when told to', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, handed('large.xlsx', largeWorkbook(10_000, 20)));
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('alert').count()).toBe(0);
    }));

  it('pages through a long sheet', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, handed('two-thousand.xlsx', largeWorkbook(2_000, 12)));
      await page.getByText('Rows 1 to 100 of 2,001').waitFor();
      await page.getByRole('button', { name: 'Rows after' }).click();
      await page.getByRole('rowheader', { name: '101', exact: true }).waitFor();
      expect(office.complaints).toEqual([]);
    }));

  it('is usable at 200 per cent: one column, nothing lost sideways', () =>
    onImport(
      async (office) => {
        const { page } = office;
        await chooseFiles(page, await colouredPlan());
        await page.locator('.xl').waitFor();
        await expectSound(office);
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overflow).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: /^Bring in \d+ actions/ }).click();
        await page.getByRole('button', { name: 'Undo the import' }).waitFor();
        await expectSound(office);
      },
      { viewport: { width: 683, height: 384 } },
    ));
});
