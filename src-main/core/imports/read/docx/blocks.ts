import { shadeOf } from './colours.ts';
import {
  type Block,
  type CellDraft,
  countRow,
  type Doc,
  endSection,
  type ParagraphDraft,
  type Place,
  type RowDraft,
  type Story,
  type TableDraft,
} from './doc.ts';
import { isUnfilled } from './inline.ts';
import { type Cursor, childOf, type Node, numberOf, switchOf, valOf } from './markup.ts';
import { readParagraph } from './paragraph.ts';
import type { TableStyle } from './styles.ts';

/** Reads what stands in the element just opened (a body, a cell, a note), down to its end. */
export function readBlocks(x: Cursor, doc: Doc, story: Story, place: Place): Block[] {
  const into: Block[] = [];
  eachChild(x, () => readBlock(x, into, doc, story, place));
  const last = leftOver(story);
  if (last !== null) into.push(last);
  return into;
}

/** Calls back at each child that opens; the callback reads it to its end. */
function eachChild(x: Cursor, read: () => void): void {
  for (let kind = x.next(); kind === 'open'; kind = x.next()) read();
}

function readBlock(x: Cursor, into: Block[], doc: Doc, story: Story, place: Place): void {
  const inside = (where: Place): void => eachChild(x, () => readBlock(x, into, doc, story, where));
  switch (x.name) {
    case 'w:p': {
      countRow(doc);
      const paragraph = readParagraph(x.tree(), doc, story, place);
      if (paragraph !== null) into.push(paragraph);
      return;
    }
    case 'w:tbl':
      into.push(readTable(x, doc, story, place));
      return;
    case 'w:sdt':
      inControl(x, place, inside);
      return;
    case 'w:customXml':
    case 'w:smartTag':
    case 'w:ins':
    case 'w:moveTo':
      inside(place);
      return;
    case 'w:del':
    case 'w:moveFrom':
      inside({ ...place, gone: true });
      return;
    case 'mc:AlternateContent':
      inBranch(x, () => inside(place));
      return;
    case 'w:altChunk':
      doc.remarks.others.push(
        'A part of the document was put in from another file and cannot be read; it was left out.',
      );
      x.skip();
      return;
    case 'w:sectPr':
      endSection(story, x.tree());
      return;
    case 'w:commentRangeStart': {
      const note = doc.notes.comment(x.attributes.get('w:id') ?? '');
      if (note !== null) story.comments.push(note);
      x.skip();
      return;
    }
    default:
      x.skip();
  }
}

/** Content controls stand round blocks, rows and cells alike: their properties, then their content. */
function inControl(x: Cursor, place: Place, read: (where: Place) => void): void {
  let where = place;
  eachChild(x, () => {
    if (x.name === 'w:sdtPr') {
      if (isUnfilled(x.tree())) where = { ...where, unfilled: true };
    } else if (x.name === 'w:sdtContent') read(where);
    else x.skip();
  });
}

function inBranch(x: Cursor, read: () => void): void {
  let taken = false;
  eachChild(x, () => {
    const wanted =
      x.name === 'mc:Fallback' || (x.name === 'mc:Choice' && x.attributes.get('known') === 'yes');
    if (taken || !wanted) x.skip();
    else {
      taken = true;
      read();
    }
  });
}

/** Words whose paragraph has lost its end, at the end of what holds them. */
function leftOver(story: Story): ParagraphDraft | null {
  if (story.carried.length === 0) return null;
  const pieces = story.carried;
  story.carried = [];
  return {
    kind: 'paragraph',
    pieces,
    mark: null,
    heading: null,
    style: null,
    shade: undefined,
    notes: story.comments.splice(0),
    footnotes: [],
    link: undefined,
    newPage: false,
  };
}

type Tabling = {
  readonly doc: Doc;
  readonly story: Story;
  readonly rows: RowDraft[];
  grid: number[];
  style: TableStyle;
  headed: boolean;
};

function readTable(x: Cursor, doc: Doc, story: Story, place: Place): TableDraft {
  const table: Tabling = {
    doc,
    story,
    rows: [],
    grid: [],
    style: doc.styles.table(undefined),
    headed: false,
  };
  eachChild(x, () => readTablePart(x, table, place));
  return { kind: 'table', grid: table.grid, rows: table.rows };
}

function readTablePart(x: Cursor, table: Tabling, place: Place): void {
  const inside = (where: Place): void => eachChild(x, () => readTablePart(x, table, where));
  switch (x.name) {
    case 'w:tblPr': {
      const tblPr = x.tree();
      table.style = table.doc.styles.table(valOf(tblPr, 'w:tblStyle'));
      table.headed = isHeaded(childOf(tblPr, 'w:tblLook'));
      return;
    }
    case 'w:tblGrid':
      table.grid = x
        .tree()
        .children.filter((child): child is Node => typeof child !== 'string' && child.name === 'w:gridCol')
        .map((column) => Math.min(40_000, Math.max(0, numberOf(column.attributes.get('w:w')) ?? 0)));
      return;
    case 'w:tr':
      countRow(table.doc);
      table.rows.push(readRow(x, table, place));
      return;
    case 'w:sdt':
      inControl(x, place, inside);
      return;
    case 'w:customXml':
    case 'w:ins':
    case 'w:moveTo':
      inside(place);
      return;
    case 'w:del':
    case 'w:moveFrom':
      inside({ ...place, gone: true });
      return;
    case 'mc:AlternateContent':
      inBranch(x, () => inside(place));
      return;
    default:
      x.skip();
  }
}

