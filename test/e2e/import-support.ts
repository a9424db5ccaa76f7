import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';

/** A file as the browser's file chooser hands it over. */
export type HandedFile = { name: string; mimeType: string; buffer: Buffer };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function handed(name: string, book: ExcelJS.Workbook): Promise<HandedFile> {
  // The same bytes every time: whether a file was brought in before is told by its hash.
  book.created = book.modified = new Date('2014-11-03T09:00:00Z');
  return { name, mimeType: xlsx, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

type Cells = Readonly<Record<string, string | number>>;

function fill(sheet: ExcelJS.Worksheet, cells: Cells, merges: readonly string[]): void {
  for (const [at, value] of Object.entries(cells)) {
    sheet.getCell(at).value = value;
    sheet.getCell(at).alignment = { wrapText: true, vertical: 'top' };
  }
  for (const range of merges) sheet.mergeCells(range);
}

function paint(sheet: ExcelJS.Worksheet, argb: string, ...cells: readonly string[]): void {
  for (const at of cells) {
    sheet.getCell(at).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
  }
}

function widen(sheet: ExcelJS.Worksheet, ...widths: readonly number[]): void {
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width;
}

/**
 * A colour-coded improvement plan as a service keeps it: a title, a note, a heading of two rows, aims as bands,
 * entries over several rows, RAG as fills without words, a key for two of the three colours, a total at the foot,
 * dates that read two ways; a second sheet with a plain table, a third without one.
 */
export async function colouredPlan(): Promise<HandedFile> {
  const book = new ExcelJS.Workbook();
  const plan = book.addWorksheet('Action plan');
  widen(plan, 3, 8, 40, 12, 17, 10, 26);
  fill(
    plan,
    {
      B1: 'Larkfield home visiting: improvement plan 2014-15',
      B2: 'Fourth draft, after the away day. N.B. two posts are still vacant.',
      B4: 'Ref',
      C4: 'What we will do',
      D4: 'Who',
      E4: 'When',
      F4: 'Progress',
      F5: 'RAG',
      G5: 'Comments',
      B6: 'Aim 1: Every new family met within a fortnight',
      B7: '1.1',
      C7: 'One named visitor for each new birth',
      D7: 'PD',
      D8: 'KS',
      D9: 'Duty team',
      E7: 'Sept 14 on',
      G7: 'All four patches covered',
      B10: '1.2',
      C10: 'Visit notes shared with the midwife;',
      C11: 'parents told how',
      D10: 'PD',
      E10: 'Dec 09',
      G10: 'Held up by the new',
      G11: 'record system',
      B12: '1.3',
      C12: 'Saturday clinic at the Quayside hub',
      D12: 'RT / PD',
      E12: 'Spring 14/15',
      G12: 'Room promised',
      B13: 'Aim 2: Feeding and first words',
      B14: '2.1',
      C14: 'Peer supporters in all eleven hubs',
      D14: 'LM',
      D15: 'Outreach team',
      E14: 'Mar 2015',
      G14: '9 of 11',
      B16: '2.2',
      C16: 'First-words check at the two-year review',
      D16: 'RT',
      E16: 'Dec 09',
      G16: 'Not agreed with the trust',
      B17: '2.3',
      C17: 'As 1.2',
      D17: 'PD',
      E17: 'as above',
      B19: 'Total posts 13.8 (was 14.4)',
      G19: 'see spending tab',
      B21: 'Key',
      B22: 'Green',
      C22: 'finished and part of daily work',
      B23: 'Amber',
      C23: 'in hand, and to time',
    },
    [
      ...['B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:G4', 'B6:G6', 'B7:B9', 'C7:C9', 'F7:F9', 'G7:G9'],
      ...['B10:B11', 'D10:D11', 'E10:E11', 'F10:F11', 'B13:G13', 'B14:B15', 'C14:C15', 'E14:E15'],
      ...['F14:F15', 'G14:G15'],
    ],
  );
  for (const at of ['B1', 'B4', 'C4', 'D4', 'E4', 'F4', 'F5', 'G5', 'B6', 'B13']) {
    plan.getCell(at).font = { bold: true };
  }
  paint(plan, 'FFD9E2F3', 'B4', 'C4', 'D4', 'E4', 'F4', 'F5', 'G5');
  paint(plan, 'FF92D050', 'F7', 'F14', 'B22');
  paint(plan, 'FFFFC000', 'F10', 'F12', 'F17', 'B23');
  paint(plan, 'FFFF5050', 'F16');

  const training = book.addWorksheet('Training');
  widen(training, 30, 16, 18, 14);
  const heads = ['Course', 'Lead', 'By when', 'Status'];
  training.addRow(['Training for 2014-15']);
  training.addRow([]);
  training.addRow(heads);
  training.addRow(['Safe sleep refresher', 'LM', 'November 2014', 'Complete']);
  training.addRow(['Talking with new fathers', 'KS', 'By June 2015', 'On track']);
  training.addRow(['Infant mental health, first level', 'LM', 'Ongoing', 'Not started']);
  for (const at of ['A3', 'B3', 'C3', 'D3']) training.getCell(at).font = { bold: true };

  const spending = book.addWorksheet('Spending');
  spending.addRow(['Figures come from finance in January.']);
  return await handed('Larkfield home visiting v4.xlsx', book);
}

/**
 * A work plan of the shape a partnership prints: on one sheet the key in three lines and a table of targets for
 * three years in numbers, shares and words; on the other objectives over many rows, the heading repeated above
 * each, several leads in a cell, an action with a measure and a lead on each of several lines.
 */
export async function workPlan(): Promise<HandedFile> {
  const book = new ExcelJS.Workbook();
  const targets = book.addWorksheet('Part Two Targets');
  widen(targets, 58, 22, 22, 22, 14);
  fill(
    targets,
    {
      A1: 'Green - done',
      A2: 'Orange - in hand and to time',
      A3: 'Red - will not be met this year, or has been changed',
      A4: 'Part Two: what we are held to',
      A6: 'Commitment',
      B6: 'Targets',
      E6: 'Owner',
      B7: 'Yr 1 2013/14',
      C7: 'Yr 2 2014/15',
      D7: 'Yr 3 2015/16',
      A8: 'Family hubs open in the borough',
      B8: 7,
      C8: 9,
      D8: 11,
      E8: 'NB',
      A9: 'Free places for two-year-olds',
      B9: '3120 (increase of 140)',
      C9: '3260 (increase of 140)',
      D9: '3410 (increase of 150)',
      E9: 'GF',
      A10: 'LPI 14a - Percentage of group leaders with a degree',
      B10: 0.41,
      C10: 0.45,
      D10: 0.52,
      E10: 'SW / NB',
      A11: 'LPI 14b - Percentage of childminders graded good or better',
      B11: 0.7,
      C11: 0.75,
      D11: 0.8,
      E11: 'SW',
    },
    ['A6:A7', 'B6:D6', 'E6:E7'],
  );
  for (const at of ['B10', 'C10', 'D10', 'B11', 'C11', 'D11']) targets.getCell(at).numFmt = '0%';
  paint(targets, 'FFD9E2F3', 'A6', 'B6', 'E6', 'B7', 'C7', 'D7');

  const plan = book.addWorksheet('Work Plan 2014 - 15');
  widen(plan, 34, 16, 46, 46, 16);
  plan.addRow(['Part Three']);
  plan.addRow(['Work Plan 2014 - 15']);
  plan.addRow([]);
  const heads = ['Objective', 'Answers to', 'What we will do', 'How we will know', 'Who leads'];
  for (const objective of objectives) {
    const head = plan.addRow(heads);
    for (let column = 1; column <= heads.length; column += 1) {
      paint(plan, 'FFD9E2F3', head.getCell(column).address);
      head.getCell(column).font = { bold: true };
    }
    const from = head.number + 1;
    for (const [at, [link, text, measure, lead]] of objective.rows.entries()) {
      plan.addRow([at === 0 ? objective.title : null, link, text, measure, lead]);
    }
    const to = from + objective.rows.length - 1;
    if (to > from) plan.mergeCells(`A${from}:A${to}`);
    plan.addRow([]);
    plan.addRow([]);
  }
  plan.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
  return await handed('Ashmere work plan 2014-15.xlsx', book);
}

type PlanRow = readonly [link: string | null, text: string, measure: string | null, lead: string | null];

const objectives: readonly { title: string; rows: readonly PlanRow[] }[] = [
  {
    title: 'Reach. To find the families who do not come:\n• by street\n• by language',
    rows: [
      ['CP 1, 2 and 6', 'Map who uses each hub by street', 'Map in use in all hubs by June 2014', 'NB'],
      ['CP 3', 'Door-knock with health visitors in the harbour wards', '400 doors a term', 'NB / GF'],
      [
        'CP 4',
        'Hold a welcome event in each hub',
        '11 events\nHalf of those who came are new\n3 in other languages',
        'GF\nNB\nTNK',
      ],
      [null, 'Translate the welcome leaflet', 'Printed by September 2014 /new date spring 2015', 'TNK'],
    ],
  },
  {
    title: 'Quality. Every setting good or better',
    rows: [
      [
        'CP 7',
        'Visit settings that were asked to improve',
        '100% visited within a fortnight',
        'SW / advisers',
      ],
      ['CP 7', 'Run the leadership course twice a year', '24 leaders a year', 'SW'],
      ['CP 8', 'Moderate two-year reviews with health', 'Termly from September 2014', 'SW GF'],
      [null, 'Publish what good childminding looks like', 'Out by March 2015', 'TnK'],
    ],
  },
  {
    title: 'Voice. Children and parents shape what we do',
    rows: [
      ['CP 9', 'A parents’ forum in every hub', '11 forums, each meeting termly', 'GF'],
      ['CP 9', 'Ask children what they like with picture cards', '200 children asked a year', 'TNK'],
    ],
  },
];

/** Chooses files on the import screen and waits for the sheet as read. */
export async function chooseFiles(page: Page, ...files: HandedFile[]): Promise<void> {
  // On the first screen a register that was moved may be opened too: below.
  await page.locator('input[type="file"]').first().setInputFiles(files);
}

/** The counts of the reconciliation at the foot: "174 cells with content: 174 placed, 0 in the tray, 0 lost". */
export async function reconciliation(page: Page) {
  const words = (await page.locator('.rec .rec-words').innerText()).replaceAll(',', '');
  const [cells, placed, tray, lost] = [...words.matchAll(/\d+/g)].map(Number);
  return { cells, placed, tray, lost };
}
