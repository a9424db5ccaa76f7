import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#core/reports/document.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { datedPdf } from '#core/reports/write/pdf-dates.ts';
import { findBrowser } from '#hosts/hosting/chromium.ts';
import { printPdf } from '#hosts/hosting/print-pdf.ts';

const wide = Array.from({ length: 8 }, (_, at) => ({ label: `Column ${at + 1}`, width: 20 }));
const report: ReportDocument = {
  title: 'Plan of Harbour',
  subtitle: '2010-11',
  partnership: 'Harbour Early Years Partnership',
  asAt: '2010-10-14T09:10:00.000Z',
  facts: [],
  key: [],
  foot: 'From the snapshot of October',
  summary: [],
  blocks: [
    { kind: 'heading', level: 2, text: 'Summary' },
    { kind: 'words', runs: [{ text: 'All is <well>.' }] },
    { kind: 'heading', level: 2, text: 'Actions' },
    {
      kind: 'table',
      caption: 'Actions',
      columns: wide,
      rowHeader: 0,
      rows: [{ kind: 'cells', cells: wide.map(() => ({ pieces: [] })) }],
    },
  ],
};
const packed = () => findBrowser({ packedFirst: true });

describe('a report printed as PDF', () => {
  it('is tagged, in English, with bookmarks and wide tables on their side, and the same when printed again', async () => {
    const [first, second] = [
      await printPdf(writeHtml(report), packed),
      await printPdf(writeHtml(report), packed),
    ].map((pdf) => Buffer.from(datedPdf(pdf, report.asAt)));
    const text = first?.toString('latin1') ?? '';
    expect(text).toMatch(/^%PDF-1\./);
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Type \/MarkInfo\s*\/Marked true|\/Marked true/);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/Outlines');
    for (const tag of ['/H1', '/H2', '/Table', '/TH']) expect(text).toContain(tag);
    const papers = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, w, h]) => Number(w) > Number(h),
    );
    expect(papers).toEqual([false, true]);
    expect(text).toContain("/CreationDate (D:20101014091000+00'00')");
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  }, 120_000);

  it('says what to do instead where no browser is found, or what is found prints nothing', async () => {
    await expect(printPdf('<p>', async () => null)).rejects.toMatchObject({
      code: 'not-possible',
      message: expect.stringContaining('Save as PDF'),
    });
    const noBrowser = { executablePath: process.execPath, args: [], env: {} };
    await expect(printPdf('<p>', async () => noBrowser)).rejects.toMatchObject({ code: 'not-possible' });
    const nothing = { executablePath: '/nowhere/browser', args: [], env: {} };
    await expect(printPdf('<p>', async () => nothing)).rejects.toMatchObject({ code: 'not-possible' });
  }, 60_000);
});
