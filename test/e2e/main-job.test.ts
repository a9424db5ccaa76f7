import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { callerOf } from '#core/router.ts';
import { chooseFiles, type HandedFile, reconciliation, workPlan } from './import-support.ts';
import { closeBrowser } from './support/chromium.ts';
import { expectSound, goTo, screenReady } from './support/example.ts';
import { axeFindings } from './support/look.ts';
import { type Office, openOffice } from './support/office.ts';

afterAll(closeBrowser);

const partnership = 'Ashmere Early Years Partnership';

/** What differs between the files the job is done on. */
type Job = {
  readonly file: HandedFile;
  /** The sheet of the actions. */
  readonly sheet: string;
  /** A column that the officer reads otherwise than the program: its letter, and what it means to him. */
  readonly mapping: { readonly column: string; readonly to: string };
  readonly counts: { readonly actions: number; readonly kpis: number; readonly kpiValues: number };
};

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const state = async ({ app }: Office) => (await callerOf(app).register.state()).open;
const whole = ({ app }: Office) => exportRegister(app.openedRegister());
/** The register but for what a snapshot and its time leave in it. */
const content = (office: Office) => ({ ...whole(office), exportedAt: null });

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }[]> {
  const files: { name: string; bytes: Buffer }[] = [];
  const [first] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  files.push({ name: first.suggestedFilename(), bytes: readFileSync(await first.path()) });
  return files;
}

/** From the start screen to the file brought in, with one column and one question settled otherwise. */
async function bringIn(office: Office, job: Job): Promise<void> {
  const { page } = office;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectSound(office);
  await chooseFiles(page, job.file);
  await page.getByLabel('Name of the partnership').fill(partnership);
  await page.getByRole('button', { name: 'Make the register and read the file' }).click();
  await page.locator('.xl').waitFor();
  await expectSound(office);

  await page.getByRole('tab', { name: job.sheet }).click();
  const column = page.getByRole('button', { name: new RegExp(`Meaning of column ${job.mapping.column},`) });
  await column.click();
  await page.getByRole('option', { name: job.mapping.to, exact: true }).click();
  await expect.poll(() => column.innerText()).toBe(job.mapping.to);

  const answers = page.locator('.qs').getByRole('radio');
  const other = answers.nth(1);
  expect(await other.isChecked()).toBe(false);
  await other.click({ force: true });
  await expect.poll(() => other.isChecked()).toBe(true);
  expect((await reconciliation(page)).lost).toBe(0);
  await expectSound(office);

  await page.getByRole('button', { name: `Bring in ${job.counts.actions} actions` }).click();
  await page.getByRole('link', { name: 'Open the plan' }).waitFor();
  await expectSound(office);
  const { plans, actions, kpis, kpiValues } = whole(office);
  expect(plans).toHaveLength(1);
  expect({ actions: actions.length, kpis: kpis.length, kpiValues: kpiValues.length }).toEqual(job.counts);
}

/** Puts the active cell at a row and column of the plan's grid, counted from 0, by keys alone. */
async function toCell(page: Page, row: number, column: number): Promise<void> {
  await page.getByRole('grid').focus();
  await press(page, 'Control+Home');
  for (let n = 0; n < row; n += 1) await press(page, 'ArrowDown');
  for (let n = 0; n < column; n += 1) await press(page, 'ArrowRight');
}

async function editFiveCells(office: Office): Promise<void> {
  const { page } = office;
  await toCell(page, 0, 1);
  await page.keyboard.type('Walk every street with the outreach team');
  await press(page, 'Tab');
  await page.keyboard.type('Hester Vane');
  await press(page, 'Tab');
  await page.keyboard.type('Spring term 2015');
  await press(page, 'Enter');
  await press(page, 'F2');
  await page.keyboard.type(', and tell the board');
  await press(page, 'Enter');
  await page.keyboard.type('Third cell down, typed over');
  await press(page, 'Enter');
  await expect.poll(() => whole(office).actions[2]?.text).toBe('Third cell down, typed over');
  const [first, second] = whole(office).actions;
  expect(first).toMatchObject({ text: 'Walk every street with the outreach team' });
  expect(first?.leads.map((lead) => lead.text)).toEqual(['Hester Vane']);
  expect(first?.timescale?.text).toBe('Spring term 2015');
  expect(second?.text).toMatch(/, and tell the board$/);
}

