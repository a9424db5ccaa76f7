import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { AppError } from '#shared/contract/errors.ts';
import { entryOf, rawZip } from '#test/fixtures/raw-zip.ts';
import { refusal } from '#test/fixtures/refusal.ts';
import { p, r } from '#test/fixtures/word/reading.ts';
import {
  bullets,
  cell,
  heading,
  markup,
  numbered,
  outlineLevels,
  para,
  table,
  textBox,
  wordFile,
  wordParts,
} from '#test/fixtures/word/word.ts';

const parts = wordParts(
  [
    heading('Aims', 1),
    para([
      'Take-up ',
      { text: 'rose', footnote: 'Spring.', comment: { author: 'A', text: 'Sure?' } },
      { text: 'x', link: 'https://example.org' },
    ]),
    ...bullets(['One', { words: 'Two', level: 1 }]),
    ...numbered(['One', { words: 'Two', level: 1 }], outlineLevels),
    table(
      [
        ['Action', 'Lead', 'Date'],
        [
          cell('Open', { rows: 2, fill: 'accent2/66' }),
          cell([{ text: 'AB', deleted: 'C' }]),
          { kind: 'cell', content: [table([['a', 'b']])], look: { span: 1 } },
        ],
        ['CD', cell([{ text: '3', field: 'PAGE' }], { span: 1 })],
      ],
      { headerRows: 1, style: 'PlanTable' },
    ),
    textBox(para('Beside')),
  ],
  { header: 'Draft', footer: 'Page 1' },
);
const names = Object.keys(parts);

const mutation = fc.record({
  part: fc.constantFrom(...names, 'word/document.xml', 'word/document.xml', 'word/document.xml'),
  at: fc.nat({ max: 9_000 }),
  length: fc.nat({ max: 30 }),
  put: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '<',
      '</',
      '/>',
      '"',
      '&#0;',
      '&x;',
      '-1',
      '1e999',
      '99999999999',
      'NaN',
      '__proto__',
      '<!--',
      ']]>',
      '<w:tbl/>',
      '<w:tc>',
      '</w:p>',
      '\u0000',
      '<w:p/>',
    ),
  ),
});

/** Values that parse and mean nonsense: the markup stays well formed, so that the reader itself is put to the test. */
const nonsense = fc.record({
  part: fc.constantFrom(...names.filter((name) => name.startsWith('word/') && !name.includes('_rels'))),
  which: fc.nat({ max: 3_000 }),
  put: fc.constantFrom(
    '-1',
    '0',
    '999999999',
    '1e999',
    'NaN',
    '',
    '__proto__',
    'constructor',
    'restart',
    'continue',
    'Heading1',
    '%1%2%9',
    'true',
    'bullet',
    'lowerRoman',
    '5000%',
  ),
});

