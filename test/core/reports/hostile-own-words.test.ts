import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { arrange } from '#core/reports/arrange.ts';
import { type Block, cell, inParts, part, type ReportDocument, words } from '#core/reports/document.ts';
import { writeDocx } from '#core/reports/write/docx.ts';
import { writeEml } from '#core/reports/write/eml.ts';
import { cleanText } from '#core/reports/write/escape.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { writeXlsx } from '#core/reports/write/xlsx.ts';
import { hostile } from '../../fixtures/hostile-words.ts';
import { readStrictly } from '../../fixtures/strict-markup.ts';

const recordId = '01900000-0000-7000-8000-00000000000a';
const blocks: Block[] = [
  { kind: 'heading', level: 2, text: 'Actions' },
  {
    kind: 'table',
    caption: 'Actions',
    sheet: 'Actions',
    rowHeader: 0,
    columns: [{ label: 'Action', width: 40 }],
    rows: [{ kind: 'cells', recordId, cells: [cell(words('Publish the leaflet'))] }],
  },
];
const report: ReportDocument = {
  title: 'Exception report',
  subtitle: '',
  partnership: 'Harbour Partnership',
  asAt: '2010-06-30T09:00:00.000Z',
  facts: [],
  key: [],
  foot: 'From the snapshot',
  summary: [],
  ...inParts([part('actions', 'Actions', blocks)]),
};
/** The smallest PNG there is: one dot. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A report dressed in nothing but hostile words, as the office or a register brought in could have them. */
const dressed = fc.constantFrom(...hostile).chain((one) =>
  fc.constantFrom(...hostile).map((other) => ({
    one,
    other,
    document: arrange(report, {
      words: [
        { place: 'foreword', recordId: null, text: `${one}\n- ${other}`, internal: false },
        { place: 'at', recordId, text: one, internal: false },
        { place: 'after:actions', recordId: null, text: other, internal: false },
        { place: 'mail', recordId: null, text: `${one}\n- ${other}`, internal: false },
      ],
      layout: {
        parts: [{ id: one, shown: true }],
        withoutColumns: [other],
        states: null,
        paper: { size: 'A3', orientation: 'sideways' },
        cover: { ownPage: true, contents: true, logo: true },
      },
      sees: { notes: true, names: true, confidential: true },
      hide: (text) => text,
      // No register that this program writes has such colours; one that was altered by hand could.
      look: {
        logo: { png: dot, width: 1, height: 1, alt: one },
        colour: other,
        second: one,
        confidentiality: other,
      },
    }),
  })),
);

const squashed = (text: string) =>
  cleanText(text)
    .replace(/[\s\u2028\u2029]+/g, '')
    .replaceAll('•', '');
const empty = ['meta', 'br', 'col', 'img'];

describe('hostile words in what the office adds to a report', () => {
  it('stand as words on the page, and nothing in it is live', () => {
    fc.assert(
      fc.property(dressed, ({ one, other, document }) => {
        const html = writeHtml(document);
        const { elements, text } = readStrictly(html, empty);
        for (const { name, attributes } of elements) {
          expect(name).not.toMatch(/^(?:script|iframe|object|embed|link|base|form)$/);
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).not.toMatch(/^on|^action$/);
            if (key === 'src') expect([name, value]).toEqual(['img', `data:image/png;base64,${dot}`]);
            if (key === 'href') expect(value).toMatch(/^#[\w-]+$/);
          }
        }
        for (const told of [one, other]) expect(squashed(text)).toContain(squashed(told));
        const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
        const rules = css.replace(/"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"/g, '');
        expect(rules).not.toMatch(/url\(|@import|evil|<|--office2?:/);
      }),
      { numRuns: 60 },
    );
  });

  it('stand as text in Word and Excel, and as words in the e-mail', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(dressed, async ({ one, other, document }) => {
        const parts = unzipSync(await writeDocx(document));
        const texts = Object.entries(parts).map(([name, bytes]) => {
          if (name.endsWith('.png')) return '';
          const xml = Buffer.from(bytes)
            .toString('utf8')
            .replace(/^<\?xml[^>]*\?>\s*/, '');
          const { elements, text } = readStrictly(xml);
          for (const { attributes } of elements) expect(attributes.TargetMode).not.toBe('External');
          return text;
        });
        const book = new ExcelJS.Workbook();
        await book.xlsx.load((await writeXlsx(document)) as unknown as ArrayBuffer);
        let cells = '';
        book.eachSheet((sheet) =>
          sheet.eachRow((row) =>
            row.eachCell((held) => {
              expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Merge]).toContain(held.type);
              cells += `${held.text}\n`;
            }),
          ),
        );
        const mail = await PostalMime.parse(
          Buffer.from(
            await writeEml({
              to: ['board@harbour.example'],
              bcc: [],
              subject: 'Papers',
              report: document,
              files: [],
              at: report.asAt,
              messageId: recordId,
            }),
          ),
        );
        expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []]);
        for (const told of [one, other].map(squashed)) {
          expect(squashed(texts.join(''))).toContain(told);
          expect(squashed(cells)).toContain(told);
          expect(squashed(mail.text ?? '')).toContain(told);
          expect(squashed(readStrictly(mail.html ?? '', empty).text)).toContain(told);
        }
      }),
      { numRuns: 12 },
    );
  });
});
