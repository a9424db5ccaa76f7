import { describe, expect, it } from 'vitest';
import { withBookmarks } from '#core/reports/write/pdf-bookmarks.ts';
import { bookmarksOf } from '#test/looks/pdf-structure.ts';
import { PdfFile } from '#test/looks/pdf-values.ts';

const hex = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** A PDF with these bookmarks and nothing else, written as Chromium writes: each object and its address in a table. */
function pdfWith(titles: readonly string[]): Uint8Array {
  const last = titles.length + 2;
  const objects = [
    '<</Type /Catalog\n/Outlines 2 0 R>>',
    `<</Type /Outlines\n/First 3 0 R\n/Last ${last} 0 R>>`,
    ...titles.map((title, at) => {
      const next = at + 1 < titles.length ? `\n/Next ${at + 4} 0 R` : '';
      return `<</Title ${title}\n/Dest [1 0 R /XYZ 0 0 0]\n/Parent 2 0 R${next}>>`;
    }),
  ];
  let text = '%PDF-1.4\n';
  const rows = objects.map((object, at) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const table = text.length;
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text + xref + trailer, 'latin1');
}

const titles = (pdf: Uint8Array) => bookmarksOf(new PdfFile(pdf)).map(({ title }) => title);

describe('bookmarks of a printed report', () => {
  const page =
    '<h1>Plan &amp; (draft)</h1><h2 id="h1">Agreed by health visitors and children’s centres</h2><h3>Risks</h3><h3>Others</h3>';

  it('get the words of their headings back where Chromium ran them together or told them twice', () => {
    const printed = pdfWith([
      '(Plan & \\(draft\\))',
      hex('Agreed by health visitors andchildren’s centres'),
      '(RisksRisks)',
      '(Others)',
    ]);
    expect(titles(withBookmarks(printed, page))).toEqual([
      'Plan & (draft)',
      'Agreed by health visitors and children’s centres',
      'Risks',
      'Others',
    ]);
  });

  it('stay as they are where they say something else, and so does a file of another make', () => {
    const printed = pdfWith(['(Another title)', '(Something)', '(Risky)', '(Others)']);
    expect(titles(withBookmarks(printed, page))).toEqual(['Another title', 'Something', 'Risky', 'Others']);
    const other = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Title (RisksRisks)\n/Dest [0]>>\nendobj\n%%EOF',
      'latin1',
    );
    expect(Buffer.from(withBookmarks(other, '<h1>Risks</h1>'))).toEqual(other);
  });
});
