import {
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  WidthType,
  XmlAttributeComponent,
  XmlComponent,
} from 'docx';
import type { Block, Column, Piece, TableRow as Row } from '../document.ts';
import type { ChartTable } from './chart-table.ts';
import { chrome, tableStyle } from './docx-styles.ts';
import { cellParagraphs, statusRuns, textRuns } from './docx-words.ts';
import { cleanText } from './escape.ts';
import { foldSparse } from './fold-sparse.ts';

/** The name of a table for assistive technology, which the library has no option for (ECMA-376, tblCaption). */
class TableName extends XmlComponent {
  constructor(text: string) {
    super('w:tblCaption');
    this.root.push(new NameValue({ value: text }));
  }
}

class NameValue extends XmlAttributeComponent<{ value: string }> {
  protected override readonly xmlKeys = { value: 'w:val' };
}

class NamedTable extends Table {
  constructor(name: string, options: ConstructorParameters<typeof Table>[0]) {
    super(options);
    const [properties] = this.root;
    if (properties instanceof XmlComponent) properties.addChildElement(new TableName(cleanText(name)));
  }
}

type Shape = {
  readonly caption: string;
  readonly heads: readonly (string | readonly TextRun[])[];
  /** In twips; together the width of the table. */
  readonly widths: readonly number[];
  readonly rows: readonly TableRow[];
  readonly firstColumnHeads: boolean;
  readonly right?: (at: number) => boolean;
};

/** A table with its name, a heading row that repeats on each page, and rows that no page break cuts. */
export function namedTable(shape: Shape): Table {
  const { caption, heads, widths, rows, firstColumnHeads } = shape;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          children: [
            new Paragraph({
              style: 'TableHead',
              ...(shape.right?.(at) ? { alignment: 'right' } : {}),
              children: typeof text === 'string' ? textRuns(text) : [...text],
            }),
          ],
        }),
    ),
  });
  return new NamedTable(caption, {
    style: tableStyle,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    tableLook: { firstRow: true, firstColumn: firstColumnHeads, noHBand: true, noVBand: true },
    rows: [head, ...rows],
  });
}

/**
 * Shares a width among columns by their wish, but gives each its least first where the wish falls short of it; what
 * rounding leaves goes to the last.
 */
export function shareWidth(
  wishes: readonly number[],
  width: number,
  least: readonly number[] = [],
): number[] {
  const total = wishes.reduce((sum, wish) => sum + wish, 0) || 1;
  const wished = wishes.map((wish) => (width * wish) / total);
  const short = wished.map((wish, at) => Math.max(0, (least[at] ?? 0) - wish));
  const spare = wished.map((wish, at) => Math.max(0, wish - (least[at] ?? 0)));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const taken = Math.min(1, sum(short) / (sum(spare) || 1));
  const given = Math.min(1, sum(spare) / (sum(short) || 1));
  const shares = wished.map((wish, at) =>
    Math.floor(wish + given * (short[at] ?? 0) - taken * (spare[at] ?? 0)),
  );
  const rest = width - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, at) => (at === shares.length - 1 ? share + rest : share));
}

/** A report's table on paper `width` twips wide. */
export function reportTable(given: Extract<Block, { kind: 'table' }>, width: number): (Paragraph | Table)[] {
  const table = foldSparse(given);
  const widths = shareWidth(
    table.columns.map((column) => column.width),
    width,
    leastWidths(table),
  );
  const right = (at: number) => table.columns[at]?.align === 'right';
  return [
    new Paragraph({ style: 'Caption', children: textRuns(table.caption) }),
    namedTable({
      caption: table.caption,
      heads: table.columns.map(({ label }) => label),
      widths,
      firstColumnHeads: table.rowHeader === 0,
      right,
      rows: table.rows.map((row) => rowOf(row, table.columns, widths)),
    }),
    afterTable(),
  ];
}

/** What the longest word of each column takes, in twips at 9 points: narrower, Word would cut words in two. */
function leastWidths(table: Extract<Block, { kind: 'table' }>): number[] {
  const longest = (text: string) => Math.max(0, ...text.split(/[\s/-]+/).map((word) => word.length));
  return table.columns.map((column, at) => {
    const lengths = table.rows.map((row) => {
      if (row.kind === 'group') return 0;
      return Math.max(0, ...(row.cells[at]?.pieces ?? []).map((piece) => longest(pieceWords(piece))));
    });
    const most = lengths.reduce((all, one) => Math.max(all, one), longest(column.label));
    return cellGap + Math.min(longestWord, most) * letter;
  });
}

/**
 * A letter of 9 points in the widest of the fonts that may stand in for ours, the space between columns (both in twips),
 * and the longest word that is kept whole.
 */
const [letter, cellGap, longestWord] = [114, 130, 16];

function pieceWords(piece: Piece): string {
  if (piece.kind === 'words') return piece.runs.map(({ text }) => text).join('');
  // The sign and the space that holds it to its word are as wide as two letters.
  return piece.kind === 'list' ? `• ${piece.items.join(' ')}` : `${piece.mark.label}__`;
}

/** Two tables that touch become one in Word. */
export const afterTable = () => new Paragraph({ spacing: { after: 0, line: 120, lineRule: 'exact' } });

function rowOf(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  if (row.kind === 'group') {
    const text = [row.ref, row.title].filter(Boolean).join('  ');
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          shading: { type: ShadingType.CLEAR, fill: chrome, color: 'auto' },
          children: [
            new Paragraph({
              style: 'TableGroup',
              indent: { left: 80 + 240 * Math.min(row.level, 3) },
              children: textRuns(text),
            }),
          ],
        }),
      ],
    });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          children: cellParagraphs(row.cells[at] ?? { pieces: [] }, 'TableText', column.align === 'right'),
        }),
    ),
  });
}

/** Widths beneath a chart, in twips: of the labels, and of a period's column. */
const figures = { label: 1_300, least: 680, most: 1_400 };

/** The figures beneath a chart: one column a period, as many as have room, the rest in tables below. */
export function chartTables(table: ChartTable, width: number): (Paragraph | Table)[] {
  const perTable = Math.max(1, Math.floor((width - figures.label) / figures.least));
  const even = Math.ceil(table.heads.length / Math.ceil(table.heads.length / perTable));
  const each = Math.floor((width - figures.label) / even);
  const blocks: (Paragraph | Table)[] = [];
  for (let from = 0; from < table.heads.length; from += even) {
    const heads = table.heads.slice(from, from + even);
    const widths = [figures.label, ...heads.map(() => Math.min(each, figures.most))];
    blocks.push(
      namedTable({
        caption: table.caption,
        heads: ['Period', ...heads],
        widths,
        firstColumnHeads: true,
        rows: table.rows.map(
          ({ label, cells }, row) =>
            new TableRow({
              cantSplit: true,
              children: [
                new TableCell({
                  children: [
                    new Paragraph({
                      style: 'TableText',
                      // Drawing and figures stay on one page.
                      keepNext: row < table.rows.length - 1,
                      children: textRuns(label, { bold: true }),
                    }),
                  ],
                }),
                ...cells.slice(from, from + even).map(
                  (cell) =>
                    new TableCell({
                      children: [
                        new Paragraph({
                          style: 'TableText',
                          children: typeof cell === 'string' ? textRuns(cell) : statusRuns(cell),
                        }),
                      ],
                    }),
                ),
              ],
            }),
        ),
      }),
      afterTable(),
    );
  }
  return blocks;
}
