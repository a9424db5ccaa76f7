import type { TableView } from '#shared/contract/imports.ts';
import type { Detail } from '#shared/contract/register.ts';
import type { DraftSource, Drafts, HeadingLine } from './types.ts';
import { foldSpace } from './words.ts';

/** A heading, label or piece of furniture whose words no record and no table's heading says. */
export type UnsaidHeading = {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
  readonly furniture: boolean;
  readonly text: string;
};

const label = 'Heading';

/**
 * Gives headings that no record says a home: of minutes, with their meeting ("Supporting documents:"); over what a
 * section holds, with that section ("Objectives:"); all others are named in what the import says of the file. A
 * heading is no record, but its words are words of the document.
 */
export function keepHeadings(
  drafts: Drafts,
  unsaid: readonly UnsaidHeading[],
  tables: readonly TableView[],
): HeadingLine[] {
  if (unsaid.length === 0) return [];
  const lines: HeadingLine[] = [];
  const holders = holdersOf(drafts);
  for (const row of rowsOf(unsaid)) {
    const [first] = row;
    if (!first) continue;
    const texts = row.map(({ text }) => foldSpace(text));
    const inTable = tables.some(
      ({ sheet, top, bottom }) => sheet === first.grid && first.row >= top && first.row <= bottom,
    );
    const details = first.furniture || inTable ? null : holders(first.grid, first.row);
    if (details) addDetail(details, texts.join(' · '));
    else {
      const { grid, furniture } = first;
      const last = row[row.length - 1] ?? first;
      lines.push({ grid, row: first.row, column: first.column, toColumn: last.column, furniture, texts });
    }
  }
  return lines;
}

/** Headings of one row stand together. */
function rowsOf(unsaid: readonly UnsaidHeading[]): UnsaidHeading[][] {
  const rows: UnsaidHeading[][] = [];
  for (const one of unsaid) {
    const open = rows[rows.length - 1];
    const [first] = open ?? [];
    if (first?.grid === one.grid && first.row === one.row && first.furniture === one.furniture)
      open?.push(one);
    else rows.push([one]);
  }
  return rows;
}

function addDetail(details: Detail[], text: string): void {
  const at = details.findIndex((one) => one.label === label);
  const before = details[at];
  if (!before) details.push({ label, text });
  else if (!before.text.split('\n').includes(text)) details[at] = { label, text: `${before.text}\n${text}` };
}

type Standing = { readonly row: number; readonly section: number | null };

/** Whose heading stands at a row: the meeting of its grid, or the section that the next record below is of. */
function holdersOf(drafts: Drafts): (grid: number, row: number) => Detail[] | null {
  const gridOf = (source: DraftSource) => drafts.layouts[source[0]]?.grid;
  const ofGrid = new Map<number, readonly Standing[]>();
  const standings = (grid: number): readonly Standing[] => {
    const known = ofGrid.get(grid);
    if (known) return known;
    const all: Standing[] = [];
    const add = (source: DraftSource, section: number | null) => {
      if (gridOf(source) === grid) all.push({ row: source[1], section });
    };
    for (const one of drafts.sections) add(one.source, one.parent);
    for (const one of drafts.actions) add(one.source, one.section);
    for (const one of drafts.kpis) add(one.source, one.section);
    for (const list of [drafts.duties, drafts.glossary, drafts.bodies])
      for (const one of list) add(one.source, null);
    all.sort((a, b) => a.row - b.row);
    ofGrid.set(grid, all);
    return all;
  };
  return (grid, row) => {
    const meetings = drafts.meetings.filter((one) => gridOf(one.source) === grid);
    const meeting = meetings.findLast((one) => one.source[1] <= row) ?? meetings[0];
    if (meeting) return meeting.details;
    const section = drafts.sections[standings(grid).find((one) => one.row > row)?.section ?? -1];
    const above = section && gridOf(section.source) === grid && section.source[1] <= row;
    return above ? section.details : null;
  };
}
