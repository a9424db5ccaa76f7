import {
  AlignmentType,
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, Piece } from '../document.ts';
import type { Picture } from './chart-png.ts';
import { chartTable } from './chart-table.ts';
import { ownParagraphs } from './docx-office.ts';
import { besideLabel } from './docx-styles.ts';
import { chartTables, reportTable } from './docx-table.ts';
import { listParagraphs, pieceRuns, runsOf, statusRuns, textRuns } from './docx-words.ts';
import { cleanText } from './escape.ts';

/** What a block needs to know of the paper it stands on. */
export type Paper = {
  /** The width of the text, in twips. */
  readonly width: number;
  readonly pictures: ReadonlyMap<Block, Picture>;
};

/** The bookmark of a heading, which its line in the contents leads to. */
export const bookmarkOf = (position: number) => `report_${position}`;

/** The library counts bookmarks through the life of the program; numbered by place, the same report is the same file. */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;
  constructor(position: number, children: TextRun[]) {
    super({ id: bookmarkOf(position), children });
    this.start = new BookmarkStart(bookmarkOf(position), position);
    this.end = new BookmarkEnd(position);
  }
}

/** One block as Word's paragraphs and tables. `position` is its place in the report. */
export function docxBlock(block: Block, position: number, paper: Paper): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return heading(block, position, paper);
    case 'own':
      return ownParagraphs(block.pieces);
    case 'words':
      return [new Paragraph({ children: runsOf(block.runs) })];
    case 'list':
      return listParagraphs(block.items, 'ListBullet');
    case 'facts':
      return [facts(block)];
    case 'labelled':
      return labelled(block.label, block.pieces);
    case 'table':
      return reportTable(block, paper.width);
    case 'chart':
      return chart(block, position, paper);
    case 'multiples':
      return multiples(block, position, paper);
    case 'reporting':
      return [drawn(block, position, paper, block.says)];
  }
}

function heading(
  block: Extract<Block, { kind: 'heading' }>,
  position: number,
  { width }: Paper,
): Paragraph[] {
  const { mark, aside, newPage = false } = block;
  const above = mark
    ? [
        new Paragraph({
          style: 'ExceptionMark',
          pageBreakBefore: newPage,
          tabStops: [{ type: TabStopType.RIGHT, position: width }],
          children: [
            ...statusRuns(mark, undefined, { bold: true }),
            ...(aside
              ? [new TextRun({ children: [new Tab()] }), ...textRuns(aside, { style: 'Quiet' })]
              : []),
          ],
        }),
      ]
    : [];
  return [
    ...above,
    new Paragraph({
      heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      pageBreakBefore: newPage && !mark,
      ...(mark ? { spacing: { before: 40 } } : {}),
      children: [new NumberedBookmark(position, textRuns(block.text))],
    }),
  ];
}

/** Short facts one after the other, each under its label; a no-break space holds the two together. */
function facts(block: Extract<Block, { kind: 'facts' }>): Paragraph {
  return new Paragraph({
    style: 'Facts',
    keepNext: true,
    children: block.facts.flatMap(({ label, piece }, at) => [
      ...(at > 0 ? [new TextRun({ text: '   |   ', style: 'Quiet' })] : []),
      ...textRuns(`${label}:\u00a0`, { style: 'Quiet' }),
      ...pieceRuns(piece),
    ]),
  });
}

/** As many letters of a label as the left margin is sure to hold. */
const labelLetters = 20;

/** A label in the left margin and what it names beside it, in paragraphs that read in order without a table. */
export function labelled(label: string, pieces: readonly Piece[]): Paragraph[] {
  const [first, ...rest] = pieces;
  const head = [...textRuns(label, { bold: true }), new TextRun({ children: [new Tab()] })];
  const besides = (piece: Piece) =>
    piece.kind === 'list'
      ? listParagraphs(piece.items, 'LabelledMore', besideLabel)
      : [new Paragraph({ style: 'LabelledMore', children: pieceRuns(piece) })];
  // A label that is wider than its margin stands above its words, or they would begin wherever it ends.
  if (first?.kind === 'list' || label.length > labelLetters) {
    return [new Paragraph({ style: 'Labelled', keepNext: true, children: head }), ...pieces.flatMap(besides)];
  }
  return [
    new Paragraph({ style: 'Labelled', children: [...head, ...(first ? pieceRuns(first) : [])] }),
    ...rest.flatMap(besides),
  ];
}

/** The drawing as a picture with its words, between its caption and the table of its figures. */
function chart(block: Extract<Block, { kind: 'chart' }>, position: number, paper: Paper): FileChild[] {
  const told = `Chart of ${block.title}. ${block.series.summary} The figures are in the table below.`;
  return [
    new Paragraph({ style: 'Caption', children: textRuns(block.series.summary) }),
    drawn(block, position, paper, told),
    ...chartTables(chartTable(block), paper.width),
  ];
}

function multiples(
  block: Extract<Block, { kind: 'multiples' }>,
  position: number,
  paper: Paper,
): FileChild[] {
  const told = `${block.title}. ${block.items.map(({ series }) => series.summary).join(' ')}`;
  return [
    new Paragraph({ style: 'Caption', children: textRuns(block.title) }),
    drawn(block, position, paper, told),
  ];
}

function drawn(
  block: Extract<Block, { kind: 'chart' | 'multiples' | 'reporting' }>,
  position: number,
  paper: Paper,
  told: string,
): Paragraph {
  const picture = paper.pictures.get(block);
  if (!picture) throw new Error(`the chart “${block.title}” has no picture`);
  // Twips to CSS pixels: 1,440 and 96 to the inch.
  const width = Math.min(paper.width / 15, picture.width);
  return new Paragraph({
    keepNext: block.kind === 'chart',
    alignment: AlignmentType.LEFT,
    children: [
      new ImageRun({
        type: 'png',
        data: picture.png,
        transformation: { width, height: (picture.height * width) / picture.width },
        altText: {
          id: String(position + 1),
          name: `Chart ${position + 1}`,
          title: cleanText(block.title),
          description: cleanText(told),
        },
      }),
    ],
  });
}
