import type { GridCell } from '#shared/contract/grid.ts';
import type { Context } from '../context.ts';
import { isLeadLine } from '../row-kinds.ts';
import { alsoAt, type SectionStack } from '../section-stack.ts';
import { readSectionTitle, sectionKindOf } from '../section-titles.ts';
import { foldSpace, linesOf, withoutBullet } from '../words.ts';
import { isGeneric, labelKind } from './heading-words.ts';
import type { DocumentReadTable } from './read-tables.ts';

/** Reads the rows above a table's headings: the priority it is of, who leads it, what it is for. */
export function openLeadRows(context: Context, stack: SectionStack, table: DocumentReadTable): void {
  const { sheet } = table.block;
  let opened = false;
  if (table.title) {
    opened = openTitle(context, stack, table, table.title);
    titled(context, stack, table, table.title);
  }
  for (const row of table.lead) {
    const cells = sheet.filled(row);
    const [first, second] = cells;
    if (!first) continue;
    for (const cell of cells) context.mark(sheet.index, row, cell.column, 'section');
    if (cells.length === 1 && !opened) {
      opened = openTitle(context, stack, table, first);
      continue;
    }
    if (opened && cells.length <= 4 && cells.every((cell) => saidOfIt.test(foldSpace(cell.text)))) {
      for (const cell of cells) addToSection(context, stack, table, cell);
      continue;
    }
    if (cells.length === 2 && second && first.text.length <= 80) {
      opened = openPair(context, stack, table, first, second, opened) || opened;
      continue;
    }
    if (cells.length === 4 && cells.every((cell, at) => at % 2 === 1 || cell.text.length <= 60)) {
      for (const at of [0, 2])
        opened =
          openPair(context, stack, table, cells[at] as GridCell, cells[at + 1] as GridCell, opened) || opened;
      continue;
    }
    const section = current(context, stack);
    if (cells.length === 1 && readSectionTitle(first.text).ref !== null && !isLeadLine(foldSpace(first.text)))
      stack.openRow(sheet, cells);
    else if (section && cells.length === 1) addCell(context, section, table, first);
    else {
      const text = cells.map((cell) => foldSpace(cell.text)).join(' | ');
      if (section) section.details.push({ label: 'Heading', text });
      else addToPlan(context, text);
    }
  }
}

/** "Lead: A Shaw": a label with its answer in one cell. */
const saidOfIt = /^[^:]{2,50}:\s+\S/;

function addToSection(context: Context, stack: SectionStack, table: DocumentReadTable, cell: GridCell): void {
  const section = current(context, stack);
  if (section) addCell(context, section, table, cell);
  else addToPlan(context, foldSpace(cell.text));
}

/** A title among the headings is a section's words, though it stands in a row of headings. */
function titled(context: Context, stack: SectionStack, table: DocumentReadTable, cell: GridCell): void {
  const section = current(context, stack);
  const text = foldSpace(cell.text);
  if (section && !`${section.ref ?? ''} ${section.title}`.includes(text.replace(/^\S+\s/, '')))
    section.details.push({ label: 'Heading', text });
  context.mark(table.block.sheet.index, cell.row, cell.column, 'section');
}

function openTitle(context: Context, stack: SectionStack, table: DocumentReadTable, cell: GridCell): boolean {
  const { sheet } = table.block;
  const text = foldSpace(cell.text);
  const section = current(context, stack);
  if (section && (isLeadLine(text) || labelKind(text) !== null)) {
    addCell(context, section, table, cell);
    return true;
  }
  if (isGeneric(text) && readSectionTitle(text).ref === null) {
    context.mark(sheet.index, cell.row, cell.column, 'header');
    return false;
  }
  if (section && readSectionTitle(text).title === section.title) return true;
  const [title, ...more] = linesOf(cell.text);
  // A title with its lead and its aims beneath it, all in one cell.
  stack.openRow(sheet, [more.length > 0 && title && more.some(isLeadLine) ? { ...cell, text: title } : cell]);
  const opened = current(context, stack);
  if (opened && more.some(isLeadLine)) {
    for (const line of more) addCell(context, opened, table, { ...cell, text: line });
  }
  return true;
}

/** "Priority 2 | Attendance", "Lead officer | Ada Okafor". */
function openPair(
  context: Context,
  stack: SectionStack,
  table: DocumentReadTable,
  label: GridCell,
  value: GridCell,
  opened: boolean,
): boolean {
  const { sheet } = table.block;
  const name = foldSpace(label.text).replace(/\s*:$/, '');
  if (!opened && (sectionKindOf(name) !== null || readSectionTitle(`${name}: ${value.text}`).ref !== null)) {
    stack.openRow(sheet, [{ ...label, text: `${name}:` }, value]);
    return true;
  }
  const section = current(context, stack);
  const text = linesOf(value.text).join('\n');
  if (!section) {
    addToPlan(context, `${name}: ${text}`);
    return false;
  }
  if (isLeadLine(`${name}: ${foldSpace(value.text)}`))
    section.leads.push(...context.leads(foldSpace(value.text)));
  if (labelKind(`${name}:`) === 'aims') section.bullets.push(...linesOf(value.text).map(withoutBullet));
  section.details.push({ label: name, text });
  alsoAt(context, section, sheet, value, 'details');
  return false;
}

function addCell(
  context: Context,
  section: NonNullable<ReturnType<typeof current>>,
  table: DocumentReadTable,
  cell: GridCell,
): void {
  alsoAt(context, section, table.block.sheet, cell, 'details');
  for (const line of linesOf(cell.text)) {
    const colon = line.search(/[:–-]/);
    if (isLeadLine(line)) {
      const words = line.slice(colon + 1).trim();
      section.leads.push(...context.leads(words));
      section.details.push({ label: line.slice(0, colon).trim(), text: words });
      continue;
    }
    const said = /^([^:]{3,50}):\s+(\S.*)$/.exec(line);
    if (said?.[1] && said[2]) section.details.push({ label: said[1], text: said[2] });
    else section.details.push({ label: 'Heading', text: line });
  }
}

function current(context: Context, stack: SectionStack) {
  const index = stack.peek();
  return index === null ? undefined : context.drafts.sections[index];
}

function addToPlan(context: Context, text: string): void {
  const plan = context.drafts.plans[context.drafts.plans.length - 1];
  if (plan) plan.preamble = plan.preamble === null ? text : `${plan.preamble}\n${text}`;
}
