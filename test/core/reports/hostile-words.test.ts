import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeAgenda } from '#core/reports/compose/agenda-report.ts';
import { composeChanges } from '#core/reports/compose/changes-report.ts';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { composeExceptions } from '#core/reports/compose/exception-report.ts';
import { composeKpiBook } from '#core/reports/compose/kpi-book.ts';
import { composeLeadList } from '#core/reports/compose/lead-list.ts';
import { composeMinutes } from '#core/reports/compose/minutes-report.ts';
import { composeReportCards } from '#core/reports/compose/outcome-report-card.ts';
import { composePlan } from '#core/reports/compose/plan-report.ts';
import { composeQuarterlyReview } from '#core/reports/compose/quarterly-review.ts';
import type { ReportDocument } from '#core/reports/document.ts';
import { csvTables, writeCsv } from '#core/reports/write/csv.ts';
import { writeDocx } from '#core/reports/write/docx.ts';
import { writeEml } from '#core/reports/write/eml.ts';
import { cleanText } from '#core/reports/write/escape.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { writeXlsx } from '#core/reports/write/xlsx.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import { registers } from '#test/db/register-arbitrary.ts';
import { hostile, withHostileWords } from '../../fixtures/hostile-words.ts';
import { readStrictly } from '../../fixtures/strict-markup.ts';

const infested = fc
  .tuple(registers, fc.nat(1_000))
  .filter(([register]) => register.plans.length > 0)
  .map(([{ snapshots: _, imports: __, tray: ___, ...content }, from]) => {
    let at = from;
    return withHostileWords(content, () => {
      at += 7;
      return hostile[at % hostile.length] ?? '';
    });
  });

const front = {
  snapshotName: '<b>June</b> =1+1',
  takenAt: '2010-06-30T09:00:00.000Z',
  hash: 'ab'.repeat(32),
};

/** The register as it stood before: every action in other words, and the first of them not there yet. */
const asBefore = (content: RegisterContent): RegisterContent => ({
  ...content,
  actions: content.actions.slice(1).map((action) => ({ ...action, text: `${action.text} <i>then</i>` })),
});

function reportsOf(content: RegisterContent): ReportDocument[] {
  const index = indexContent(content);
  const before = { name: '=June<script>', index };
  return [
    ...content.plans.map((plan) => composePlan(index, front, plan, before)),
    composeExceptions(index, front, null, before),
    composeQuarterlyReview(index, front, null, before),
    composeKpiBook(index, front, null, null),
    composeReportCards(index, front, { plan: null, section: null }, before),
    composeChanges(index, front, null, { name: '=June<script>', index: indexContent(asBefore(content)) }),
    ...content.people.slice(0, 2).map(({ id }) => composeLeadList(index, front, id)),
    ...content.meetings.flatMap((meeting) => [
      composeMinutes(index, front, meeting, null),
      composeAgenda(index, front, meeting, null),
    ]),
  ];
}

/** Words as they stand on paper: without white space, which each format breaks in its own way. */
const squashed = (text: string) => cleanText(text).replace(/\s+/g, '');

/** Words of the plan that its report must hold. */
function wordsOf(content: RegisterContent, at: number): string[] {
  const plan = content.plans[at];
  return plan ? [squashed(plan.title), ...actionWordsOf(content, at)] : [];
}

/** Words of its actions, which stand in its tables. */
function actionWordsOf(content: RegisterContent, at: number): string[] {
  const plan = content.plans[at];
  if (!plan) return [];
  const actions = content.actions.filter(({ planId }) => planId === plan.id);
  const ids = new Set(actions.map(({ id }) => id));
  return [
    ...actions.flatMap(({ ref, text, bullets, comment }) => [ref ?? '', text, ...bullets, comment ?? '']),
    ...content.measures.filter(({ actionId }) => ids.has(actionId)).map(({ text }) => text),
  ].map(squashed);
}

const elements = new Set(
  'del ins polyline rect html head meta title style body a header section nav main footer div p h1 h2 h3 dl dt dd ul li strong span br figure figcaption table caption colgroup col thead tbody tr th td svg desc path text circle g'.split(
    ' ',
  ),
);
const empty = ['meta', 'br', 'col'];

/** The text of a page in which nothing is live: no other element, no handler, no address but its own headings. */
function stillText(html: string): string {
  const { elements: all, text } = readStrictly(html, empty);
  for (const { name, attributes } of all) {
    expect(elements).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|^src|^xlink|^action$/);
      if (key === 'href') expect(value).toMatch(/^#[\w-]+$/);
      if (key === 'style') expect(value).not.toMatch(/url|expression|@/i);
    }
  }
  return text;
}

const withoutDeclaration = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\s*/, '');

