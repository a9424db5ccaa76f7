import { type CellStyle, type WriteSheet, writeXlsx as writeWorkbook, type Cell as XlsxCell } from 'hucre';
import { ownLines } from '#shared/domain/own-words.ts';
import type { Block, ReportDocument } from '../document.ts';
import { chartPictures, drawingPng, type Picture } from './chart-png.ts';
import { cleanText, escapeText } from './escape.ts';
import { logoSize } from './logo-size.ts';
import { statusWords } from './signs.ts';
import { subtitleBeneath, titleLine } from './title-line.ts';
import {
  cellText,
  clip,
  defaultFont,
  heightOf,
  lineCount,
  ownStyle,
  statusStyle,
  styles,
  tableCell,
  textCell,
  titleStyle,
} from './xlsx-cells.ts';

type Table = Extract<Block, { kind: 'table' }>;

/**
 * A report as a workbook: the first sheet tells what it is (title in A1, key, words), every table has a sheet
 * with a frozen heading that repeats on each printed page, widths, wrapped text, filters and landscape A4.
 */
export async function writeXlsx(report: ReportDocument): Promise<Uint8Array> {
  const names = new Set<string>();
  const cover = coverSheet(
    report,
    uniqueName(names, 'Report'),
    await chartPictures(report.blocks),
    await coverLogo(report),
  );
  const tables = report.blocks
    .filter((block): block is Table => block.kind === 'table' && block.sheet !== undefined)
    .map((table) => tableSheet(report, table, uniqueName(names, table.sheet ?? 'Table')));
  return writeWorkbook({
    sheets: [cover, ...tables.map((table) => table.sheet)],
    namedRanges: tables.map(({ sheet, headerRow }) => ({
      // Written by hand: the library's own printTitlesRow leaves the sheet name unquoted.
      name: '_xlnm.Print_Titles',
      scope: sheet.name,
      range: `'${sheet.name.replaceAll("'", "''")}'!$${headerRow + 1}:$${headerRow + 1}`,
    })),
    properties: {
      title: clip(titleLine(report)),
      creator: clip(report.partnership),
      subject: clip(report.foot),
      // The library would write the present second, and the same report twice would be two files.
      created: new Date(report.asAt),
      modified: new Date(report.asAt),
    },
    defaultFont,
  });
}

/** Sheet names have at most 31 characters, none of []:*?/\ and are told apart by number. */
function uniqueName(taken: Set<string>, wanted: string): string {
  const base =
    wanted
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 28) || 'Table';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

const page = ({ paper }: Pick<ReportDocument, 'paper'>, orientation: 'portrait' | 'landscape') => ({
  paperSize: paper?.size === 'A3' ? ('a3' as const) : ('a4' as const),
  orientation: paper?.orientation === 'sideways' ? ('landscape' as const) : orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
});

/** "&" begins a code in a printed footer, so it is doubled; each line is kept short of Excel's 255 characters. */
function footer(report: ReportDocument) {
  const line = (text: string) =>
    cleanText(clip(text).replaceAll('\n', ' ').slice(0, 90)).replaceAll('&', '&&');
  const head = [
    report.confidential ? `&C&8&B${line(report.confidential)}` : '',
    report.look ? `&R&8${line(report.partnership)}` : '',
  ].join('');
  return {
    ...(head === '' ? {} : { oddHeader: head }),
    oddFooter: `&L&8${line(titleLine(report))}\n${line(report.foot)}&R&8Page &P of &N`,
  };
}

