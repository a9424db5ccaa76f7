import {
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LeaderType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, ReportDocument } from '../document.ts';
import { chartPictures, type Picture } from './chart-png.ts';
import { contentsLines, contentsOf } from './contents.ts';
import { bookmarkOf, docxBlock } from './docx-blocks.ts';
import { coverLogo, headParagraph, wordColour } from './docx-office.ts';
import { packAsAt } from './docx-pack.ts';
import { numbering, reportStyles, twips } from './docx-styles.ts';
import { afterTable, namedTable, shareWidth } from './docx-table.ts';
import { statusRuns, textRuns } from './docx-words.ts';
import { cleanText } from './escape.ts';
import { type Leaf, leavesOf, usualPaper } from './paper.ts';
import { subtitleBeneath, titleLine } from './title-line.ts';

/** Sheets and their margins in twips. */
const sheets = { A4: { width: 11_906, height: 16_838 }, A3: { width: 16_838, height: 23_811 } };
const margin = { top: twips(16), right: twips(15), bottom: twips(18), left: twips(15) };

/**
 * A report as a Word document to be edited: styles of its own under Word's names, an outline, contents, heading rows
 * that repeat, rows that stay whole, upright paper and paper on its side for wide tables. Dated by its snapshot,
 * so that the same report is the same bytes. Charts are pictures with words and their figures beneath.
 */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const pictures = await chartPictures(report.blocks);
  const leaves = leavesOf(report.blocks, report.paper);
  const { look } = report;
  const [first = { wide: false, blocks: [] }, ...rest] = leaves;
  const document = new Document({
    title: cleanText(titleLine(report)),
    subject: cleanText(report.foot),
    creator: cleanText(report.partnership),
    lastModifiedBy: cleanText(report.partnership),
    description: '',
    revision: 1,
    styles: reportStyles({
      first: wordColour(look?.colour),
      second: wordColour(look?.second ?? look?.colour),
    }),
    numbering,
    sections: [
      section(report, first, pictures, front(report, widthOf(report, first)), true),
      ...rest.map((leaf) => section(report, leaf, pictures, [])),
    ],
  });
  return packAsAt(await Packer.toBuffer(document), report.asAt);
}

/** The sheet a leaf lies on, and whether that is on its side. */
function sheetOf({ paper = usualPaper }: Pick<ReportDocument, 'paper'>, { wide }: Pick<Leaf, 'wide'>) {
  return { sheet: sheets[paper.size], onSide: wide || paper.orientation === 'sideways' };
}

function widthOf(report: Pick<ReportDocument, 'paper'>, leaf: Pick<Leaf, 'wide'>): number {
  const { sheet, onSide } = sheetOf(report, leaf);
  return (onSide ? sheet.height : sheet.width) - margin.left - margin.right;
}

function section(
  report: ReportDocument,
  leaf: Leaf,
  pictures: ReadonlyMap<Block, Picture>,
  before: readonly FileChild[],
  isFirst = false,
): ISectionOptions {
  const width = widthOf(report, leaf);
  const { sheet, onSide } = sheetOf(report, leaf);
  return {
    properties: {
      page: {
        // The library turns the measures itself where the paper lies on its side.
        size: {
          ...sheet,
          orientation: onSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, header: twips(8), footer: twips(8) },
      },
      // The cover says itself whose it is.
      titlePage: isFirst && report.look !== undefined,
    },
    ...heads(report, width, isFirst),
    footers: footers(report, width, isFirst),
    children: [
      ...before,
      ...leaf.blocks.flatMap(({ block, position }) => docxBlock(block, position, { width, pictures })),
    ],
  };
}

/** At the head of every page: how confidential it is, and whose. */
function heads(report: ReportDocument, width: number, isFirst: boolean): Pick<ISectionOptions, 'headers'> {
  const onEach = headParagraph(report, { width, isCover: false });
  const onCover = headParagraph(report, { width, isCover: true });
  if (!onEach) return {};
  return {
    headers: {
      default: new Header({ children: [onEach] }),
      ...(isFirst && report.look && { first: new Header({ children: onCover ? [onCover] : [] }) }),
    },
  };
}

