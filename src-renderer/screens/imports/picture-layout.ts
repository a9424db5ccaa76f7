import type { SheetPicture, TableView } from '#shared/contract/imports.ts';

/** A cell of the picture as the table draws it. */
export type PictureCell = {
  readonly column: number;
  readonly text: string;
  readonly fill: string | null;
  readonly strike: boolean;
  readonly note: string | null;
  readonly fate: SheetPicture['cells'][number]['fate'];
  readonly questionId: string | null;
  readonly across: number;
  readonly down: number;
  readonly classes: string;
};

export type PictureRow = {
  readonly row: number;
  readonly hidden: boolean;
  /** Where the row stands in an entry of several rows: first, within, last. */
  readonly bracket: 'bt' | 'bm' | 'bb' | null;
  readonly cells: readonly PictureCell[];
};

/** Characters to pixels of the 12 px face, with the cell's padding; no column narrower or wider than reads well. */
const widthOf = (characters: number) =>
  Math.round(Math.min(300, Math.max(44, characters * pixelsPerCharacter + cellPadding)));
const pixelsPerCharacter = 6.4;
const cellPadding = 12;

/** Lays a stretch of rows out as table rows: merges clipped to the stretch, table edges and brackets as classes. */
export function layOut(
  picture: SheetPicture,
  tables: readonly TableView[],
): { widths: number[]; rows: PictureRow[] } {
  const last = picture.firstRow + picture.rowCount - 1;
  const given = new Map(picture.cells.map((cell) => [key(cell.row, cell.column), cell]));
  const covered = new Set<string>();
  const spans = new Map<string, { across: number; down: number; from: string }>();
  for (const merge of picture.merges) {
    const top = Math.max(merge.top, picture.firstRow);
    const bottom = Math.min(merge.bottom, last);
    const right = Math.min(merge.right, picture.columnCount - 1);
    if (top > bottom || merge.left > right) continue;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) covered.add(key(row, column));
    }
    covered.delete(key(top, merge.left));
    spans.set(key(top, merge.left), {
      across: right - merge.left + 1,
      down: bottom - top + 1,
      from: key(merge.top, merge.left),
    });
  }
  const hidden = new Set(picture.hiddenRows);
  const widths = picture.widths.map(widthOf);
  const isFree = (row: number, column: number) => {
    const cell = given.get(key(row, column));
    return !covered.has(key(row, column)) && !spans.has(key(row, column)) && !cell?.text && !cell?.fill;
  };
  const rows: PictureRow[] = [];
  for (let row = picture.firstRow; row <= last; row += 1) {
    const cells: PictureCell[] = [];
    for (let column = 0; column < picture.columnCount; column += 1) {
      if (covered.has(key(row, column))) continue;
      const own = spans.get(key(row, column)) ?? { across: 1, down: 1, from: key(row, column) };
      const cell = given.get(key(row, column)) ?? given.get(own.from);
      const span =
        spans.has(key(row, column)) || !cell ? own : { ...own, across: spill(cell, widths, isFree, tables) };
      cells.push({
        column,
        text: cell?.text ?? '',
        fill: cell?.fill ?? null,
        strike: cell?.strike ?? false,
        note: cell?.note ?? null,
        fate: cell?.fate ?? 'none',
        questionId: cell?.questionId ?? null,
        across: span.across,
        down: span.down,
        classes: classesOf(cell, row, column, span, tables),
      });
      column += span.across - 1;
    }
    rows.push({ row, hidden: hidden.has(row), bracket: bracketOf(row, tables), cells });
  }
  return { widths, rows };
}

/**
 * Over how many columns words run on that are wider than their own: as on a sheet, over empty cells to the
 * right. Inside a table only a band and words for the tray do so, where the other cells are known to be empty.
 */
function spill(
  cell: SheetPicture['cells'][number],
  widths: readonly number[],
  isFree: (row: number, column: number) => boolean,
  tables: readonly TableView[],
): number {
  const { row, column, text, fate } = cell;
  const inTable = tables.some(
    (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
  );
  if (text === '' || (inTable && fate !== 'section' && fate !== 'tray')) return 1;
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  const needed = longest * pixelsPerCharacter + cellPadding;
  let across = 1;
  let width = widths[column] ?? 0;
  while (width < needed && column + across < widths.length && isFree(row, column + across)) {
    width += widths[column + across] ?? 0;
    across += 1;
  }
  return across;
}

const key = (row: number, column: number) => `${row} ${column}`;

function bracketOf(row: number, tables: readonly TableView[]): PictureRow['bracket'] {
  for (const table of tables) {
    const entry = table.entries.find((one) => one.to > one.from && row >= one.from && row <= one.to);
    if (entry) return row === entry.from ? 'bt' : row === entry.to ? 'bb' : 'bm';
  }
  return null;
}

function classesOf(
  cell: SheetPicture['cells'][number] | undefined,
  row: number,
  column: number,
  span: { across: number; down: number },
  tables: readonly TableView[],
): string {
  const classes: string[] = [];
  if (cell?.fate === 'header') classes.push('hd');
  if (cell?.fate === 'section') classes.push('sec');
  if (cell?.fate === 'tray') classes.push('tray');
  if (cell?.fate === 'furniture') classes.push('fur');
  if (cell?.bold) classes.push('bo');
  if (cell?.questionId) classes.push('ask');
  const right = column + span.across - 1;
  const bottom = row + span.down - 1;
  for (const table of tables) {
    if (table.kind === 'furniture' || row < table.top || row > table.bottom) continue;
    if (right < table.left || column > table.right) continue;
    if (row === table.top) classes.push('e-t');
    if (bottom >= table.bottom) classes.push('e-b');
    if (column === table.left) classes.push('e-l');
    if (right >= table.right) classes.push('e-r');
  }
  return classes.join(' ');
}

/**
 * Black or white, whichever reads better on somebody's fill: the one or the other is always above 4.5:1
 * (WCAG 2.2, relative luminance and contrast ratio).
 */
export function inkOn(fill: string): '#000000' | '#ffffff' {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}
