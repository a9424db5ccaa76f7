import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { bullets, heading, para, table, wordFile } from '#test/fixtures/word/word.ts';
import { chooseFiles, colouredPlan, type HandedFile, reconciliation } from './import-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, openEmptyOffice, said, screenReady } from './support/example.ts';
import { shootBoth } from './support/look.ts';
import type { Office } from './support/office.ts';

afterAll(closeBrowser);

async function onImport(run: (office: Office) => Promise<void>): Promise<void> {
  const office = await openEmptyOffice('Kelder Bay Partnership');
  try {
    await office.page.goto(`${office.host.origin}/#/import`);
    await office.page.getByRole('button', { name: 'Choose files' }).waitFor();
    await run(office);
  } finally {
    await office.close();
  }
}

const textFile = (name: string, text: string): HandedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const plan = `Kelder Bay Action Plan 2012-13

Ref,Action,Lead,By when,RAG
1,Open a play shed on the quay for under-fives,NB,March 2013,On track
2,Teach every childminder to spot a speech delay,TR,May 2012,On track
3,Write a map of family services for newcomers,NB,June 2012,Complete
4,Lend story sacks from both libraries,TR,July 2012,Not started
`;
const entries = (page: Page) => page.getByText(/\d+ rows? read as \d+ entr/).innerText();

const document = (): HandedFile => ({
  name: 'Quay plan.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(
    wordFile([
      heading('Quayside Play Action Plan 2012-13', 1),
      para('Agreed by the board in May.'),
      heading('Priority 1: Somewhere to play', 2),
      ...bullets(['Every child within a mile of a play space', 'Spaces that parents helped to plan']),
      table(
        [
          ['Ref', 'Action', 'Lead', 'By when'],
          ['1.1', 'Open the shed on the quay on Saturdays', 'NB', 'March 2013'],
          ['1.2', 'Ask parents which streets come next', 'TR', 'May 2012'],
        ],
        { headerRows: 1 },
      ),
      para('Kept by the play team.'),
    ]),
  ),
});

describe('changing what was recognised', () => {
  it('takes rows, headers and edges by keyboard, and Ctrl Z takes each back', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, await colouredPlan());
      await page.locator('.xl').waitFor();
      await page.getByRole('button', { name: 'Change what was recognised' }).click();
      await expectSound(office);
      const before = await entries(page);

      // Into the picture, down to row 11, which goes on with the entry above.
      await page.locator('td[data-row="9"][data-column="2"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.getByText('C11', { exact: true }).waitFor();
      await page.keyboard.press('o');
      await expect.poll(() => entries(page)).not.toBe(before);
      await expectSound(office);
      await page.getByRole('button', { name: 'Take the last change back' }).waitFor();
      await page.keyboard.press('Control+z');
      await expect.poll(() => entries(page)).toBe(before);
      expect(await said(office)).toContain('taken back');

      // The bottom edge, with the arrows; nothing is lost by it.
      const edge = page.getByRole('slider', { name: /^Bottom edge/ });
      await edge.focus();
      expect(await edge.getAttribute('aria-valuetext')).toBe('row 19');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await edge.getAttribute('aria-valuetext')).toBe('row 17');
      await page.keyboard.press('Enter');
      await page.getByText('B4:G17').waitFor();
      expect((await reconciliation(page)).lost).toBe(0);
      await shootBoth(page, 'import-change');

      // No change of the file reaches the register's own Undo.
      await page.keyboard.press('Control+z');
      await page.getByText('B4:G19').waitFor();
      await page.keyboard.press('Control+z');
      expect(await said(office)).toBe('Nothing has been changed in this import.');
    }));

  it('takes an edge dragged by the mouse, rows by their numbers, a rectangle as a table', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, await colouredPlan());
      await page.locator('.xl').waitFor();
      await page.getByRole('button', { name: 'Change what was recognised' }).click();
      const edge = page.getByRole('slider', { name: /^Right edge/ });
      const from = await edge.boundingBox();
      const to = await page.locator('th[data-letter="5"]').boundingBox();
      if (!from || !to) throw new Error('the edge or the column is not to be seen');
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + to.width / 2, from.y + from.height / 2, { steps: 4 });
      await page.mouse.up();
      await page.getByText('B4:F19').waitFor();

      await page.locator('th[data-row="9"]').click();
      await page.locator('th[data-row="11"]').click({ modifiers: ['Shift'] });
      await page.getByText('Row 10 to row 12').waitFor();
      const before = await entries(page);
      await page.getByRole('button', { name: 'Not in the table' }).click();
      await expect.poll(() => entries(page)).not.toBe(before);
      expect((await reconciliation(page)).lost).toBe(0);

      await page.locator('td[data-row="21"][data-column="1"]').click();
      await page.locator('td[data-row="22"][data-column="2"]').click({ modifiers: ['Shift'] });
      await page.getByText('B22:C23').waitFor();
      await page.getByRole('button', { name: 'What the new table holds' }).click();
      await page.getByRole('option', { name: 'A glossary' }).click();
      await page.getByRole('button', { name: 'Mark as a table' }).click();
      await page.getByRole('button', { name: 'Take the last change back' }).waitFor();
      await expectSound(office);
    }));

  it('asks once about dates that are written alike, and takes one answer for all', () =>
    onImport(async (office) => {
      const { page } = office;
      const many = plan
        .replace('May 2012', 'Dec 09')
        .replace('June 2012', 'Mar 10')
        .replace('July 2012', 'Jan 11');
      await chooseFiles(page, textFile('many.csv', many));
      const group = page.getByRole('radiogroup', { name: /Dec 09.*Mar 10.*Jan 11/ });
      // The reading may mark either; the other is the answer.
      await group.getByRole('radio', { checked: false }).first().focus();
      await page.keyboard.press('Space');
      await page.getByText('1 answer given.').waitFor();
      expect(await page.locator('.qs').getByRole('radiogroup').count()).toBe(1);
      await expectSound(office);
    }));
});

