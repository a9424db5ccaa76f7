import type { TableView } from '#shared/contract/imports.ts';
import { placeByNumber } from '../chapters-by-number.ts';
import type { Context } from '../context.ts';
import { draftLooseLists } from '../loose-lists.ts';
import { noteLinesOf, takeNoteLines } from '../note-lines.ts';
import { addKeyTables, markKeyLabels } from '../plan-key.ts';
import type { ReadKey } from '../read-workbook.ts';
import type { LooseLine } from '../titles.ts';
import type { Paragraph } from './blocks.ts';
import { takeBodies } from './bodies.ts';
import type { DocumentTable } from './document-tables.ts';
import { takeFootnotes } from './footnotes.ts';
import { inText } from './heading-lines.ts';
import type { DocumentOutline } from './outline-document.ts';
import { type OpenPlan, openPlans } from './plans.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { rolesOf } from './roles.ts';
import { treeOf } from './tree.ts';
import { walk } from './walk.ts';

/**
 * Makes the plan of a document, or its plans: sections from its headings, records from its tables and lists, the rest
 * of its words kept with what they stand under. Gives the tables as the screen shows them.
 */
export function readDocument(
  context: Context,
  o: {
    outline: DocumentOutline;
    tables: ReadonlyMap<DocumentTable, DocumentReadTable>;
    keyLines: readonly ReadKey[];
    remarks: string[];
  },
): TableView[] {
  const { outline, tables } = o;
  const inPage = outline.blocks.filter((block) => block.kind === 'table' || inText(block));
  const root = treeOf<DocumentReadTable>(inPage, outline.headings, (block) =>
    (outline.tables.get(block) ?? []).flatMap((table) => tables.get(table) ?? []),
  );
  const used = new Set<Paragraph>(outline.title.lines);
  const byRow = new Map<number, Paragraph>();
  for (const block of outline.blocks) if (block.kind === 'paragraph') byRow.set(block.row, block);
  const rows = new Set<number>();
  const use = (line: LooseLine, fate: 'placed' | 'header') => {
    rows.add(line.row);
    const paragraph = byRow.get(line.row);
    if (paragraph) used.add(paragraph);
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, fate);
  };
  for (const { line } of o.keyLines) use(line, 'placed');
  markKeyLabels(context, o.keyLines);
  for (const line of headsOfKey(outline.lines, o.keyLines)) use(line, 'header');

  const titleLines = new Set<Paragraph>(outline.title.lines);
  const plans = openPlans(context, outline, root, titleLines);
  const first = plans[0] as OpenPlan;
  for (const plan of plans) for (const line of plan.lines) used.add(line);

  const isUsed = (row: number) => {
    const paragraph = byRow.get(row);
    return paragraph !== undefined && used.has(paragraph);
  };
  const lists = draftLooseLists(
    context,
    outline.lines,
    new Set(outline.lines.filter((line) => rows.has(line.row) || isUsed(line.row))),
  );
  for (const line of lists.used) use(line, 'placed');
  for (const line of lists.headings) use(line, 'header');
  for (const one of takeBodies(context, root, used)) used.add(one);

  const below = rowsUnderTables(outline);
  const notes = noteLinesOf(outline.lines.filter((line) => below.has(line.row) && !isUsed(line.row)));
  for (const { line } of notes) use(line, 'placed');

  const roles = rolesOf(root, titleLines, used);
  const views = walk(context, { root, roles, plans, used, rows, remarks: o.remarks });
  placeByNumber(context);
  for (const note of takeNoteLines(context, notes))
    first.preamble.push(`Footnote ${note.mark}: ${note.text}`);
  addKeyTables(
    context,
    [...tables.values()].map((table) => table.read),
  );
  finish(context, outline, plans, o.keyLines);
  return views.sort((a, b) => a.top - b.top);
}

/** Rows of the lines right under a table, with nothing but other notes between. */
function rowsUnderTables(outline: DocumentOutline): Set<number> {
  const found = new Set<number>();
  let under = false;
  for (const block of outline.blocks) {
    if (block.kind === 'table') under = true;
    else if (under && /^\W?(?:\d{1,2}|[⁰¹²³⁴-⁹†‡§])/u.test(block.text)) found.add(block.row);
    else under = false;
  }
  return found;
}

/** "RAG key" right above its lines. */
function headsOfKey(lines: readonly LooseLine[], keyLines: readonly ReadKey[]): LooseLine[] {
  const first = keyLines[0]?.key;
  if (!first) return [];
  return lines.filter(
    (line) =>
      line.row < first.row &&
      first.row - line.row <= 2 &&
      line.text.length <= 60 &&
      /\b(?:key|legend|ratings?|status)\b/i.test(line.text),
  );
}

/** What is left when all has been read: the key, footnotes, page margins, the preamble. */
function finish(
  context: Context,
  outline: DocumentOutline,
  plans: readonly OpenPlan[],
  keyLines: readonly ReadKey[],
): void {
  const grid = outline.sheet.index;
  const first = plans[0] as OpenPlan;
  const draft = context.drafts.plans[first.index];
  if (draft) {
    const entries = keyLines.map((one) => one.key.entry);
    const others = draft.key.filter((entry) => !entries.some((one) => one.label === entry.label));
    draft.key = [...entries, ...others];
  }
  for (const line of outline.furniture) context.mark(grid, line.row, 0, 'furniture');
  takeFootnotes(
    context,
    outline.blocks.filter(
      (block): block is Paragraph => block.kind === 'paragraph' && block.said.part === 'footnote',
    ),
    first.preamble,
  );
  for (const plan of plans) {
    const own = context.drafts.plans[plan.index];
    if (!own) continue;
    own.preamble = plan.preamble.length === 0 ? null : plan.preamble.join('\n');
    const hasActions = context.drafts.actions.some((action) => action.plan === plan.index);
    if (own.kind === '')
      own.kind = hasActions || context.drafts.kpis.length === 0 ? 'action plan' : 'set of indicators';
  }
}
