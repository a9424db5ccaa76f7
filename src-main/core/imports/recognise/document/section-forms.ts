import type { GridCell } from '#shared/contract/grid.ts';
import type { Context } from '../context.ts';
import { alsoAt, type SectionStack } from '../section-stack.ts';
import { looksLikeSection, readSectionTitle } from '../section-titles.ts';
import { foldSpace, linesOf } from '../words.ts';
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
  if (headedForm(table) !== null) return openHeadedForm(context, stack, table);
  openLeadRows(context, stack, { ...table, title: null, lead: filledRows(table) });
  return true;
}

export function isSectionForm(table: DocumentReadTable): boolean {
  if (table.read.kind.kind !== 'text' || table.lead.length > 0) return false;
  if (headedForm(table) !== null) return true;
  const lines = filledRows(table).map((row) => table.block.sheet.filled(row));
  if (lines.length < 2 || lines.length > mostRows) return false;
  // "Vision | …" may stand over "Theme 1 | …"; of several themes the table is a list.
  const at = lines.findIndex(namesSection);
  if (at < 0 || lines.findLastIndex(namesSection) !== at) return false;
  if (!lines.slice(0, at).every((cells) => cells.length === 2 && overall.test(cells[0]?.text ?? '')))
    return false;
  return lines.every(
    (cells, row) =>
      row === at ||
      cells.length === 1 ||
      (cells.length === 2 && (cells[0]?.text.length ?? 0) <= longestLabel),
  );
}

/** What is said of the whole plan, before its first section. */
const overall =
  /^\W*(?:(?:our|the|overall|shared|strategic) )*(?:vision|mission|ambition|purpose|values?|plan|strategy|context|introduction|outcomes? framework)\b.{0,40}$/i;

/** "Priority 2 | Attendance", "Theme 1: A good start" over the width of the table. */
function namesSection(cells: readonly GridCell[]): boolean {
  const said = cells.map((cell) => foldSpace(cell.text));
  const name = cells.length === 2 ? `${(said[0] ?? '').replace(/\s*:$/, '')}: ${said[1]}` : said.join(' ');
  if (cells.length > 2 || name.length > longestTitle || !looksLikeSection(name)) return false;
  return readSectionTitle(name).ref !== null;
}

/** Labels of what a breach or a finding is of: the words beneath name the section. */
const ofSection =
  /^(?:regulations?|standard|recommendation|key (?:line of enquiry|question|issue)|requirement|area (?:for|of) \w+|finding|condition|must do|breach)(?: (?:no\.?|number|breached|not (?:being )?met))?\s*:?$/i;

type HeadedForm = {
  readonly title: GridCell;
  readonly labels: readonly GridCell[];
  readonly answers: readonly GridCell[];
};

/**
 * "Regulated activity | Regulation" over what they are, then labels over the whole width, each above its answer: as
 * regulators lay out what an action plan answers. Null for any other table.
 */
function headedForm(table: DocumentReadTable): HeadedForm | null {
  const { sheet } = table.block;
  const lines = filledRows(table).map((row) => sheet.filled(row));
  const [labels, answers, ...below] = lines;
  if (!labels || !answers || labels.length < 2 || labels.length > 4 || lines.length > mostRows) return null;
  if (!labels.every((cell) => cell.text.trim().length <= 60) || answers.length > labels.length) return null;
  if (!below.every((cells) => cells.length === 1)) return null;
  const label = labels.find((cell) => ofSection.test(foldSpace(cell.text)));
  const title = label && answers.find((cell) => cell.column === label.column);
  if (!title || foldSpace(title.text).length > longestTitle) return null;
  return { title, labels, answers };
}

function openHeadedForm(context: Context, stack: SectionStack, table: DocumentReadTable): boolean {
  const form = headedForm(table);
  if (form === null) return false;
  const { sheet } = table.block;
  stack.openRow(sheet, [form.title]);
  const section = context.drafts.sections[stack.peek() ?? -1];
  if (!section) return false;
  const keep = (label: string, cells: readonly GridCell[]): void => {
    const name = foldSpace(label).replace(/\s*:$/, '');
    const text = cells.map((cell) => linesOf(cell.text).join('\n')).join('\n');
    section.details.push(text === '' ? { label: 'Heading', text: name } : { label: name, text });
    for (const cell of cells) alsoAt(context, section, sheet, cell, 'details');
  };
  for (const label of form.labels) {
    const answer = form.answers.find((cell) => cell.column === label.column);
    if (answer !== form.title) keep(label.text, answer ? [answer] : []);
    else section.details.push({ label: 'Heading', text: foldSpace(label.text) });
  }
  let open: { label: string; cells: GridCell[] } | null = null;
  for (const row of filledRows(table).slice(2)) {
    const cell = sheet.filled(row)[0] as GridCell;
    const isLabel =
      cell.text.trim().length <= longestLabel && (cell.bold === true || /:\s*$/.test(cell.text));
    if (isLabel) {
      if (open) keep(open.label, open.cells);
      open = { label: cell.text, cells: [] };
    } else if (open) open.cells.push(cell);
    else keep('Note', [cell]);
  }
  if (open) keep(open.label, open.cells);
  for (const row of filledRows(table))
    for (const cell of sheet.filled(row)) context.mark(sheet.index, row, cell.column, 'section');
  return true;
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
