import { describe, expect, it } from 'vitest';
import { rangePlace } from '#shared/contract/places.ts';
import { p, paragraphs, r, readGrid, readWord, tableCells, texts } from '#test/fixtures/word/reading.ts';
import { bullets, cell, para, table, textBox } from '#test/fixtures/word/word.ts';

describe('footnotes and endnotes', () => {
  it('leave a raised mark in the text and stand at the end, each with its mark', () => {
    const grid = readGrid([
      para([
        'Take-up ',
        { text: 'rose', footnote: 'Spring census.' },
        ' and ',
        { text: 'fell', endnote: 'See annex.' },
      ]),
      table([['Rate', cell([{ text: '47.4', footnote: 'Provisional.' }])]]),
    ]);
    expect(paragraphs(grid)[0]?.cell).toMatchObject({
      text: 'Take-up rose¹ and fellⁱ',
      footnotes: ['¹', 'ⁱ'],
    });
    expect(tableCells(grid)[0]?.[1]).toMatchObject({ text: '47.4²', footnotes: ['²'] });
    expect(texts(grid, 'footnote')).toEqual(['¹ Spring census.', 'ⁱ See annex.', '² Provisional.']);
  });

  it('keep a sign that the author chose, and count on without it', () => {
    const grid = readGrid([
      para([{ text: 'Rate', footnote: 'Starred.', footnoteSign: '*' }]),
      para([{ text: 'Other', footnote: 'Counted.' }]),
    ]);
    expect(paragraphs(grid).map(({ cell }) => [cell.text, cell.footnotes])).toEqual([
      ['Rate*', ['*']],
      ['Other¹', ['¹']],
    ]);
    expect(texts(grid, 'footnote')).toEqual(['* Starred.', '¹ Counted.']);
  });

  it('are counted as the settings say', () => {
    const settings =
      '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:settings>';
    const grid = readGrid([para([{ text: 'Rate', footnote: 'Note.' }])], {
      parts: { 'word/settings.xml': settings },
      relations: [['rIdSet', 'settings', 'settings.xml']],
    });
    expect(texts(grid)).toEqual(['Rateᶜ']);
    expect(texts(grid, 'footnote')).toEqual(['ᶜ Note.']);
  });
});

describe('comments', () => {
  it('become the note of what they stand on, with their author', () => {
    const grid = readGrid([
      para([{ text: 'Open', comment: { author: 'Jo Lee', text: 'Is this right?' } }]),
      table([[cell([{ text: 'AB', comment: { author: 'Sam', text: 'Who?' } }]), 'x']]),
    ]);
    expect(paragraphs(grid)[0]?.cell.note).toBe('Jo Lee: Is this right?');
    expect(tableCells(grid)[0]?.[0]?.note).toBe('Sam: Who?');
  });

  it('begin between paragraphs too, and are kept where no text holds them', () => {
    const part =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="A"><w:p><w:r><w:t>First</w:t></w:r></w:p></w:comment><w:comment w:id="8"><w:p><w:r><w:t>Nowhere</w:t></w:r></w:p></w:comment></w:comments>';
    const grid = readGrid(`<w:commentRangeStart w:id="7"/>${p('')}${p(r('Open'))}`, {
      parts: { 'word/comments.xml': part },
      relations: [['rIdC', 'comments', 'comments.xml']],
    });
    expect(paragraphs(grid)[0]?.cell.note).toBe('A: First');
    expect(texts(grid, 'comment')).toEqual(['Nowhere']);
  });
});

describe('page headers and footers', () => {
  it('stand after the body, each text once', () => {
    const grid = readGrid([para('Text')], {
      header: [table([['Our plan', 'Draft 3']]), para('Draft 3')],
      footer: 'Page 2 of 9',
    });
    expect(texts(grid, 'header')).toEqual(['Our plan', 'Draft 3']);
    expect(texts(grid, 'footer')).toEqual(['Page 2 of 9']);
    expect(grid.document?.at(-1)).toMatchObject({ part: 'footer', number: 1 });
  });
});

describe('text boxes', () => {
  it('stand after the body, once, with their lists and tables', () => {
    const grid = readGrid([
      para('Text'),
      textBox(para('Beside'), ...bullets(['a'])),
      table([[cell([textBox(para('In a cell')), para('x')]), 'y']]),
    ]);
    expect(texts(grid)).toEqual(['Text']);
    expect(texts(grid, 'text-box')).toEqual(['Beside', '• a', 'In a cell']);
    expect(tableCells(grid)[0]?.[0]?.text).toBe('x');
    expect(rangePlace(grid, { top: 3, left: 0, bottom: 4, right: 0 })).toBe('text box paragraphs 1 to 2');
  });
});

describe('pictures and the like', () => {
  it('are named in remarks, with the words that describe them', () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Map of the wards"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="map.png"/></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="2" name="Chart 1"/><a:graphic><a:graphicData uri="c"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const water = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>';
    const diagram =
      '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Diagram 1"/><a:graphic><a:graphicData uri="d"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdD"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const data =
      '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><a:p><a:r><a:t>Board</a:t></a:r></a:p></dgm:pt><dgm:pt><a:p><a:r><a:t>Sub-</a:t></a:r><a:r><a:t>group</a:t></a:r></a:p></dgm:pt></dgm:dataModel>';
    const { remarks } = readWord(p(picture + chart + object + water + diagram), {
      parts: { 'word/diagrams/data1.xml': data },
      relations: [['rIdD', 'diagramData', 'diagrams/data1.xml']],
    });
    expect(remarks).toEqual([
      '1 picture and 1 chart left out.',
      'A picture is described in words: “Map of the wards”.',
      'A diagram was left out. It says: Board; Sub-group',
      'An embedded object was left out (Excel.Sheet.12).',
      'Behind the text stands “DRAFT”.',
    ]);
  });
});

describe('the package', () => {
  it('may keep its text under any name', () => {
    expect(texts(readGrid([para('Text')], { main: 'word/document2.xml' }))).toEqual(['Text']);
    expect(texts(readGrid([para('Text')], { main: 'content/body.xml' }))).toEqual(['Text']);
  });

  it('is said to hold macros where it does', () => {
    const { remarks } = readWord([para('Text')], { parts: { 'word/vbaProject.bin': 'x' } });
    expect(remarks).toEqual(['The document contains macros. They were left out; nothing of them was run.']);
  });
});
