import { readPeriod } from '#shared/domain/periods.ts';
import type { Context } from '../context.ts';
import { newPlaces } from '../places.ts';
import { type SectionStack, sectionStack } from '../section-stack.ts';
import { kindOfTitle } from '../titles.ts';
import type { DraftPlan, DraftSource } from '../types.ts';
import type { Paragraph } from './blocks.ts';
import { type Fact, factOfLine, factsOf, periodFrom, subjectFrom } from './facts.ts';
import { isGeneric } from './heading-words.ts';
import type { DocumentOutline } from './outline-document.ts';
import type { PlanNode } from './roles.ts';
import { periodOfTitle, yearsIn } from './title-block.ts';
import { nodesOf } from './tree.ts';

/** A plan while its document is read. */
export type OpenPlan = {
  readonly index: number;
  readonly stack: SectionStack;
  readonly preamble: string[];
  /** The heading that begins it; null where the whole document is one plan. */
  readonly node: PlanNode | null;
  /** Lines used for its title. */
  readonly lines: readonly Paragraph[];
  /** The facts it has said of itself so far. */
  readonly facts: Fact[];
};

/** Opens the plans of a document: one, or one for each heading that names a plan and says whose or when. */
export function openPlans(
  context: Context,
  outline: DocumentOutline,
  root: PlanNode,
  titleLines: ReadonlySet<Paragraph>,
): OpenPlan[] {
  const several = severalPlans(root, titleLines);
  if (several.length === 0) return [openWhole(context, outline)];
  return several.map((node) => {
    const heading = node.heading as Paragraph;
    const title = heading.words;
    const said = factsUnder(node);
    const words = yearsIn(title) ?? periodFrom(said) ?? context.year;
    const period = words === null ? null : readPeriod(words, context.options.yearStartMonth);
    return opened(
      context,
      {
        kind: kindOfTitle(title) ?? '',
        title,
        period: period?.start ? period : null,
        subject: subjectFrom(said),
        preamble: null,
        key: [],
        source: [context.layout(outline.sheet.index, [['title', 0, 0]]), heading.row, heading.row],
      },
      node,
      [heading],
    );
  });
}

function openWhole(context: Context, outline: DocumentOutline): OpenPlan {
  const { title } = outline;
  return opened(
    context,
    {
      kind: title.kind ?? '',
      title: title.title,
      period: periodOfTitle(title, context.year, context.options.yearStartMonth),
      subject: subjectFrom(title.facts) ?? title.owner,
      preamble: null,
      key: [],
      source: sourceOf(context, outline),
    },
    null,
    title.lines,
  );
}

function opened(
  context: Context,
  draft: DraftPlan,
  node: PlanNode | null,
  lines: readonly Paragraph[],
): OpenPlan {
  const index = context.drafts.plans.push(draft) - 1;
  for (const line of lines) context.mark(line.sheet.index, line.row, 0, 'placed');
  return { index, stack: sectionStack(context, index, null), preamble: [], node, lines, facts: [] };
}

function sourceOf(context: Context, outline: DocumentOutline): DraftSource | null {
  const { lines, titleFact } = outline.title;
  const cells = titleFact ? titleFact.cells.slice(-1) : lines.map((line) => line.cell);
  const rows = cells.map((cell) => cell.row);
  if (rows.length === 0) return null;
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const places = newPlaces();
  for (const cell of cells) places.add('title', cell.column, cell.row - first);
  return [context.layoutOf(outline.sheet.index, places), first, last];
}

/** Headings of one level that each name a plan of their own: by a subject, a period or facts of its own. */
function severalPlans(root: PlanNode, titleLines: ReadonlySet<Paragraph>): PlanNode[] {
  for (const level of [
    root,
    ...root.children.filter((node) => node.heading && titleLines.has(node.heading)),
  ]) {
    const named = level.children.filter((node) => {
      const words = node.heading?.words ?? '';
      return /\bplan\b/i.test(words) && !isGeneric(words) && words.length <= 160 && holdsTable(node);
    });
    const own = named.filter(
      (node) => factsUnder(node).length > 0 || yearsIn(node.heading?.words ?? '') !== null,
    );
    if (own.length >= 2 && own.length === named.length) return named;
  }
  return [];
}

function holdsTable(node: PlanNode): boolean {
  for (const one of nodesOf(node)) {
    if (one.content.some((part) => part.kind === 'table-part' && isOfPlan(part.read.kind.kind))) return true;
  }
  return false;
}

function isOfPlan(kind: string): boolean {
  return kind === 'actions' || kind === 'kpis';
}

/** Facts right under a heading, before its first table of actions. */
function factsUnder(node: PlanNode): Fact[] {
  const facts: Fact[] = [];
  for (const part of node.content) {
    if (part.kind === 'paragraph') {
      const fact = factOfLine(part);
      if (fact) facts.push(fact);
      continue;
    }
    const own = factsOf(part.block);
    if (own) facts.push(...own);
    else if (isOfPlan(part.read.kind.kind)) break;
  }
  return facts;
}