describe('a document', () => {
  it('is drawn as one, corrected by rows, and shows the cell that a value came from', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, document());
      const picture = page.getByRole('region', { name: 'Picture of the document' });
      await picture.getByText('Agreed by the board in May.').waitFor();
      expect(await picture.getByRole('row').count()).toBe(4);
      await page.getByRole('button', { name: /Meaning of column 2, Action/ }).waitFor();
      await expectSound(office);
      await shootBoth(page, 'import-document');

      await page.getByRole('button', { name: 'Change what was recognised' }).click();
      await picture.getByRole('rowheader', { name: 'Table 1 row 3' }).click();
      await page.getByText('Table 1 row 3', { exact: true }).last().waitFor();
      const before = await entries(page);
      await page.keyboard.press('n');
      await expect.poll(() => entries(page)).not.toBe(before);
      await page.keyboard.press('Control+z');
      await expect.poll(() => entries(page)).toBe(before);
      await expectSound(office);

      await page.getByRole('button', { name: /^Bring in 2 actions/ }).click();
      await page.getByRole('link', { name: 'Open the plan' }).click();
      await screenReady(office);
      await page.getByText('Ask parents which streets come next').first().click();
      await page
        .getByRole('link', { name: /^Show table 1 row 3/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: /^table 1 row 3/ }).waitFor();
      await page.locator('.spot').waitFor();
      await expect
        .poll(() => page.evaluate(() => globalThis.document.activeElement?.textContent))
        .toBe('Ask parents which streets come next');
      await expectSound(office);
      await shootBoth(page, 'source');
      const [copy] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save a copy of the file' }).click(),
      ]);
      expect(copy.suggestedFilename()).toBe('Quay plan.docx');
    }));
});

describe('a later version of a plan', () => {
  it('shows both texts of a doubtful match, what is gone, and closes it with a reason', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, textFile('kelder.csv', plan));
      await page.getByRole('button', { name: 'Bring in 4 actions' }).click();
      await page.getByRole('button', { name: 'Bring in another file' }).click();
      const later = plan
        .replace(/^4,.*\n/m, '')
        .replace('March 2013', 'April 2013')
        .replace('Teach every childminder to spot', 'Train childminders and nurseries to spot early');
      await chooseFiles(page, textFile('kelder v2.csv', later));
      await page.getByRole('radiogroup', { name: 'Is this the same action?' }).waitFor();
      expect(await page.locator('.qs del').first().innerText()).toContain('Teach');
      await page.getByRole('button', { name: /^Kelder Bay Action Plan 2012-13.*This file is/ }).waitFor();
      await page.getByRole('columnheader', { name: 'Register now' }).first().waitFor();
      await expectSound(office);
      await shootBoth(page, 'import-changes');

      await page.getByRole('radio', { name: 'Gone 1' }).click();
      await page.getByRole('textbox', { name: 'Reason to close' }).fill('Taken over by the libraries');
      await page.getByRole('button', { name: 'Close all 1' }).click();
      await page.getByText('Taken over by the libraries').last().waitFor();
      await expectSound(office);
      await page.getByRole('button', { name: /^Bring in/ }).click();
      await page.getByRole('button', { name: 'Undo the import' }).waitFor();
    }));

  it('is put aside and finished later, with what was said of it', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(
        page,
        textFile('one.csv', plan),
        textFile('two.csv', plan.replace('2012-13', '2013-14')),
      );
      await page.getByRole('radio', { name: /^two\.csv/ }).click();
      await page.getByRole('tab', { name: /^two/ }).waitFor();
      await page.getByRole('button', { name: /Meaning of column C/ }).click();
      await page.getByRole('option', { name: 'Comment' }).click();
      await page.getByRole('button', { name: 'Take the last change back' }).waitFor();
      await expectSound(office);
      await page.getByRole('button', { name: 'Save and finish later' }).click();
      await page.getByRole('heading', { name: 'To be finished' }).waitFor();
      await expectSound(office);
      await page.getByRole('button', { name: 'Finish it' }).click();
      await page.getByRole('radio', { name: /^two\.csv/ }).click();
      await expect
        .poll(() => page.getByRole('button', { name: /Meaning of column C/ }).innerText())
        .toBe('Comment');
    }));
});

describe('the tray', () => {
  it('places a piece at a record that is found by typing, and Undo takes it back', () =>
    onImport(async (office) => {
      const { page } = office;
      await chooseFiles(page, await colouredPlan());
      await page.getByRole('button', { name: /^Bring in \d+ actions/ }).click();
      await page.getByRole('link', { name: /Keep them as notes/ }).click();
      await page.getByRole('checkbox', { name: /Figures come from finance/ }).check({ force: true });
      await page.getByRole('button', { name: 'Place…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Place 1 piece' });
      await dialog.getByRole('textbox', { name: 'Find the action' }).fill('saturday');
      await dialog.getByRole('radio', { name: /Saturday/ }).check({ force: true });
      await expectSound(office);
      await dialog.getByRole('button', { name: 'Place', exact: true }).click();
      await page.getByText('As a comment: 1.3').waitFor();
      await expectSound(office);
      await page.keyboard.press('Control+z');
      await page.getByText('As a comment: 1.3').waitFor({ state: 'detached' });
    }));
});