function tableSheet(report: ReportDocument, table: Table, name: string) {
  // What looks as its column does stands in the rows; a cell of its own is written, and looked up, at three times the cost.
  const cells = new Map<string, Partial<XlsxCell>>();
  const rows: NonNullable<WriteSheet['rows']> = [[], [], [], []];
  const rowDefs = new Map<number, { height: number }>();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const last = table.columns.length - 1;
  cells.set('0,0', textCell(table.caption, styles.title));
  cells.set('1,0', textCell(`${titleLine(report)}. ${report.foot}`, styles.subtitle));
  const headerRow = 3;
  table.columns.forEach((column, at) => {
    cells.set(`${headerRow},${at}`, textCell(column.label, styles.head));
  });
  table.rows.forEach((row, at) => {
    const y = headerRow + 1 + at;
    if (row.kind === 'group') {
      const text = `${'   '.repeat(row.level)}${[row.ref, row.title].filter(Boolean).join('  ')}`;
      rows.push([]);
      for (let x = 0; x <= last; x += 1) cells.set(`${y},${x}`, textCell(x === 0 ? text : '', styles.group));
      if (last > 0) merges.push({ startRow: y, endRow: y, startCol: 0, endCol: last });
      rowDefs.set(y, { height: heightOf(1) });
      return;
    }
    let lines = 1;
    const values = row.cells.map((cell, x) => {
      const { value, style } = tableCell(cell);
      if (style) cells.set(`${y},${x}`, { value, style });
      lines = Math.max(lines, lineCount(String(value ?? ''), table.columns[x]?.width ?? 10));
      return value;
    });
    rows.push(values);
    rowDefs.set(y, { height: heightOf(lines) });
  });
  const sheet: WriteSheet = {
    name,
    columns: table.columns.map((column) => ({ width: column.width + 2, style: styles.cell })),
    rows,
    cells,
    rowDefs,
    merges,
    freezePane: { rows: headerRow + 1, columns: Math.min(table.rowHeader + 1, last) },
    autoFilter: { range: `A${headerRow + 1}:${letters(last)}${headerRow + 1 + table.rows.length}` },
    pageSetup: page(report, 'landscape'),
    headerFooter: footer(report),
    a11y: { summary: clip(table.caption), headerRow },
  };
  return { sheet, headerRow };
}

function letters(column: number): string {
  const first = Math.floor(column / 26);
  return (first > 0 ? String.fromCharCode(64 + first) : '') + String.fromCharCode(65 + (column % 26));
}

/** Columns of the first sheet, in characters. */
const coverWidths = [18, 46, 26, 26, 26];

/** The cell beside the title and the one beneath it, in CSS pixels: column D, and rows of 28 and 20 points. */
const besideTitle = { width: 7 * (26 + 2) + 5, height: 64 };

/**
 * The logo beside the title, which itself stays in A1. A picture fills the cells that it is laid over, so it is drawn
 * into a box of just their shape.
 */