describe('hostile words in every field of a register', () => {
  it('stand as words in the HTML report, and nothing in it is live', () => {
    fc.assert(
      fc.property(infested, (content) => {
        reportsOf(content).forEach((report, at) => {
          const html = writeHtml(report);
          const text = squashed(stillText(html));
          for (const words of wordsOf(content, at)) expect(text).toContain(words);
          const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
          // Words of the register stand in strings of the printed page's foot, and nowhere else in the rules.
          const rules = css.replace(/"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"/g, '');
          expect(rules).not.toMatch(/url\(|@import|evil|</);
        });
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('stand as text in the workbook, where none is a formula or a link', async () => {
    await fc.assert(
      fc.asyncProperty(infested, async (content) => {
        for (const [at, report] of reportsOf(content).entries()) {
          const book = new ExcelJS.Workbook();
          await book.xlsx.load((await writeXlsx(report)) as unknown as ArrayBuffer);
          let texts = '';
          book.eachSheet((sheet) =>
            sheet.eachRow((row) =>
              row.eachCell((cell) => {
                expect([
                  ExcelJS.ValueType.String,
                  ExcelJS.ValueType.Merge,
                  ExcelJS.ValueType.Number,
                ]).toContain(cell.type);
                texts += `${cell.text}\n`;
              }),
            ),
          );
          const text = squashed(texts);
          for (const words of wordsOf(content, at)) expect(text).toContain(words);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('stand as words in the Word document, which names no address but its own headings', async () => {
    await fc.assert(
      fc.asyncProperty(infested, async (content) => {
        for (const [at, report] of reportsOf(content).entries()) {
          const parts = unzipSync(await writeDocx(report));
          const texts = Object.entries(parts).map(([name, bytes]) => {
            if (name.endsWith('.png')) return '';
            const { elements: all, text } = readStrictly(
              withoutDeclaration(Buffer.from(bytes).toString('utf8')),
            );
            for (const { name: element, attributes } of all) {
              expect(attributes.TargetMode).not.toBe('External');
              expect(element).not.toMatch(/^(?:w:object|o:OLEObject|w:altChunk|w:fldSimple)$/);
            }
            return text;
          });
          const fields = Buffer.from(parts['word/document.xml'] ?? [])
            .toString('utf8')
            .matchAll(/<w:instrText[^>]*>([^<]*)</g);
          for (const [, field = ''] of fields) expect(field).toMatch(/^TOC /);
          const text = squashed(texts.join(''));
          for (const words of wordsOf(content, at)) expect(text).toContain(words);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('stand as fields in CSV, none of which a spreadsheet works out', () => {
    fc.assert(
      fc.property(infested, (content) => {
        reportsOf(content).forEach((report, at) => {
          const fields = csvTables(report).flatMap(
            ({ table }) =>
              Papa.parse<string[]>(
                Buffer.from(writeCsv(table))
                  .toString('utf8')
                  .replace(/^\ufeff/, ''),
                {
                  delimiter: ',',
                },
              ).data,
          );
          for (const field of fields.flat()) {
            if (!/^[+-]?[\d,.]+%?$/.test(field)) expect(field).not.toMatch(/^[\s'"]*?(?<!^')[=+\-@]/);
          }
          const text = squashed(fields.flat().join('\n'));
          for (const words of actionWordsOf(content, at)) expect(text).toContain(words);
        });
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('stand as words in the e-mail draft, and begin no header of their own', async () => {
    await fc.assert(
      fc.asyncProperty(infested, fc.constantFrom(...hostile), async (content, words) => {
        const [report] = reportsOf(content);
        if (!report) return;
        const bytes = await writeEml({
          to: ['board@harbour.example'],
          bcc: ['leads@harbour.example'],
          subject: words,
          words: `${words}\n\n${words}`,
          report,
          files: [
            { name: `${words}.html`, mime: 'text/html', base64: Buffer.from(words).toString('base64') },
          ],
          at: '2010-06-30T09:00:00.000Z',
          messageId: '01900000-0000-7000-8000-000000000001',
        });
        const mail = await PostalMime.parse(Buffer.from(bytes));
        expect(mail.to?.map((one) => one.address)).toEqual(['board@harbour.example']);
        expect(mail.bcc?.map((one) => one.address)).toEqual(['leads@harbour.example']);
        expect(mail.cc ?? []).toEqual([]);
        expect(squashed(mail.subject ?? '')).toBe(squashed(words));
        expect(squashed(stillText(mail.html ?? ''))).toContain(squashed(report.title));
        const covering = squashed(words);
        expect(squashed(stillText(mail.html ?? ''))).toContain(covering);
        expect(squashed(mail.text ?? '')).toContain(covering);
        expect(mail.attachments).toHaveLength(1);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