/** Whether a table uses its style's look for a header row: said by name, or as a bit of one number in older files. */
function isHeaded(look: Node | undefined): boolean {
  const said = look?.attributes.get('w:firstRow');
  if (said !== undefined) return said === '1' || said === 'true' || said === 'on';
  const bits = Number.parseInt(look?.attributes.get('w:val') ?? '', 16);
  return Number.isFinite(bits) && (bits & 0x20) !== 0;
}

type Rowing = { readonly table: Tabling; readonly cells: CellDraft[]; header: boolean; gone: boolean };

function readRow(x: Cursor, table: Tabling, place: Place): RowDraft {
  const row: Rowing = { table, cells: [], header: false, gone: place.gone };
  let before = 0;
  let after = 0;
  let widthBefore: number | undefined;
  const part = (where: Place): void => {
    const inside = (there: Place): void => eachChild(x, () => part(there));
    switch (x.name) {
      case 'w:trPr': {
        const trPr = x.tree();
        row.header = switchOf(trPr, 'w:tblHeader') === true;
        row.gone ||= childOf(trPr, 'w:del') !== undefined;
        before = gridUnits(valOf(trPr, 'w:gridBefore'), 0);
        after = gridUnits(valOf(trPr, 'w:gridAfter'), 0);
        widthBefore = widthOf(childOf(trPr, 'w:wBefore'));
        return;
      }
      case 'w:tc':
        row.cells.push(readCell(x, row, where));
        return;
      case 'w:sdt':
        inControl(x, where, inside);
        return;
      case 'w:customXml':
        inside(where);
        return;
      default:
        x.skip();
    }
  };
  eachChild(x, () => part(place));
  return { header: row.header, before, widthBefore, after, gone: row.gone, cells: row.cells };
}

function readCell(x: Cursor, row: Rowing, place: Place): CellDraft {
  const { table } = row;
  const { doc, story } = table;
  const content: Block[] = [];
  let tcPr: Node | undefined;
  const head = table.headed && (table.rows.length === 0 || (row.header && allHeaders(table.rows)));
  const part = head ? table.style.part('firstRow') : undefined;
  // A style that sets first columns bold says nothing of the single cell, unlike one for the header row.
  const bold = part?.bold ?? table.style.bold;
  eachChild(x, () => {
    if (x.name !== 'w:tcPr') {
      readBlock(x, content, doc, story, { ...place, bold, gone: place.gone || row.gone || isGone(tcPr) });
    } else tcPr = x.tree();
  });
  const last = leftOver(story);
  if (last !== null) content.push(last);
  return {
    span: gridUnits(valOf(tcPr, 'w:gridSpan'), 1),
    width: widthOf(childOf(tcPr, 'w:tcW')),
    down: mergeOf(childOf(tcPr, 'w:vMerge'), childOf(tcPr, 'w:cellMerge')),
    along: mergeOf(childOf(tcPr, 'w:hMerge'), undefined),
    // Bands are for the eye; the header row's colour tells a header, so it stays.
    shade: shadeOf(childOf(tcPr, 'w:shd'), doc.theme) ?? part?.shade,
    content,
  };
}

function allHeaders(rows: readonly RowDraft[]): boolean {
  return rows.every((row) => row.header);
}

function isGone(tcPr: Node | undefined): boolean {
  return childOf(tcPr, 'w:cellDel') !== undefined;
}

function mergeOf(merge: Node | undefined, tracked: Node | undefined): CellDraft['down'] {
  if (tracked !== undefined) return tracked.attributes.get('w:vMerge') === 'cont' ? 'continue' : 'restart';
  if (merge === undefined) return null;
  return merge.attributes.get('w:val') === 'restart' ? 'restart' : 'continue';
}

/** Word itself goes no further than 63 columns. */
const mostUnits = 200;

function gridUnits(value: string | undefined, least: number): number {
  return Math.min(mostUnits, Math.max(least, numberOf(value) ?? least));
}

function widthOf(node: Node | undefined): number | undefined {
  const width = numberOf(node?.attributes.get('w:w'));
  const type = node?.attributes.get('w:type') ?? 'dxa';
  if (width === undefined || width <= 0) return undefined;
  if (type === 'dxa') return Math.min(width, 40_000);
  if (type !== 'pct') return undefined;
  // A share is written in fiftieths of a percent, or in Strict files with its sign.
  return -Math.min(5_000, node?.attributes.get('w:w')?.endsWith('%') === true ? width * 50 : width);
}
