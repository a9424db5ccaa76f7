import { describe, expect, it } from 'vitest';
import { p, paragraphs, r, readGrid, readWord, texts } from '#test/fixtures/word/reading.ts';
import { heading, para, table } from '#test/fixtures/word/word.ts';

describe('the words of a paragraph', () => {
  it('are whole though the file cuts them into runs, proof marks and bookmarks', () => {
    const xml = p(
      `${r('Open the lib')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>${r('rar', '<w:lang w:val="en-GB"/>')}<w:lastRenderedPageBreak/><w:bookmarkEnd w:id="1"/>${r('y')}`,
    );
    expect(texts(readGrid(xml))).toEqual(['Open the library']);
  });

  it('keep white space as Word shows it: at the ends only where the file says so', () => {
    const xml = p(
      '<w:r><w:t> one </w:t></w:r><w:r><w:t xml:space="preserve"> two </w:t></w:r><w:r><w:t>three</w:t></w:r>',
    );
    expect(texts(readGrid(xml))).toEqual(['one two three']);
  });

  it('know tabs, line breaks, hyphens of every kind and entities', () => {
    const xml = p(
      '<w:r><w:t>R&amp;D &#163;5 &lt;b&gt;</w:t><w:tab/><w:t>2022</w:t><w:noBreakHyphen/><w:t>23</w:t><w:br/><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t><w:cr/><w:t>so\u00adcial\u200b</w:t></w:r>',
    );
    expect(texts(readGrid(xml))).toEqual(['R&D £5 <b>\t2022-23\ncooperate\nsocial']);
  });

  it('keep the letters that capitals are shown for', () => {
    expect(texts(readGrid([para([{ text: 'Lead officer', caps: true }])]))).toEqual(['Lead officer']);
  });

  it('show symbols by what their font draws', () => {
    const xml = p(
      `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r(' ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r('5 ')}${r('ü', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}`,
    );
    expect(texts(readGrid(xml))).toEqual(['✓ ≥5 ✓']);
  });

  it('keep a bullet that somebody typed, and a glyph of a font that is not said', () => {
    expect(texts(readGrid([para('·\tFirst'), para('\uf0b7 Second'), para('o Third')]))).toEqual([
      '·\tFirst',
      '\uf0b7 Second',
      'o Third',
    ]);
  });

  it('raise figures that stand raised, and no ordinals', () => {
    const xml = p(
      `${r('47.4%')}${r('2', '<w:vertAlign w:val="superscript"/>')}${r(' on the 1')}${r('st', '<w:vertAlign w:val="superscript"/>')}`,
    );
    expect(texts(readGrid(xml))).toEqual(['47.4%² on the 1st']);
  });

  it('leave out hidden text, with a remark', () => {
    const read = readWord([para(['Seen', { text: ' and not', hidden: true }])]);
    expect(texts(read.grids[0]!)).toEqual(['Seen']);
    expect(read.remarks).toEqual(['Hidden text was left out: “and not”.']);
  });

  it('keep the words of equations', () => {
    const xml = p(
      `${r('Rate = ')}<m:oMath><m:f><m:num><m:r><m:t>seen</m:t></m:r></m:num><m:den><m:r><m:t>all+new</m:t></m:r></m:den></m:f></m:oMath>`,
    );
    expect(texts(readGrid(xml))).toEqual(['Rate = seen/(all+new)']);
  });

  it('are left out where they are blank, and numbered without them', () => {
    const read = paragraphs(readGrid([para('One'), para(''), para(' '), para('Two')]));
    expect(read.map(({ number, cell }) => `${number} ${cell.text}`)).toEqual(['1 One', '2 Two']);
  });

  it('stand merged over the whole width of the widest table', () => {
    const grid = readGrid([para('Above'), table([['a', 'b', 'c']]), para('Below')]);
    expect(grid.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 2 });
    expect(grid.merges).toContainEqual({ top: 3, left: 0, bottom: 3, right: 2 });
    expect(grid.document?.[2]).toBeUndefined();
  });
});

