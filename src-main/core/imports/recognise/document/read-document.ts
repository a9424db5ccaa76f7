import type { TableView } from '#shared/contract/imports.ts';
import { placeByNumber } from '../chapters-by-number.ts';
import type { Context } from '../context.ts';
import { draftLooseLists } from '../loose-lists.ts';
import { addKeyTables } from '../plan-key.ts';
import type { ReadKey } from '../read-workbook.ts';
import type { Paragraph } from './blocks.ts';
import { takeBodies } from './bodies.ts';
import type { DocumentTable } from './document-tables.ts';
import { takeFootnotes } from './footnotes.ts';
import { inText } from './heading-lines.ts';
import type { DocumentOutline } from './outline-document.ts';
import { type OpenPlan, openPlans } from './plans.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { type PlanNode, rolesOf } from './roles.ts';
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
  const use = (row: number) => {
    const paragraph = byRow.get(row);
    if (paragraph) used.add(paragraph);
  };
  for (const { key } of o.keyLines) use(key.row);

  const titleLines = new Set<Paragraph>(outline.title.lines);
  const plans = openPlans(context, outline, root, titleLines);
  for (const plan of plans) for (const line of plan.lines) used.add(line);

  const lists = draftLooseLists(
    context,
    outline.lines,
    new Set(outline.lines.filter((line) => used.has(byRow.get(line.row) as Paragraph))),
  );
  for (const line of lists.used) {
    context.mark(outline.sheet.index, line.row, 0, 'placed');
    use(line.row);
  }
  for (const line of lists.headings) {
    context.mark(outline.sheet.index, line.row, 0, 'header');
    use(line.row);
  }
  for (const one of takeBodies(context, root, used)) used.add(one);

  const roles = rolesOf(root, titleLines, used);
  const views = walk(context, { root, roles, plans, used, remarks: o.remarks, title: outline.title });
  placeByNumber(context.drafts);
  addKeyTables(
    context,
    [...tables.values()].map((table) => table.read),
  );
  finish(context, outline, plans, o.keyLines);
  return views.sort((a, b) => a.top - b.top);
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
  draft?.key.unshift(...keyLines.map((one) => one.key.entry));
  for (const { key } of keyLines) context.mark(grid, key.row, 0, 'placed');
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

export type { PlanNode };
