import { describe, expect, it } from 'vitest';
import { p, paragraphs, r, readGrid, tableTexts, texts } from '#test/fixtures/word/reading.ts';
import {
  bullets,
  heading,
  type ListLevel,
  listed,
  numbered,
  outlineLevels,
  para,
  table,
} from '#test/fixtures/word/word.ts';

const item = (words: string, level: number): { words: string; level: number } => ({ words, level });
const listItem = (text: string, numId: number, level = 0): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

describe('the items of a list', () => {
  it('begin with a bullet, whatever its shape and font', () => {
    const grid = readGrid(bullets(['Open', item('Visit', 1), item('Ask', 2)]));
    expect(texts(grid)).toEqual(['• Open', '• Visit', '• Ask']);
    expect(paragraphs(grid).map((one) => one.list)).toEqual([
      { level: 0, ordered: false, mark: '•' },
      { level: 1, ordered: false, mark: '•' },
      { level: 2, ordered: false, mark: '•' },
    ]);
  });

  it('keep bullets that say something, and dashes', () => {
    const levels = (text: string, font?: string): ListLevel[] => [
      { format: 'bullet', text, ...(font === undefined ? {} : { font }) },
    ];
    const grid = readGrid([
      ...numbered(['Done'], levels('\uf0fc', 'Wingdings')),
      ...numbered(['Dash'], levels('–')),
      ...numbered(['None'], levels(' ')),
    ]);
    expect(texts(grid)).toEqual(['✓ Done', '– Dash', 'None']);
  });

  it('are counted by level, and begin anew beneath each item above', () => {
    const grid = readGrid(
      numbered(
        ['A', item('B', 1), item('C', 2), item('D', 2), item('E', 1), 'F', item('G', 1), item('H', 2)],
        outlineLevels,
      ),
    );
    expect(texts(grid)).toEqual(['1. A', '1.1 B', '1.1.1 C', '1.1.2 D', '1.2 E', '2. F', '2.1 G', '2.1.1 H']);
  });

  it('carry letters, romans, ordinals and words', () => {
    const marks = (format: string, text: string, start: number): string => {
      const grid = readGrid(numbered(['x', 'y'], [{ format, text, start }]));
      return paragraphs(grid)
        .map((one) => one.list?.mark)
        .join(' ');
    };
    expect(marks('lowerLetter', '%1)', 26)).toBe('z) aa)');
    expect(marks('upperLetter', '%1.', 1)).toBe('A. B.');
    expect(marks('lowerRoman', '(%1)', 3)).toBe('(iii) (iv)');
    expect(marks('upperRoman', '%1', 49)).toBe('XLIX L');
    expect(marks('ordinal', '%1', 21)).toBe('21st 22nd');
    expect(marks('ordinal', '%1', 11)).toBe('11th 12th');
    expect(marks('ordinalText', '%1', 12)).toBe('Twelfth Thirteenth');
    expect(marks('cardinalText', 'Part %1', 20)).toBe('Part Twenty Part Twenty-one');
    expect(marks('decimalZero', '%1', 9)).toBe('09 10');
    expect(marks('decimal', 'Action %1:', 3)).toBe('Action 3: Action 4:');
    expect(marks('ganada', '%1', 3)).toBe('3 4');
  });

  it('show figures throughout where the level is a legal one', () => {
    const levels: ListLevel[] = [
      { format: 'upperRoman', text: '%1.' },
      { format: 'decimal', text: '%1.%2', legal: true },
    ];
    expect(texts(readGrid(numbered(['A', item('B', 1)], levels)))).toEqual(['I. A', '1.1 B']);
  });

  it('go on after other paragraphs, and count apart from other lists', () => {
    const one = { levels: [{ format: 'decimal', text: '%1.' }] };
    const grid = readGrid([
      ...listed(one, ['A']),
      ...numbered(['Other']),
      para('Between'),
      ...listed(one, ['B']),
    ]);
    expect(texts(grid)).toEqual(['1. A', '1. Other', 'Between', '2. B']);
  });

  it('start where a list of the same definition says so', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num><w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>' +
      '<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="93"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>';
    const xml =
      listItem('a', 90) + listItem('b', 91) + listItem('c', 92) + listItem('d', 92) + listItem('e', 93);
    expect(texts(readGrid(xml, { numbering }))).toEqual(['1. a', '2. b', '5. c', '6. d', 'g) e']);
  });

  it('begin anew only beneath the level that the file names', () => {
    const level = (n: number, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="90">${level(0, '%1')}${level(1, '(%2)', '<w:lvlRestart w:val="0"/>')}</w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>`;
    const xml = listItem('a', 90) + listItem('b', 90, 1) + listItem('c', 90) + listItem('d', 90, 1);
    expect(texts(readGrid(xml, { numbering }))).toEqual(['1 a', '(1) b', '2 c', '(2) d']);
  });

  it('take the definition of a numbering style, and the level that a paragraph style stands for', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="90"><w:styleLink w:val="Steps"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Step2"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="91"><w:numStyleLink w:val="Steps"/></w:abstractNum>' +
      '<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num><w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>';
    const styles =
      '<w:style w:type="paragraph" w:styleId="Step2"><w:name w:val="Step 2"/><w:pPr><w:numPr><w:numId w:val="90"/></w:numPr></w:pPr></w:style>';
    const xml = listItem('a', 91) + p(r('b'), '<w:pStyle w:val="Step2"/>') + listItem('c', 91);
    expect(texts(readGrid(xml, { numbering, styles }))).toEqual(['1. a', '1.1 b', '2. c']);
  });

  it('take their list from their style, unless they say that they have none', () => {
    const grid = readGrid([
      para('a', { style: 'ListBullet' }),
      para('b', { style: 'ListNumber' }),
      para('c', { style: 'ListNumber', properties: '<w:numPr><w:numId w:val="0"/></w:numPr>' }),
      para('d', { style: 'ListNumber' }),
    ]);
    expect(texts(grid)).toEqual(['• a', '1. b', 'c', '2. d']);
  });

  it('are headings and items at once where headings are numbered', () => {
    const list = { levels: outlineLevels };
    const grid = readGrid([
      ...listed(list, [{ words: 'Aims', level: 0, look: { style: 'Heading1' } }]),
      ...listed(list, [{ words: 'Families', level: 1, look: { style: 'Heading2' } }]),
    ]);
    expect(paragraphs(grid)).toMatchObject([
      { heading: 1, list: { ordered: true, mark: '1.' }, cell: { text: '1. Aims' } },
      { heading: 2, list: { ordered: true, mark: '1.1' }, cell: { text: '1.1 Families' } },
    ]);
    expect(texts(readGrid([heading('Plain')]))).toEqual(['Plain']);
  });

  it('count in cells too, where a number may be all that a cell shows', () => {
    const list = { levels: [{ format: 'decimal', text: '%1.' }] };
    const grid = readGrid([
      table([
        [{ kind: 'cell', content: listed(list, ['']), look: {} }, 'Open'],
        [{ kind: 'cell', content: listed(list, ['']), look: {} }, 'Close'],
        ['', { kind: 'cell', content: [para('Then:'), ...bullets(['a', '', 'b'])], look: {} }],
      ]),
    ]);
    expect(tableTexts(grid)).toEqual([
      ['1.', 'Open'],
      ['2.', 'Close'],
      [null, 'Then:\n• a\n\n• b'],
    ]);
  });
});
