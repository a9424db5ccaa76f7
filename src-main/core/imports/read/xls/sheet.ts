import { type Book, emptySheet, placeCell, type SheetDraft } from '../xlsx/book.ts';
import { mostColumns } from '../xlsx/references.ts';
import type { Rule } from '../xlsx/rules.ts';
import { readCells } from './cells.ts';
import { conditionRanges, rangeAt, readCondition } from './conditions.ts';
import type { Globals } from './globals.ts';
import { type Link, readLink } from './links.ts';
import { newObjects, notesOf, type Objects, readDrawnText, readNote, readObject } from './notes.ts';
import { nextRecord, type Records, recordNumbers } from './records.ts';

const mostMerges = 200_000;
const mostLinks = 70_000;
const mostRules = 10_000;

export type ReadSheet = {
  readonly sheet: SheetDraft;
  readonly rules: readonly Rule[];
  readonly objects: Objects;
};

/** Reads the sheet whose first record comes next, up to its end; charts inside it are passed over. */
export function readSheet(r: Records, globals: Globals, book: Book): ReadSheet {
  const sheet = emptySheet();
  const objects = newObjects();
  const rules: Rule[] = [];
  const links: Link[] = [];
  const target = { globals, book, sheet };
  let ranges: ReturnType<typeof conditionRanges> = [];
  let depth = 0;
  while (nextRecord(r)) {
    if (r.type === recordNumbers.begin) depth += 1;
    else if (r.type === recordNumbers.eof) {
      depth -= 1;
      if (depth <= 0) break;
    }
    if (depth > 1) continue;
    if (readCells(r, target)) continue;
    const { data } = r;
    switch (r.type) {
      case recordNumbers.row:
        if (data.length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0)
          sheet.hiddenRows.add(data.readUInt16LE(0));
        break;
      case recordNumbers.columns:
        if (sheet.columns.length < mostColumns) sheet.columns.push(columnSpan(data));
        break;
      case recordNumbers.merges:
        readMerges(data, sheet);
        break;
      case recordNumbers.link: {
        const link = links.length < mostLinks ? readLink(data) : null;
        if (link !== null) links.push(link);
        break;
      }
      case recordNumbers.object:
        readObject(r, objects);
        break;
      case recordNumbers.drawnText:
        readDrawnText(r, objects);
        break;
      case recordNumbers.note:
        readNote(r, objects, globals.lettering);
        break;
      case recordNumbers.conditions:
        ranges = conditionRanges(data);
        break;
      case recordNumbers.condition:
        if (rules.length < mostRules) rules.push(readCondition(data, ranges, rules.length, globals));
        break;
      default:
    }
  }
  layNotes(sheet, book, objects);
  layLinks(sheet, links);
  return { sheet, rules, objects };
}

function columnSpan(data: Buffer): SheetDraft['columns'][number] {
  return {
    from: data.readUInt16LE(0),
    to: Math.min(data.readUInt16LE(2), 255),
    width: Math.round((data.readUInt16LE(4) / 256) * 10) / 10,
    hidden: (data.readUInt16LE(8) & 1) !== 0,
  };
}

function readMerges(data: Buffer, sheet: SheetDraft): void {
  const count = data.readUInt16LE(0);
  for (let i = 0, at = 2; i < count && at + 8 <= data.length; i += 1, at += 8) {
    const merge = rangeAt(data, at);
    const whole = merge.top <= merge.bottom && merge.left <= merge.right;
    if (whole && sheet.merges.length < mostMerges) sheet.merges.push(merge);
  }
}

function layNotes(sheet: SheetDraft, book: Book, objects: Objects): void {
  for (const { row, column, note } of notesOf(objects)) {
    const cell = sheet.lines.get(row)?.cells[column];
    if (cell === undefined) placeCell(sheet, book, { row, column, text: '', note });
    else {
      cell.note = cell.note === undefined ? note : `${cell.note}\n${note}`;
      const line = sheet.lines.get(row);
      if (line !== undefined) line.hasText = true;
    }
  }
}

function layLinks(sheet: SheetDraft, links: readonly Link[]): void {
  let laid = 0;
  for (const { range, target } of links) {
    for (let r = range.top; r <= range.bottom && laid < 1_000_000; r += 1) {
      laid += 1;
      const cells = sheet.lines.get(r)?.cells ?? [];
      for (let c = range.left; c <= Math.min(range.right, cells.length - 1); c += 1) {
        const cell = cells[c];
        if (cell !== undefined) cell.link = target;
      }
    }
  }
}
