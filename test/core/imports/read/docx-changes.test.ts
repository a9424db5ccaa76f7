import { describe, expect, it } from 'vitest';
import {
  p,
  paragraphs,
  r,
  readGrid,
  readWord,
  tableCells,
  tbl,
  tc,
  texts,
  tr,
} from '#test/fixtures/word/reading.ts';
import { cell, para, table } from '#test/fixtures/word/word.ts';

const by = 'w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"';
const gone = (words: string): string => `<w:del ${by}><w:r><w:delText>${words}</w:delText></w:r></w:del>`;

describe('tracked changes', () => {
  it('are accepted in the text, and what they took out is kept beside it', () => {
    const [one] = paragraphs(
      readGrid([
        para([
          'By ',
          { text: 'March', deleted: 'A' },
          { text: ' 2010', deleted: 'A', bold: true },
          { text: 'May 2011', inserted: 'B' },
          ' or ',
          { text: 'later', movedTo: 'B' },
          { text: 'sooner', movedFrom: 'B' },
        ]),
      ]),
    );
    expect(one?.cell).toMatchObject({ text: 'By May 2011 or later', removed: ['March 2010', 'sooner'] });
  });

  it('join a paragraph whose end was taken out with the next', () => {
    const xml =
      p(r('Open the '), `<w:rPr><w:del ${by}/></w:rPr>`) +
      p(`${gone('old ')}${r('library')}`, '<w:pStyle w:val="Heading2"/>');
    expect(paragraphs(readGrid(xml))).toMatchObject([
      { heading: 2, cell: { text: 'Open the library', removed: ['old'] } },
    ]);
  });

  it('are said in a remark where nothing is left to say them on', () => {
    const read = readWord(p(gone('All of it')) + p(r('Next')));
    expect(texts(read.grids[0]!)).toEqual(['Next']);
    expect(read.remarks).toEqual(['A tracked change takes out “All of it”.']);
  });

  it('are kept on a cell that they emptied, or whose cell they took out', () => {
    const xml = tbl(
      tr(tc(p(gone('Mar 2010'))) + tc('x') + tc('dropped', `<w:cellDel ${by}/>`)),
      [1000, 1000, 1000],
    );
    const [row] = tableCells(readGrid(xml));
    expect(row).toMatchObject([
      { text: '', removed: ['Mar 2010'] },
      { text: 'x' },
      { text: '', removed: ['dropped'] },
    ]);
  });

  it('do not count list items that are gone', () => {
    const list = '<w:numPr><w:numId w:val="2"/></w:numPr>';
    const xml = `${p(r('a'), list)}<w:del ${by}>${p(r('b'), list)}</w:del>${p(r('c'), list)}`;
    expect(texts(readGrid(xml))).toEqual(['1. a', '2. c']);
  });
});

describe('fields', () => {
  it('show their results and never their instructions', () => {
    const grid = readGrid([para(['As at ', { text: '3 May 2025', field: 'DATE \\@ "d MMM yyyy"' }, '.'])]);
    expect(texts(grid)).toEqual(['As at 3 May 2025.']);
    const simple = p(`<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>`);
    expect(texts(readGrid(simple))).toEqual(['7']);
  });

  it('nest, and reach over paragraphs', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (words: string): string => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
    const nested = `${mark('begin')}${code('IF ')}${mark('begin')}${code('X')}${mark('separate')}${r('inner')}${mark('end')}${mark('separate')}${r('shown')}${mark('end')}`;
    expect(texts(readGrid(p(nested)))).toEqual(['shown']);
    const contents =
      p(`${mark('begin')}${code('TOC')}${mark('separate')}${r('Aims\t3')}`) +
      p(r('Plan\t5')) +
      p(mark('end')) +
      p(r('Text'));
    expect(texts(readGrid(contents))).toEqual(['Aims\t3', 'Plan\t5', 'Text']);
  });

  it('do not swallow the document when their end is missing', () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>';
    expect(texts(readGrid(p(open) + p(r('All the rest'))))).toEqual(['All the rest']);
  });

  it('of old forms show what was ticked and chosen', () => {
    const form = (data: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const xml = p(
      form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        form('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
        form(
          '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList>',
        ),
    );
    expect(texts(readGrid(xml))).toEqual(['☒☐Amber']);
  });
});

describe('content controls', () => {
  const control = (inner: string, properties = ''): string =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

  it('give what they hold, boxes and choices as they show', () => {
    const xml =
      control(p(r('Block'))) +
      p(
        `${control(r('☒'), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')}${r(' done, ')}${control(r('Amber'), '<w:dropDownList><w:listItem w:value="2" w:displayText="Amber"/></w:dropDownList>')}`,
      );
    expect(texts(readGrid(xml))).toEqual(['Block', '☒ done, Amber']);
  });

  it('say nothing while they show their prompt', () => {
    const prompt = '<w:showingPlcHdr/>';
    const xml =
      p(`${r('Lead: ')}${control(r('Click to enter a name'), prompt)}`) +
      control(p(r('Click here')), prompt) +
      tbl(tr(tc('Date') + control(tc('Choose a date'), prompt) + tc('x')), [1000, 1000, 1000]);
    const grid = readGrid(xml);
    expect(texts(grid)).toEqual(['Lead: ']);
    expect(tableCells(grid)[0]?.map((one) => one?.text)).toEqual(['Date', undefined, 'x']);
  });
});

describe('one of two branches', () => {
  it('is the first that this reader understands, else the old one', () => {
    const both = (asks: string): string =>
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="${asks}"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    expect(texts(readGrid(both('wps')))).toEqual(['new']);
    const unknown = both('zz').replace('<mc:Choice', '<mc:Choice xmlns:zz="urn:nobody"');
    expect(texts(readGrid(unknown))).toEqual(['old']);
  });

  it('holds for blocks and rows as well', () => {
    const both = (a: string, b: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="w14">${a}</mc:Choice><mc:Fallback>${b}</mc:Fallback></mc:AlternateContent>`;
    const xml =
      both(p(r('new')), p(r('old'))) + tbl(both(tr(tc('a') + tc('b')), tr(tc('c') + tc('d'))), [1000, 1000]);
    const grid = readGrid(xml);
    expect(texts(grid)).toEqual(['new']);
    expect(tableCells(grid).map((row) => row.map((one) => one?.text))).toEqual([['a', 'b']]);
  });
});

describe('a document in Strict form', () => {
  it('reads the same', () => {
    const blocks = [
      para('Aims', { style: 'Heading1' }),
      table(
        [
          ['Action', 'Status'],
          ['Open', cell('', { fill: 'accent2' })],
        ],
        { headerRows: 1 },
      ),
    ];
    const plain = readGrid(blocks);
    const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const strict = (xml: string): string =>
      xml
        .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', main)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/drawingml/2006/main',
          'http://purl.oclc.org/ooxml/drawingml/main',
        );
    const read = readGrid(blocks, { rewrite: strict });
    expect(read).toEqual(plain);
    expect(tableCells(read)[1]?.[1]?.fill).toBe('#ed7d31');
  });

  it('may name its prefixes as it likes', () => {
    const other = (xml: string): string =>
      xml
        .replaceAll('<w:', '<q:')
        .replaceAll('</w:', '</q:')
        .replaceAll(' w:', ' q:')
        .replaceAll('xmlns:w=', 'xmlns:q=');
    expect(texts(readGrid([para('Aims', { style: 'Heading1' })], { rewrite: other }))).toEqual(['Aims']);
  });
});