const block = [
  ['P 1', 'Pasted: ask the midwives', 'Idris Bell', 'By March 2015'],
  ['P 2', 'Pasted: print the map', 'Outreach team', 'Ongoing'],
  ['P 3', 'Pasted: count the families', 'Mara Quill', 'September 2014 onwards'],
] as const;

async function pasteBlock(office: Office): Promise<void> {
  const { page } = office;
  await toCell(page, 4, 0);
  await page.evaluate(
    (words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    block.map((row) => row.join('\t')).join('\r\n'),
  );
  await expect.poll(() => whole(office).actions[6]?.text).toBe(block[2][1]);
  const rows = whole(office).actions.slice(4, 7);
  expect(
    rows.map((row) => [row.ref, row.text, row.leads.map((lead) => lead.text).join(), row.timescale?.text]),
  ).toEqual(block);
}

/** Undo by keys until nothing is left; then redo until nothing is left. Says how many steps it was. */
async function undoAndRedoAll(office: Office): Promise<number> {
  const { page } = office;
  const before = content(office);
  let steps = 0;
  for (let undo = (await state(office))?.undo; undo; undo = (await state(office))?.undo) {
    const { revision } = (await state(office)) ?? { revision: 0 };
    await press(page, 'Control+z');
    await expect.poll(async () => (await state(office))?.revision).not.toBe(revision);
    steps += 1;
  }
  const { plans, actions, kpis, people, imports } = whole(office);
  expect([plans, actions, kpis, people, imports].flat()).toEqual([]);
  await page.getByText('This plan could not be shown.').waitFor();
  for (let redo = (await state(office))?.redo; redo; redo = (await state(office))?.redo) {
    const { revision } = (await state(office)) ?? { revision: 0 };
    await press(page, 'Control+y');
    await expect.poll(async () => (await state(office))?.revision).not.toBe(revision);
  }
  await page.getByRole('grid').waitFor();
  expect(content(office)).toEqual(before);
  // The plan on the screen was not there for a while; the browser notes that it was asked for.
  const noted = office.complaints.splice(0);
  expect(noted.filter((line) => !/status of 404/.test(line))).toEqual([]);
  return steps;
}

async function openChart(office: Office): Promise<string> {
  const { page } = office;
  await goTo(office, 'KPIs');
  await expectSound(office);
  const link = page.getByRole('row').getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  const canvas = page.locator('canvas');
  await canvas.first().waitFor();
  expect(await canvas.first().evaluate((drawn: HTMLCanvasElement) => drawn.width)).toBeGreaterThan(300);
  await expectSound(office);
  return name;
}

async function takeSnapshot(office: Office, name: string): Promise<void> {
  const { page } = office;
  await goTo(office, 'Snapshots');
  await page.getByRole('button', { name: 'Take a snapshot' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Take the snapshot' }).click();
  await page.getByRole('row', { name: new RegExp(name) }).waitFor();
  await expectSound(office);
}

/** The plan as a web page and as a workbook, and the draft that carries them: opened and looked into. */
async function saveReports(office: Office): Promise<void> {
  const { page } = office;
  await goTo(office, 'Reports');
  await page.getByText('The plan', { exact: true }).click();
  await expectSound(office);
  const [html] = await saved(page, 'Save the report');
  expect(html?.name).toMatch(/\.html$/);
  const text = html?.bytes.toString('utf8') ?? '';
  expect(text).toContain('Walk every street with the outreach team');
  expect(text).not.toMatch(/<script/i);
  const reader = await office.context.newPage();
  await reader.setContent(text);
  expect(await axeFindings(reader)).toEqual([]);
  await reader.close();

  await page.getByText('Web page', { exact: false }).first().click();
  await page.getByText('Excel workbook', { exact: false }).first().click();
  const [xlsx] = await saved(page, 'Save the report');
  expect(xlsx?.name).toMatch(/\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((xlsx?.bytes ?? Buffer.alloc(0)) as unknown as ArrayBuffer);
  const cells = book.worksheets.flatMap((sheet) => {
    const found: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
    return found;
  });
  expect(cells.join('\n')).toContain('Pasted: count the families');

  await page.getByText('Web page', { exact: false }).first().click();
  await page.getByRole('textbox', { name: 'To' }).fill('board@ashmere.example');
  await page.getByRole('textbox', { name: 'Bcc' }).fill('leads@ashmere.example');
  const [eml] = await saved(page, 'Save the e-mail draft');
  const mail = await PostalMime.parse(eml?.bytes ?? '');
  expect(eml?.name).toMatch(/\.eml$/);
  expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
  expect(mail.to?.map((one) => one.address)).toEqual(['board@ashmere.example']);
  expect(mail.bcc?.map((one) => one.address)).toEqual(['leads@ashmere.example']);
  const attached = mail.attachments.map((one) => one.filename ?? '');
  expect(attached.some((name) => name.endsWith('.html'))).toBe(true);
  expect(attached.some((name) => name.endsWith('.xlsx'))).toBe(true);
  await expectSound(office);
}

async function mainJob(job: Job): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const office = await openOffice({ dataDir });
    let kept: ReturnType<typeof content>;
    let kpi: string;
    try {
      const { page } = office;
      await bringIn(office, job);
      await page.getByRole('link', { name: 'Open the plan' }).click();
      await page.getByRole('grid').waitFor();
      await screenReady(office);
      await expectSound(office);
      await editFiveCells(office);
      await pasteBlock(office);
      await expectSound(office);
      expect(await undoAndRedoAll(office)).toBe(7);
      kpi = await openChart(office);
      await takeSnapshot(office, 'November board');
      await saveReports(office);
      kept = content(office);
      expect(office.complaints).toEqual([]);
      expect(office.strayRequests).toEqual([]);
    } finally {
      await office.close();
    }

    const again = await openOffice({ dataDir });
    try {
      const { page } = again;
      await page.getByRole('button', { name: new RegExp(partnership) }).click();
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
      await screenReady(again);
      await expectSound(again);
      expect(content(again)).toEqual(kept);
      await goTo(again, 'Snapshots');
      await page.getByRole('row', { name: /November board/ }).waitFor();
      await goTo(again, 'KPIs');
      await page.getByRole('link', { name: kpi, exact: true }).waitFor();
      await goTo(again, 'Plans');
      await page.getByRole('link', { name: whole(again).plans[0]?.title ?? '' }).click();
      await page.getByRole('gridcell', { name: 'Walk every street with the outreach team' }).waitFor();
      await press(page, 'Control+z');
      await page.getByRole('gridcell', { name: 'Pasted: ask the midwives' }).waitFor({ state: 'detached' });
      await expectSound(again);
    } finally {
      await again.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'examples', 'seed-000-harrow.xlsx');

describe('the main job', () => {
  it('goes from a work plan to a circulated report in one sitting, and is all there after a restart', async () => {
    await mainJob({
      file: await workPlan(),
      sheet: 'Work Plan 2014 - 15',
      mapping: { column: 'B', to: 'Links' },
      counts: { actions: 10, kpis: 4, kpiValues: 12 },
    });
  });

  it.skipIf(!existsSync(shared))('does the same with a real one', async () => {
    await mainJob({
      file: { name: basename(shared), mimeType: 'application/octet-stream', buffer: readFileSync(shared) },
      sheet: 'Work Plan 2009 - 10',
      mapping: { column: 'B', to: 'Comment' },
      counts: { actions: 26, kpis: 6, kpiValues: 18 },
    });
  });
});
