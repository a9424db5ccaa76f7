import type { Sheet } from '../sheet.ts';
import { foldSpace } from '../words.ts';
import { actionAtEnd, actionLine } from './arising.ts';
import { attendanceStart, readsAsNames } from './attendance.ts';
import { type Block, blocksOf, textLines } from './blocks.ts';
import {
  closing,
  decisionLabel,
  furtherTo,
  meetingWords,
  nextMeeting,
  reporting,
  standingItem,
  titleWords,
} from './cues.ts';
import { labelOf } from './front.ts';
import { headAndText, numberOf } from './numbering.ts';
import { resolvingIn } from './resolutions.ts';
import { isMarginTable, minutesColumns } from './table-columns.ts';
import { openedParagraphs, partedTables } from './table-parts.ts';
import { isTitle, namesMinutes } from './titles.ts';

/** A stretch of a sheet that holds minutes, both rows inside. */
export type MinutesStretch = {
  readonly sheet: Sheet;
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
};

const enough = 5;
/** Short notes under a title that says so, with those who came and those who did not. */
const enoughWithTitle = 4.5;

/**
 * Where the minutes are in a file: whole sheets and documents as a rule, a stretch of one where minutes stand behind
 * something else. An agenda is none, though it names the same items: nothing is reported or resolved in it.
 */
export function findMinutes(sheets: readonly Sheet[]): MinutesStretch[] {
  return sheets.flatMap((sheet) => {
    if (sheet.grid.hidden) return [];
    const blocks = openedParagraphs(partedTables(blocksOf(sheet)));
    const stretch = stretchIn(blocks);
    if (!stretch) return [];
    const chosen = blocks.slice(stretch.from, stretch.to);
    const rows = chosen.flatMap(rowsOf);
    const whole = chosen.length === blocks.length;
    return [
      {
        sheet,
        from: whole ? 0 : (rows[0] ?? 0),
        to: whole ? sheet.grid.rowCount - 1 : (rows.at(-1) ?? 0),
        blocks: chosen,
      },
    ];
  });
}

/** Whether these blocks read as minutes: what they are called, who was there, what was reported and resolved. */
export function looksLikeMinutes(blocks: readonly Block[]): boolean {
  const found = signsIn(blocks);
  return found.record && found.score >= (found.titled ? enoughWithTitle : enough);
}

function stretchIn(blocks: readonly Block[]): { from: number; to: number } | null {
  const title = blocks.findIndex((block, at) => block.kind === 'line' && isTitle(block.line, blocks, at));
  const end = endOf(blocks, Math.max(0, title));
  // Minutes behind something else: what stands before them is none.
  if (title > 12 && !looksLikeMinutes(blocks.slice(0, title))) {
    return looksLikeMinutes(blocks.slice(title, end)) ? { from: title, to: end } : null;
  }
  return looksLikeMinutes(blocks.slice(0, end)) ? { from: 0, to: end } : null;
}

/** An appendix with tables of its own ends the minutes. */
function endOf(blocks: readonly Block[], from: number): number {
  for (let at = from + 3; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== 'line') continue;
    const { line } = block;
    const heads = line.heading !== null || line.bold || line.style === 'Title';
    if (!heads || !/^(?:appendix|annex|enclosure|attachment)\b/i.test(line.text)) continue;
    if (blocks.slice(at, at + 4).some((one) => one.kind === 'table')) return at;
  }
  return blocks.length;
}

function signsIn(blocks: readonly Block[]): { score: number; record: boolean; titled: boolean } {
  const seen = new Map<string, number>();
  const add = (sign: string, weight: number, most: number) => {
    seen.set(sign, Math.min(most, (seen.get(sign) ?? 0) + weight));
  };
  let lines = 0;
  const said = (text: string) => {
    if (/^minutes\s*:$/i.test(text)) add('label', 2, 2);
    if (resolvingIn(text)) add('resolved', /^\W*(?:RESOLVED|AGREED|DECIDED|Resolved)/.test(text) ? 2 : 1, 4);
    if (furtherTo.test(text)) add('further', 1.5, 1.5);
    const words = numberOf(text)?.rest ?? text;
    const begins = text.length < 400 ? attendanceStart(words) : null;
    // "1. Apologies for absence" is an agenda's too.
    if (begins && (words === text || (begins.rest !== '' && readsAsNames(begins.rest))))
      add('attendance', 1, 3);
    if (actionLine(text) !== null || actionAtEnd(text) !== null) add('action', 1, 2);
    if (closing.test(text)) add('closing', 1.5, 1.5);
    if (nextMeeting.test(words)) add('next', 0.7, 0.7);
    if (standingItem.test(headAndText(words).title)) add('standing', 0.7, 2.1);
    if (text.length > 30 && reporting.test(text)) add('reporting', 0.3, 1.5);
  };
  blocks.forEach((block, at) => {
    if (block.kind === 'line') {
      const { line } = block;
      lines++;
      if (isTitle(line, blocks, at)) add('title', namesMinutes(line.text) ? 3.5 : 2.5, 4);
      // "Decision maker: …", "Venue: …": a form about a meeting.
      if (line.text.length < 120 && labelOf(line.text)) add('facts', 0.4, 1.2);
      said(line.text);
      return;
    }
    const kind = minutesColumns(block.rows);
    if (kind?.kind === 'minutes') add('table', 2.5, 2.5);
    if (kind?.kind === 'attendance') add('attendance', 2, 3);
    // Only a table that minutes are written in is read as they are: a plan's cells report as well.
    const written = kind?.kind === 'minutes' || (kind === null && isMarginTable(block.rows));
    for (const { cells } of block.rows.slice(0, written ? 60 : 12)) {
      const first = foldSpace(cells[0]?.text ?? '');
      const value = foldSpace(cells[1]?.text ?? '');
      if (cells.length >= 2 && attendanceStart(`${first.replace(/\s*:$/, '')}:`)) add('attendance', 1, 3);
      else if (
        cells.length === 2 &&
        !written &&
        value.length < 120 &&
        labelOf(`${first.replace(/\s*:$/, '')}: ${value}`)
      )
        add('facts', 0.4, 1.2);
      if (decisionLabel.test(first) && cells.length === 2 && value.length > 20) add('resolved', 2, 2);
      if (titleWords.test(first) && meetingWords.test(first) && at < 8 && first.length < 200)
        add('title', 3.5, 4);
      if (!written) continue;
      for (const cell of cells) for (const text of textLines(cell.text)) said(text);
    }
  });
  const score = [...seen.values()].reduce((sum, weight) => sum + weight, 0);
  const named = (seen.get('title') ?? 0) > 0 || (seen.get('label') ?? 0) > 0;
  const record =
    ((seen.get('resolved') ?? 0) > 0 &&
      (named || seen.has('attendance') || seen.has('further') || seen.has('standing'))) ||
    (named && (seen.has('attendance') || (seen.get('reporting') ?? 0) > 0.8 || seen.has('closing'))) ||
    (seen.has('attendance') &&
      (seen.has('closing') || seen.has('action') || (seen.get('reporting') ?? 0) >= 1.2)) ||
    (seen.has('table') && (seen.has('attendance') || seen.has('standing')));
  const titled = (seen.get('title') ?? 0) > 0 && (seen.get('attendance') ?? 0) >= 2;
  return { score: lines + blocks.length === 0 ? 0 : score, record, titled };
}

function rowsOf(block: Block): number[] {
  return block.kind === 'line' ? [block.line.row] : block.rows.map(({ row }) => row);
}