const footers = (report: ReportDocument, width: number, isFirst: boolean) => ({
  default: foot(report, width),
  ...(isFirst && report.look && { first: foot(report, width) }),
});

/** On every page: what it is and its number, and beneath it of which snapshot. */
function foot(report: ReportDocument, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...textRuns(titleLine(report)),
          new TextRun({
            children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
      new Paragraph({ style: 'Footer', children: textRuns(report.foot) }),
    ],
  });
}

/** What the report is, of what and when; how its colours are read; what stands in it. */
function front(report: ReportDocument, width: number): FileChild[] {
  return [
    ...coverLogo(report),
    // A register may not know yet whose it is; an empty line would be read out as one.
    ...(report.partnership === ''
      ? []
      : [new Paragraph({ style: 'Partnership', children: textRuns(report.partnership) })]),
    new Paragraph({ style: 'Title', children: textRuns(report.title) }),
    ...(subtitleBeneath(report) === ''
      ? []
      : [new Paragraph({ style: 'Subtitle', children: textRuns(subtitleBeneath(report)) })]),
    ...(report.confidential
      ? [new Paragraph({ style: 'Confidential', children: textRuns(report.confidential) })]
      : []),
    ...report.facts.map(
      ({ label, text }) =>
        new Paragraph({
          style: 'CoverFact',
          children: [
            ...textRuns(label, { style: 'Quiet' }),
            new TextRun({ children: [new Tab()] }),
            ...textRuns(text),
          ],
        }),
    ),
    ...key(report, width),
    ...(report.cover?.contents === false ? [] : contents(report.blocks)),
    ...(report.cover?.ownPage ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ];
}

/** The key as a table: a heading of shapes and words, and under each what it means. */
function key({ key: entries }: ReportDocument, width: number): FileChild[] {
  if (entries.length === 0) return [];
  const perRow = Math.min(7, entries.length);
  const blocks: FileChild[] = [new Paragraph({ style: 'ContentsHead', children: textRuns('Key') })];
  for (let from = 0; from < entries.length; from += perRow) {
    const some = entries.slice(from, from + perRow);
    const widths = shareWidth(
      some.map(() => 1),
      Math.floor((width * some.length) / perRow),
    );
    blocks.push(
      namedTable({
        caption: 'Key to the statuses',
        heads: some.map((entry) => statusRuns(entry, undefined, { bold: true })),
        widths,
        firstColumnHeads: false,
        rows: [
          new TableRow({
            cantSplit: true,
            children: some.map(
              ({ definition }, at) =>
                new TableCell({
                  width: { size: widths[at] ?? 0, type: WidthType.DXA },
                  children: [new Paragraph({ style: 'TableText', children: textRuns(definition) })],
                }),
            ),
          }),
        ],
      }),
      afterTable(),
    );
  }
  return blocks;
}

/**
 * Word's own contents field, written with its lines, each a link: right before anybody updates it. It is told to carry
 * no page numbers, because only Word can count its pages, and a number written here could be wrong.
 */
function contents(blocks: readonly Block[]): FileChild[] {
  const all = contentsOf(blocks).map((line) => ({ ...line, level: line.level - 1 }));
  if (all.length <= 2) return [];
  const levels = all.length > contentsLines ? '1-1' : '1-2';
  const told = levels === '1-1' ? all.filter(({ level }) => level === 1) : all;
  return [
    new Paragraph({ style: 'ContentsHead', children: textRuns('Contents') }),
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: levels,
      pageNumbersEntryLevelsRange: levels,
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries: told.map(({ level, text, position }) => ({
        level,
        title: cleanText(text).replaceAll(/\s+/g, ' '),
        href: bookmarkOf(position),
      })),
    }),
  ];
}