async function coverLogo({ look, cover }: ReportDocument): Promise<NonNullable<WriteSheet['images']>> {
  const logo = look?.logo;
  if (!logo || cover?.logo === false) return [];
  const { width, height } = besideTitle;
  const own = logoSize(logo, besideTitle);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="data:image/png;base64,${escapeText(logo.png)}" x="${width - own.width}" width="${own.width}" height="${own.height}"/></svg>`;
  const drawn = await drawingPng(svg, { width: 3 * width, height: 3 * height });
  if (!drawn) return [];
  return [
    {
      data: drawn.png,
      type: 'png',
      anchor: { from: { row: 0, col: 3 }, to: { row: 2, col: 4 } },
      ...besideTitle,
      altText: clip(logo.alt),
      title: 'Logo',
    },
  ];
}

/** Title, facts, key and every word of the report that is not in a table of its own. */
function coverSheet(
  report: ReportDocument,
  name: string,
  pictures: ReadonlyMap<Block, Picture>,
  logo: NonNullable<WriteSheet['images']>,
): WriteSheet {
  const images = [...logo];
  const widths = coverWidths;
  const cells = new Map<string, Partial<XlsxCell>>();
  const rowDefs = new Map<number, { height: number }>();
  let y = 0;
  const put = (x: number, text: string, style: CellStyle = styles.text) => {
    cells.set(`${y},${x}`, textCell(text, style));
    const lines = style === styles.heading ? 1 : lineCount(text, widths[x] ?? 26);
    rowDefs.set(y, { height: Math.max(rowDefs.get(y)?.height ?? 0, heightOf(lines)) });
  };
  const next = (rows = 1) => {
    y += rows;
  };
  put(0, report.title, titleStyle(report.look?.colour));
  rowDefs.set(y, { height: 28 });
  next();
  put(
    0,
    [report.partnership, subtitleBeneath(report)].filter((part) => part !== '').join(', '),
    styles.subtitle,
  );
  rowDefs.set(y, { height: 20 });
  if (report.confidential) {
    next();
    put(0, report.confidential, styles.heading);
  }
  next(2);
  for (const fact of report.facts) {
    put(0, fact.label, styles.label);
    put(1, fact.text);
    next();
  }
  next();
  if (report.key.length > 0) {
    put(0, 'Key', styles.heading);
    next();
  }
  for (const entry of report.key) {
    cells.set(`${y},0`, textCell(statusWords(entry), statusStyle(entry.state)));
    put(1, entry.definition);
    next();
  }
  next();
  for (const block of report.blocks) {
    const picture = pictures.get(block);
    if ((block.kind === 'chart' || block.kind === 'multiples' || block.kind === 'reporting') && picture)
      next(place(block, picture, y, { images, rowDefs }));
    else if (block.kind === 'own') {
      put(1, ownLines(block.pieces).join('\n'), ownStyle(report.look?.second ?? report.look?.colour));
      next();
    } else next(flow(block, put, next) ? 1 : 0);
  }
  return {
    name,
    columns: widths.map((width) => ({ width: width + 2 })),
    rows: [],
    cells,
    rowDefs,
    pageSetup: page(report, 'portrait'),
    headerFooter: footer(report),
    view: { showGridLines: false },
    a11y: { summary: clip(titleLine(report)) },
    images,
  };
}

/**
 * A chart over the first three columns and as many rows as keep its proportions; its figures stand in the KPIs
 * sheet. Gives how many rows it takes.
 */
function place(
  chart: Extract<Block, { kind: 'chart' | 'multiples' | 'reporting' }>,
  { png, width, height }: Picture,
  row: number,
  sheet: { images: NonNullable<WriteSheet['images']>; rowDefs: Map<number, { height: number }> },
): number {
  const rows = Math.max(10, Math.ceil((height / width) * 33));
  const across = coverWidths.slice(0, 3).reduce((sum, characters) => sum + 7 * (characters + 2) + 5, 0);
  // Pixels to points: 96 and 72 to the inch.
  const each = (((across * height) / width) * 0.75) / rows;
  for (let at = 0; at < rows; at += 1) sheet.rowDefs.set(row + at, { height: each });
  sheet.images.push({
    data: png,
    type: 'png',
    anchor: { from: { row, col: 0 }, to: { row: row + rows, col: 3 } },
    width: across,
    height: Math.round((across * height) / width),
    altText: clip(pictureWords(chart)),
    title: clip(chart.title),
  });
  return rows + 1;
}

/** What a picture shows, and where its figures stand as a table. */
function pictureWords(chart: Extract<Block, { kind: 'chart' | 'multiples' | 'reporting' }>): string {
  if (chart.kind === 'reporting') return `${chart.title}. ${chart.says}`;
  if (chart.kind === 'multiples') {
    return `${chart.title}. ${chart.items.map(({ series }) => series.summary).join(' ')}`;
  }
  return `Chart of ${chart.title}. ${chart.series.summary} The figures are in the sheet “KPIs”.`;
}

type Put = (x: number, text: string, style?: CellStyle) => void;

/** Writes one block into the flow of the first sheet; true where a row was begun that must be ended. */
function flow(block: Block, put: Put, next: (rows?: number) => void): boolean {
  switch (block.kind) {
    case 'heading':
      next();
      if (block.mark) {
        put(0, statusWords(block.mark), styles.label);
        put(1, block.aside ?? '');
        next();
      }
      put(0, block.text, styles.heading);
      return true;
    case 'words':
      put(1, block.runs.map((run) => run.text).join(''));
      return true;
    case 'list':
      for (const item of block.items) {
        put(1, `• ${item}`);
        next();
      }
      return false;
    case 'facts':
      for (const fact of block.facts) {
        put(0, fact.label, styles.label);
        put(1, cellText({ pieces: [fact.piece] }));
        next();
      }
      return false;
    case 'labelled':
      put(0, block.label, styles.label);
      put(1, cellText({ pieces: block.pieces }));
      return true;
    case 'own':
    case 'chart':
    case 'multiples':
    case 'reporting':
      // Placed as a picture by whoever lays out the sheet.
      return false;
    case 'table':
      if (block.sheet !== undefined) {
        put(1, `See the sheet “${block.sheet}”.`);
        return true;
      }
      block.columns.forEach((column, x) => {
        put(x, column.label, styles.head);
      });
      next();
      for (const row of block.rows) {
        if (row.kind === 'group') put(0, [row.ref, row.title].filter(Boolean).join('  '), styles.label);
        else for (const [x, cell] of row.cells.entries()) put(x, cellText(cell));
        next();
      }
      return false;
  }
}
