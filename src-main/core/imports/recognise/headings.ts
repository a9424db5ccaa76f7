import type { Context } from './context.ts';
import { linesOver } from './loose-cells.ts';
import type { ReadTable } from './read-table.ts';
import { isLeadLine } from './row-kinds.ts';
import { alsoAt, type SectionStack } from './section-stack.ts';
import { looksLikeSection, readSectionTitle } from './section-titles.ts';
import type { LooseLine } from './titles.ts';
import { isBullet } from './words.ts';

const longestHeading = 260;
/** Divisions of the paper, not of the plan. */
const paperDivision = /^(?:section|part|appendix|annex|table|figure|tab|page)\b/i;

/**
 * Reads the lines over a table as the section its rows stand under: a heading that says so ("Priority 2: …"), or,
 * where several tables of a kind have one each, the line that heads this one. Gives the lines used.
 */
export function openHeadings(
  context: Context,
  stack: SectionStack,
  o: { table: ReadTable; lines: readonly LooseLine[]; used: ReadonlySet<LooseLine>; several: boolean },
): { section: number | null; used: LooseLine[] } {
  const over = linesOver(o.lines, o.table.region).filter((line) => !o.used.has(line));
  const { sheet } = o.table.region;
  const used: LooseLine[] = [];
  let section: number | null = null;
  const named = over.findLastIndex(
    (line) =>
      looksLikeSection(line.text) &&
      !paperDivision.test(line.text) &&
      !isLeadLine(line.text) &&
      line.cells.length <= 2,
  );
  let at = named;
  if (at < 0 && o.several) {
    at = over.findLastIndex(
      (line) =>
        line.text.length <= 160 && !isBullet(line.text) && !/[.;]$/.test(line.text) && !isLeadLine(line.text),
    );
  }
  if (at < 0) return { section: null, used };
  // Headings above the nearest that say so too stand over it: "Chapter 2", then "Priority 2.1".
  const first =
    named >= 0 ? over.findIndex((line) => looksLikeSection(line.text) && !paperDivision.test(line.text)) : at;
  over.slice(first).forEach((line, offset) => {
    const isHeading = first + offset <= at && (named < 0 || looksLikeSection(line.text));
    if (line.text.length > longestHeading && isHeading) return;
    if (isHeading) {
      const opened = openOne(context, stack, o.table, line);
      section = opened < 0 ? null : opened;
    } else stack.addWords(sheet, line.cells);
    used.push(line);
  });
  for (const line of used) {
    for (const cell of line.cells) context.mark(sheet.index, line.row, cell.column, 'section');
  }
  return { section, used };
}

function openOne(context: Context, stack: SectionStack, table: ReadTable, line: LooseLine): number {
  const reading = readSectionTitle(line.text);
  if (table.kind.kind === 'kpis' && reading.ref !== null) {
    // "Priority 1: key performance indicators" belongs to the priority that the actions stand under.
    const same = context.drafts.sections.findIndex(
      (section) => section.ref === reading.ref && (reading.kind === null || section.kind === reading.kind),
    );
    if (same >= 0) {
      const section = context.drafts.sections[same];
      const at = line.cells[0];
      if (section && at) {
        section.details.push({ label: 'Heading', text: line.text });
        alsoAt(context, section, line.sheet, at, 'details');
      }
      return same;
    }
  }
  return stack.openRow(table.region.sheet, line.cells);
}