function read(file: Uint8Array): void {
  try {
    for (const grid of readFile(file, 'plan.docx').grids) {
      expect(grid.rowCount * grid.columnCount).toBeLessThanOrEqual(100_000);
      expect(grid.document).toHaveLength(grid.rowCount);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    // A refusal with a cause of the program's own making would be a mistake in the reader.
    expect((error as AppError).cause).toBeUndefined();
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const zipped = (spoilt: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  rawZip(Object.entries(spoilt).map(([name, content]) => entryOf(name, content)));

describe('a document whose XML was tampered with', () => {
  it('is read or refused in words, and leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const spoilt = { ...parts };
        for (const { part, at, length, put } of mutations) {
          const xml = String(spoilt[part]);
          const from = at % xml.length;
          spoilt[part] = xml.slice(0, from) + put + xml.slice(from + length);
        }
        read(zipped(spoilt));
      }),
      { numRuns: 150 },
    );
  });

  it('is read or refused where its values mean nothing', () => {
    fc.assert(
      fc.property(fc.array(nonsense, { minLength: 1, maxLength: 6 }), (changes) => {
        const spoilt = { ...parts };
        for (const { part, which, put } of changes) {
          const values = [...String(spoilt[part]).matchAll(/ w:\w+="([^"]*)"/g)];
          const found = values[which % Math.max(1, values.length)];
          if (found === undefined) continue;
          const end = found.index + found[0].length - 1;
          const xml = String(spoilt[part]);
          spoilt[part] = xml.slice(0, end - (found[1] ?? '').length) + put + xml.slice(end);
        }
        read(zipped(spoilt));
      }),
      { numRuns: 150 },
    );
  });

  it('is read or refused where bytes of the file itself changed', () => {
    const good = zipped(parts);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.option(fc.nat({ max: good.length - 1 }), { nil: null, freq: 4 }),
        (flips, cut) => {
          const spoilt = Buffer.from(good);
          for (const [at, byte] of flips) spoilt[at] = byte;
          try {
            readFile(cut === null ? spoilt : spoilt.subarray(0, cut), 'plan.docx');
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a hostile document', () => {
  const withText = (xml: string): Buffer => zipped({ ...parts, 'word/document.xml': xml });
  const open = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';

  it('with a document type is refused, in whatever part it stands and however late', () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaa">]>';
    expect(refusal(() => readFile(withText(bomb + open), 'plan.docx')).code).toBe('file-hostile');
    expect(
      refusal(() => readFile(withText(`<?x ${'y'.repeat(9_000)}?>${bomb}${open}`), 'plan.docx')).code,
    ).toBe('file-hostile');
  });

  it('that nests thousands of tables, or of anything, is refused', () => {
    const nest = (tag: string, times: number): string =>
      `${open}${`<w:${tag}>`.repeat(times)}${`</w:${tag}>`.repeat(times)}</w:body></w:document>`;
    const error = refusal(() => readFile(withText(nest('sdt', 5_000)), 'plan.docx'));
    expect(error.code).toBe('file-hostile');
    expect(error.message).toContain('nests more than 256 elements');
    expect(error.message).toContain('Word does not write such files');
    expect(refusal(() => readFile(withText(nest('ins', 50_000)), 'plan.docx')).code).toBe('file-hostile');
  });

  it('with an endless row, cell or list of spans is bounded', () => {
    const wide = `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'.repeat(400)}</w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
    const grid = readFile(withText(`${open}${wide}</w:body></w:document>`), 'plan.docx').grids[0]!;
    expect(grid.columnCount).toBeLessThanOrEqual(402);
    const cells = '<w:tc><w:p/></w:tc>'.repeat(600);
    const columns = `${open}<w:tbl><w:tr>${cells}</w:tr></w:tbl></w:body></w:document>`;
    expect(refusal(() => readFile(withText(columns), 'plan.docx')).message).toContain('500 columns');
    const rows = refusal(() =>
      readFile(withText(`${open}${'<w:p/>'.repeat(200)}</w:body></w:document>`), 'plan.docx', {
        limits: { rows: 100 },
      }),
    );
    expect(rows.code).toBe('file-too-large');
    const long = refusal(() =>
      readFile(withText(`${open}${p(r('x'.repeat(300_000)))}</w:body></w:document>`), 'plan.docx'),
    );
    expect(long.code).toBe('file-too-large');
    expect(long.message).toContain('300,000 letters');
    expect(long.message).toContain('Delete the pages');
  });

  it('with one paragraph of countless pieces is refused', () => {
    const pieces = `${open}<w:p>${'<w:r/>'.repeat(310_000)}</w:p></w:body></w:document>`;
    expect(refusal(() => readFile(withText(pieces), 'plan.docx')).code).toBe('file-too-large');
  });

  it('that points outside is never followed', () => {
    const file = wordFile([para('Text'), markup('<w:altChunk r:id="rIdOut"/>')], {
      relations: [
        ['rIdOut', 'aFChunk', 'file:///etc/passwd', true],
        ['rIdT', 'footnotes', 'http://192.0.2.1/x.xml', true],
      ],
    });
    const { grids, remarks } = readFile(file, 'plan.docx');
    expect(grids[0]?.rowCount).toBe(1);
    expect(remarks).toEqual([
      'A part of the document was put in from another file and cannot be read; it was left out.',
    ]);
  });

  it('that is cut off, has no text or is not XML is called damaged, and Word is named', () => {
    const whole = `${open}${p(r('a'))}</w:body></w:document>`;
    const cut = refusal(() => readFile(withText(whole.slice(0, -20)), 'plan.docx'));
    expect(cut).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('its end is missing'),
    });
    const wrong = refusal(() => readFile(withText(whole.replace('</w:r>', '')), 'plan.docx'));
    expect(wrong.message).toContain('save it again as a Word Document');
    const { 'word/document.xml': _, ...none } = parts;
    expect(refusal(() => readFile(zipped(none), 'plan.docx')).code).toBe('file-damaged');
  });
});