describe('the look of a paragraph', () => {
  it('is bold when all its words are, by whichever style or setting', () => {
    const grid = readGrid([
      para('All', { bold: true }),
      para(['Half ', { text: 'bold', bold: true }]),
      heading('By style'),
      para([{ text: 'Not', bold: false }], { style: 'Heading1' }),
      para([{ text: '', xml: '' }, 'Plain']),
    ]);
    expect(paragraphs(grid).map((one) => one.cell.bold ?? false)).toEqual([true, false, true, true, false]);
    const undone = readGrid(
      p(r('By both', '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Heading1"/>') +
        p(r('Off', '<w:b w:val="0"/>'), '<w:pStyle w:val="Heading1"/>'),
    );
    expect(paragraphs(undone).map((one) => one.cell.bold ?? false)).toEqual([false, false]);
  });

  it('is struck through as a whole, or names the struck words', () => {
    const [whole, part] = paragraphs(
      readGrid([
        para([{ text: 'Gone', strike: true }, ' ', { text: 'too', doubleStrike: true }]),
        para([
          { text: 'May', strike: true },
          ' June ',
          { text: 'Ju', strike: true },
          { text: 'ly', strike: true, bold: true },
        ]),
      ]),
    ).map((one) => one.cell);
    expect(whole).toMatchObject({ text: 'Gone too', strike: true });
    expect(part).toMatchObject({ text: 'May June July', struck: ['May', 'July'] });
  });

  it('is filled by its own shading, or by a marker pen over all its words', () => {
    const grid = readGrid([
      para('Shaded', { shade: 'FFC000' }),
      para([{ text: 'Marked', highlight: 'green' }, ' ', { text: 'all', highlight: 'green' }]),
      para([{ text: 'Marked', highlight: 'green' }, ' in part']),
      para([{ text: 'White', shade: 'FFFFFF' }]),
      para([
        { text: 'Two', highlight: 'green' },
        { text: 'pens', highlight: 'red' },
      ]),
    ]);
    expect(paragraphs(grid).map((one) => one.cell.fill)).toEqual([
      '#ffc000',
      '#00ff00',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has the link of its first linked words, and none to places that Word made itself', () => {
    const grid = readGrid([
      para(['See ', { text: 'the plan', link: 'https://example.org/plan?a=1&b=2' }]),
      para([{ text: 'Chapter 2', link: '#chapter2' }]),
      para([{ text: 'Contents 3', link: '#_Toc12' }]),
      para([{ text: 'Word', field: 'HYPERLINK "https://example.org/w" \\l "top"' }]),
    ]);
    expect(paragraphs(grid).map((one) => one.cell.link)).toEqual([
      'https://example.org/plan?a=1&b=2',
      '#chapter2',
      undefined,
      'https://example.org/w#top',
    ]);
  });
});

describe('a heading', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="Heading2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="berschrift3"><w:name w:val="heading 3,H3"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Titre4"/>' +
    '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="Not one"/><w:basedOn w:val="Heading2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="Ring 2"/><w:basedOn w:val="Ring"/></w:style>';
  const level = (style: string, outline?: number): number | null | undefined =>
    paragraphs(readGrid([para('x', { style, ...(outline === undefined ? {} : { outline }) })], { styles }))[0]
      ?.heading;

  it('has the level of its style, of what that is based on, or of its name in whatever tongue', () => {
    expect(['Heading1', 'Heading6', 'Own', 'berschrift3', 'Titre4'].map((style) => level(style))).toEqual([
      1, 6, 2, 3, 4,
    ]);
  });

  it('is none where the level is that of running text, in a title, or by bold letters alone', () => {
    expect(['Off', 'Title', 'Subtitle', 'Normal', 'Ring', 'NoSuch'].map((style) => level(style))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(paragraphs(readGrid([para('Bold', { bold: true })]))[0]?.heading).toBeNull();
  });

  it('may be set on the paragraph itself', () => {
    expect(level('Normal', 3)).toBe(3);
    expect(level('Heading1', 10)).toBeNull();
  });

  it('names its style as Word shows it', () => {
    const named = ['Heading1', 'Title', 'ListBullet', 'TOC1', 'Own', 'Normal'].map(
      (style) => paragraphs(readGrid([para('x', { style })], { styles }))[0]?.style,
    );
    expect(named).toEqual(['Heading 1', 'Title', 'List Bullet', 'TOC 1', 'Our heading', null]);
  });
});

describe('a new page', () => {
  const opened = (xml: string): string[] =>
    paragraphs(readGrid(xml))
      .filter((one) => one.newPage === true)
      .map((one) => one.cell.text);

  it('begins at the paragraph after a break, not at the blank one that carries it', () => {
    const broken = '<w:r><w:br w:type="page"/></w:r>';
    expect(opened(p(r('a')) + p(broken) + p('') + p(r('b')) + p(r('c')))).toEqual(['b']);
    expect(opened(p(broken + r('d')))).toEqual(['d']);
    expect(opened(p(r('e') + broken) + p(r('f')))).toEqual(['f']);
    expect(opened(p(r('g')) + p(r('h'), '<w:pageBreakBefore/>'))).toEqual(['h']);
  });

  it('begins with a section, unless that goes on on the page', () => {
    const end = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
    const xml = p(r('a'), end('nextPage')) + p(r('b'), end('continuous')) + p(r('c'));
    expect(opened(xml)).toEqual(['c']);
  });
});
