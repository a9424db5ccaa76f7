import type { Context } from '../context.ts';
import type { SectionStack } from '../section-stack.ts';
import { looksLikeSection, readSectionTitle } from '../section-titles.ts';
import { foldSpace } from '../words.ts';
import { isGeneric, labelKind } from './heading-words.ts';
import { openLeadRows } from './lead-rows.ts';
import type { Passage } from './passages.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { rows } from './table-parts.ts';

const mostRows = 24;
const longestTitle = 220;
const longestLabel = 80;

/**
 * Whether a table is the face of a section: "Priority 1 | Safer streets" over its lead, why and what it is for, with
 * its actions in a table of their own. Opens the section and keeps the other rows with it.
 */
export function openSectionForm(context: Context, stack: SectionStack, table: DocumentReadTable): boolean {
  if (!isSectionForm(table)) return false;
  openLeadRows(context, stack, { ...table, title: null, lead: filledRows(table) });
  return true;
}

export function isSectionForm(table: DocumentReadTable): boolean {
  if (table.read.kind.kind !== 'text' || table.lead.length > 0) return false;
  const lines = filledRows(table).map((row) => table.block.sheet.filled(row));
  const [first] = lines;
  if (!first || lines.length < 2 || lines.length > mostRows) return false;
  const said = first.map((cell) => foldSpace(cell.text));
  const name = first.length === 2 ? `${(said[0] ?? '').replace(/\s*:$/, '')}: ${said[1]}` : said.join(' ');
  if (first.length > 2 || name.length > longestTitle || !looksLikeSection(name)) return false;
  if (readSectionTitle(name).ref === null) return false;
  return lines
    .slice(1)
    .every(
      (cells) => cells.length === 1 || (cells.length === 2 && (cells[0]?.text.length ?? 0) <= longestLabel),
    );
}

function filledRows(table: DocumentReadTable): number[] {
  const { sheet, top, bottom } = table.block;
  return rows(top, bottom).filter((row) => sheet.filled(row).length > 0);
}

/** The words before a table without the line that only names what kind of table it is: "Performance measures". */
export function withoutTableLabel(
  context: Context,
  passages: readonly Passage[],
  next: readonly Passage[] | DocumentReadTable | undefined,
): readonly Passage[] {
  const last = passages[passages.length - 1];
  if (next === undefined || !('region' in next) || last?.kind !== 'text') return passages;
  const line = last.paragraphs[last.paragraphs.length - 1];
  if (!line || line.text.length > 60 || /[.;,]$/.test(line.text)) return passages;
  if (labelKind(line.words) === null && !isGeneric(line.words)) return passages;
  context.mark(line.sheet.index, line.row, 0, 'header');
  const before = last.paragraphs.slice(0, -1);
  return [
    ...passages.slice(0, -1),
    ...(before.length > 0 ? [{ kind: 'text' as const, paragraphs: before }] : []),
  ];
}
