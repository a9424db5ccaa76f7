import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

/** Twentieths of a point: what Word measures in. */
export const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export const ink = '15181D';
export const ink2 = '454C57';
export const hair = 'E1E4E8';
export const chrome = 'F5F6F7';

/** Where the words beside a label in the left margin begin (design: the printed report's margin column). */
export const besideLabel = twips(34);

export const tableStyle = 'ReportTable';
export const bullets = 'report-bullets';

const above = (size: number, color: string, space = 4) => ({
  top: { style: 'single', size, color, space } as const,
});

/**
 * The styles of a report in Word, under the names Word knows: whoever edits the document changes a style and the
 * whole follows. Headings carry outline levels, or they would be plain paragraphs to a screen reader and in a PDF.
 */
export const reportStyles = ({ first = ink, second = ink } = {}): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: 'Segoe UI',
        size: 20,
        color: ink,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 48, bold: true, color: first },
      paragraph: {
        spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: {
      run: { size: 30, bold: true, color: second },
      paragraph: { outlineLevel: 0, keepNext: true, keepLines: true, spacing: { before: 320, after: 100 } },
    },
    heading2: {
      run: { size: 23, bold: true, color: ink },
      paragraph: { outlineLevel: 1, keepNext: true, keepLines: true, spacing: { before: 220, after: 60 } },
    },
    hyperlink: { run: { color: ink } },
    caption: {
      run: { size: 18, color: ink2 },
      paragraph: { keepNext: true, spacing: { before: 60, after: 60 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Partnership',
      name: 'Partnership',
      basedOn: 'Normal',
      next: 'Title',
      run: { bold: true },
      paragraph: { border: above(32, first, 10), spacing: { after: 0 }, keepNext: true },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 26, color: ink2 },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: 'CoverFact',
      name: 'Cover fact',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 20 }, indent: { left: twips(22), hanging: twips(22) } },
    },
    {
      id: 'Confidential',
      name: 'Confidentiality',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    {
      id: 'ContentsHead',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 240, after: 40 } },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { spacing: { after: 30 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 20 }, indent: { left: twips(5) } },
    },
    {
      id: 'ExceptionMark',
      name: 'Exception mark',
      basedOn: 'Normal',
      next: 'Heading1',
      run: { size: 22 },
      paragraph: { border: above(16, ink, 8), keepNext: true, spacing: { before: 360, after: 0 } },
    },
    {
      id: 'Facts',
      name: 'Facts',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { keepLines: true, spacing: { after: 100 } },
    },
    {
      id: 'Labelled',
      name: 'Labelled words',
      basedOn: 'Normal',
      paragraph: {
        // Word makes one frame of neighbours that are bordered alike: the line between them has a name of its own.
        border: { ...above(4, hair, 5), between: above(4, hair, 5).top },
        indent: { left: besideLabel, hanging: besideLabel },
        spacing: { before: 60, after: 60 },
      },
    },
    {
      id: 'LabelledMore',
      name: 'Labelled words, continued',
      basedOn: 'Normal',
      paragraph: { indent: { left: besideLabel }, spacing: { after: 60 } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 245, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableHead',
      name: 'Table heading',
      basedOn: 'TableText',
      run: { color: ink2 },
      paragraph: { keepNext: true },
    },
    {
      id: 'TableGroup',
      name: 'Table section',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 40, after: 40 } },
    },
    {
      id: 'OfficeWords',
      name: 'Words of the office',
      basedOn: 'Normal',
      paragraph: {
        border: { left: { style: 'single', size: 18, color: second, space: 9 } },
        indent: { left: 170 },
        spacing: { before: 60, after: 100 },
      },
    },
    { id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 17, color: ink2 },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: 17, bold: true },
      paragraph: { spacing: { after: 0 } },
    },
  ],
  characterStyles: [
    { id: 'Quiet', name: 'Quiet words', run: { color: '5D6571' } },
    { id: 'OfficeWord', name: 'Words of the office, in a table', run: { color: second } },
    { id: 'OfficeName', name: 'Name of the office', run: { bold: false, color: first } },
    // The library gives its contents lines this style by name, and defines none.
    { id: 'IndexLink', name: 'Index Link', run: { color: ink } },
  ],
});

/**
 * Hairlines between rows, an ink line under the heading: one style for every table, changed in one place. The library
 * writes styles of tables only instead of all others, so this one is put behind them when the document is packed.
 */
export const tableStyleXml = `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${hair}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${hair}"/></w:tblBorders><w:tblCellMar><w:top w:w="55" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="55" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${ink}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>`;

export const numbering = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 284, hanging: 284 } } },
        },
      ],
    },
  ],
};
