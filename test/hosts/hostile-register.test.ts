import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanText } from '#core/reports/write/escape.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { convertInLibreOffice, everySheetAsCsv } from '#test/looks/convert.ts';
import { docxFaults } from '#test/looks/docx-looks.ts';
import { writeHostileRegister } from '#test/looks/hostile-register.ts';
import { htmlFaults } from '#test/looks/html-looks.ts';
import { exported } from '#test/looks/make-reports.ts';
import { csvFaults, emlFaults } from '#test/looks/plain-looks.ts';
import { hasLibreOffice } from '../fixtures/rounds/libre-office.ts';
import { run } from './command-line.ts';

/**
 * A register in which every field that a person can write in holds script, markup, formulas or control characters, and
 * what leaves the office of it, by the commands a person would type. All kinds of reports are in test/looks/run.ts.
 */

let folder: string;
let register: string;
let content: RegisterJson;
let planId: string;
const reports = () => join(folder, 'reports');
const inReports = (end: string) =>
  readdirSync(reports())
    .filter((name) => name.endsWith(end))
    .map((name) => join(reports(), name));

async function done(...argv: string[]): Promise<void> {
  const said = JSON.parse((await run(...argv, '--register', register, '--json')).out) as { error?: unknown };
  expect(said.error).toBeUndefined();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-register-'));
  register = join(folder, 'hostile.register');
  writeHostileRegister(register, folder);
  content = await exported(register, join(folder, 'register.json'));
  // The plan of a dozen actions: what holds for it holds for a longer one.
  const sizes = content.plans.map(({ id }) => content.actions.filter((one) => one.planId === id).length);
  planId = content.plans[sizes.indexOf(Math.min(...sizes))]?.id ?? '';
  const formats = 'html,docx,xlsx,csv,eml';
  await done('report', 'plan', '--plan', planId, '--format', formats, '--out', reports());
  await done('report', 'minutes', '--format', 'html,docx,xlsx,eml', '--out', reports());
  await done('round', 'open', '--name', '=1+1 <b>&', '--plan', planId, '--out', join(folder, 'round'));
  await done('calendar', '--out', join(folder, 'calendar'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noFileName =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

const squashed = (text: string) => cleanText(text).replaceAll(/\s+/g, '');

/** What was written of the plan's actions: hostile words, each with a word of its own behind it. */
const written = () =>
  content.actions.filter((one) => one.planId === planId).flatMap(({ text, ref }) => [text, ref ?? '']);

describe('what leaves the office of a register of hostile words', () => {
  it('is still: no script, no formula, no outer address, in the names of files neither', async () => {
    const faults: string[] = [];
    for (const path of inReports('.html')) faults.push(...htmlFaults(readFileSync(path, 'utf8')));
    for (const path of inReports('.docx')) faults.push(...docxFaults(readFileSync(path)));
    for (const path of inReports('.zip')) faults.push(...csvFaults(readFileSync(path)));
    for (const path of inReports('.eml'))
      faults.push(...(await emlFaults(readFileSync(path), path.includes('Minutes') ? 3 : 4)));
    expect([...new Set(faults)]).toEqual([]);
    const names = [reports(), join(folder, 'round'), join(folder, 'calendar')].flatMap((one) =>
      readdirSync(one),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      expect(name).not.toMatch(noFileName);
      expect(name).not.toMatch(/^[\s.]|[\s.]$/);
      expect(name).toMatch(/\.(?:html|docx|xlsx|zip|csv|eml|ics)$/);
    }
  });

  it('has forms of a round whose workbooks hold no formula and no link, and drafts with one reader each', async () => {
    const forms = readdirSync(join(folder, 'round'));
    const told: string[] = [];
    for (const name of forms) {
      const bytes = readFileSync(join(folder, 'round', name));
      if (name.endsWith('.eml')) {
        const mail = await PostalMime.parse(bytes);
        expect(mail.cc ?? []).toEqual([]);
        expect(mail.bcc ?? []).toEqual([]);
        expect(mail.attachments).toHaveLength(1);
        expect(htmlFaults(mail.html ?? '')).toEqual([]);
        continue;
      }
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes as unknown as ArrayBuffer);
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            expect([
              ExcelJS.ValueType.Formula,
              ExcelJS.ValueType.Hyperlink,
              ExcelJS.ValueType.Error,
            ]).not.toContain(cell.type);
            told.push(cell.text);
          }),
        ),
      );
      const parts = Object.entries(unzipSync(bytes));
      for (const [part, xml] of parts) {
        expect(part).not.toMatch(/vba|externalLink|oleObject|connections/i);
        if (part.endsWith('.rels')) expect(Buffer.from(xml).toString('utf8')).not.toContain('External');
      }
    }
    const text = squashed(told.join('\n'));
    // A round asks of what is going on: what is done is left out.
    const asked = content.actions.filter(
      ({ planId: of, leads, status }) =>
        of === planId && status?.state === 'on-track' && leads.some(({ personId }) => personId !== null),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => !text.includes(squashed(one.text))).map((one) => one.text)).toEqual([]);
  });

  it('has a calendar whose events say their words and nothing else', () => {
    const [name = ''] = readdirSync(join(folder, 'calendar'));
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, 'calendar', name), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent');
    // Besides the meetings stand the days by which their papers are wanted.
    expect(events.length).toBeGreaterThanOrEqual(content.meetings.length);
    const known = ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'duration', 'summary', 'location'];
    const more = ['description', 'status', 'created', 'last-modified', 'class', 'transp', 'categories'];
    for (const event of events) {
      expect(event.getAllSubcomponents().map(({ name: kind }) => kind)).toEqual([]);
      for (const property of event.getAllProperties()) {
        if (!property.name.startsWith('x-')) expect([...known, ...more]).toContain(property.name);
      }
    }
  });

  it.skipIf(!hasLibreOffice)(
    'comes to life in LibreOffice in no form, and loses no words there',
    () => {
      const made = join(folder, 'opened');
      mkdirSync(made);
      const books = inReports('.xlsx').map((path, at) => copied(path, join(made, `report ${at}.xlsx`)));
      const forms = readdirSync(join(folder, 'round'))
        .filter((name) => name.endsWith('.xlsx'))
        .slice(0, 2)
        .map((name, at) => copied(join(folder, 'round', name), join(made, `form ${at}.xlsx`)));
      const sheets = [...convertInLibreOffice([...books, ...forms], everySheetAsCsv).values()].join('\n');
      const shown = squashed(sheets.replaceAll('""', '"'));
      // What a spreadsheet works out shows its result, or an error, in the place of its words.
      expect(sheets).not.toMatch(/(?:^|,)"?(?:#NAME\?|#REF!|#VALUE!|Err:\d+)/m);
      expect(written().filter((words) => !shown.includes(squashed(words)))).toEqual([]);

      const documents = inReports('.docx').map((path, at) => copied(path, join(made, `report ${at}.docx`)));
      const text = squashed(
        [...convertInLibreOffice(documents, 'txt:Text (encoded):UTF8').values()].join('\n'),
      );
      expect(written().filter((words) => !text.includes(squashed(words)))).toEqual([]);

      const tables = inReports('.zip').flatMap((path) => Object.values(unzipSync(readFileSync(path))));
      const csvs = tables.map((bytes, at) => {
        writeFileSync(join(made, `table ${at}.csv`), bytes);
        return join(made, `table ${at}.csv`);
      });
      for (const book of convertInLibreOffice(csvs, 'xlsx').values()) {
        for (const [part, xml] of Object.entries(unzipSync(book))) {
          if (part.startsWith('xl/worksheets/sheet'))
            expect(Buffer.from(xml).toString('utf8')).not.toMatch(/<f[ >]/);
        }
      }
    },
    600_000,
  );
});

function copied(from: string, to: string): string {
  copyFileSync(from, to);
  return to;
}
