import { looksLikeSection, readSectionTitle, type SectionTitle } from '../section-titles.ts';
import { answersIn, isAnswerLine } from './answers.ts';
import type { Paragraph } from './blocks.ts';
import { isGeneric, labelKind, namesSectionOnly } from './heading-words.ts';
import { isActionList, type Passage, passagesOf } from './passages.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { type Node, nodesOf } from './tree.ts';

/** Divisions of the paper, not of the plan. */
const dividesPaper = /^(?:section|part|appendix|annexe?|table|figure|tab|page)\b/i;

export type PlanNode = Node<DocumentReadTable>;

/**
 * What a heading is to the plan: a section of it; the section of the same number again; a label ("Objectives");
 * an action whose answers stand
 * beneath it; or words that head no section: their text goes to what they stand under.
 */
export type Role = 'root' | 'title' | 'section' | 'again' | 'label' | 'action' | 'plain';

/** What the tree of a document means, found out before anything is written. */
export type Roles = {
  of(node: PlanNode): Role;
  reading(node: PlanNode): SectionTitle;
  /** The running text under a heading, between its tables. */
  passages(node: PlanNode): readonly (readonly Passage[] | DocumentReadTable)[];
};

export function rolesOf(
  root: PlanNode,
  titleLines: ReadonlySet<Paragraph>,
  used: ReadonlySet<Paragraph>,
): Roles {
  const readings = new Map<PlanNode, SectionTitle>();
  const texts = new Map<PlanNode, (readonly Passage[] | DocumentReadTable)[]>();
  const full = new Set<PlanNode>();
  const numbered = new Map<string, PlanNode[]>();
  const all = [...nodesOf(root)];
  for (const node of all) {
    texts.set(node, partsOf(node, used));
    readings.set(node, readSectionTitle(node.heading?.text ?? ''));
  }
  // From the deepest up: a heading holds the plan where something below it does.
  for (const node of all.toReversed()) {
    const own = (texts.get(node)?.some(holdsPlan) ?? false) || isAction(node, used);
    if (own || node.children.some((child) => full.has(child))) full.add(node);
    const name = numberOf(node);
    if (name !== null) numbered.set(name, [node, ...(numbered.get(name) ?? [])]);
  }

  function numberOf(node: PlanNode): string | null {
    const reading = readings.get(node);
    if (!node.heading || !reading?.ref || !looksLikeSection(node.heading.text)) return null;
    if (dividesPaper.test(node.heading.text)) return null;
    return `${reading.kind ?? ''} ${reading.ref}`;
  }

  /** A name over the title, or a line of the cover over all sections of the plan: it heads the paper, not a part. */
  function isCover(node: PlanNode): boolean {
    const { heading, children, parent } = node;
    if (!heading || numberOf(node) !== null) return false;
    if (children.some((child) => child.heading && titleLines.has(child.heading))) return true;
    // "Mill Lane School" by style over "Development plan 2022" as a plain line.
    const first = node.content[0];
    if (parent?.heading === null && first?.kind === 'paragraph' && titleLines.has(first)) return true;
    const over = parent?.heading ? titleLines.has(parent.heading) : parent !== null;
    if (!over || node.styled || isLabel(node) || node.content.some((one) => one.kind === 'table-part'))
      return false;
    const sections = children.filter((child) => full.has(child));
    if (sections.length < 2 || !sections.every((child) => numberOf(child) !== null)) return false;
    return !parent?.children.some((other) => other !== node && full.has(other));
  }

  function roleOf(node: PlanNode): Role {
    const { heading } = node;
    if (!heading) return 'root';
    if (titleLines.has(heading)) return 'title';
    if (used.has(heading) || isCover(node)) return 'plain';
    if (isAction(node, used)) return 'action';
    const name = numberOf(node);
    if (isLabel(node)) return 'label';
    const same = name === null ? [] : (numbered.get(name) ?? []);
    const sameOnly = namesSectionOnly(heading.text);
    if (same.length > 1) {
      const first = same.find((one) => full.has(one)) ?? same[0];
      const empty = !full.has(node) && node.children.length === 0;
      if (node !== first && sameOnly !== null) return 'again';
      if (node !== first && sameTitle(readings.get(node), first && readings.get(first)))
        return empty ? 'plain' : 'again';
      // An overview before the sections themselves.
      if (empty && first !== node) return 'plain';
    }
    if (name !== null) return 'section';
    if (isGeneric(heading.words)) return 'plain';
    return full.has(node) ? 'section' : 'plain';
  }

  const roles = new Map(all.map((node) => [node, roleOf(node)]));
  return {
    of: (node) => roles.get(node) ?? 'plain',
    reading: (node) => readings.get(node) ?? readSectionTitle(node.heading?.text ?? ''),
    passages: (node) => texts.get(node) ?? [],
  };
}

/** "4.1 Train all staff" over "Lead: AB" and "By when: June 2012": what is to be done, set as a heading. */
function isAction(node: PlanNode, used: ReadonlySet<Paragraph>): boolean {
  const { heading, content, children } = node;
  if (!heading || children.length > 0 || content.length === 0 || heading.text.length > 260) return false;
  // A priority with a lead and a date is still a priority.
  if (looksLikeSection(heading.text)) return false;
  const lines = content.filter((one): one is Paragraph => one.kind === 'paragraph');
  if (lines.length < content.length || lines.some((line) => used.has(line))) return false;
  const answers = lines.filter((line) => isAnswerLine(line.words));
  const fields = answers.map((line) => answersIn(line.words));
  // Leads twice over are those of several actions.
  if (fields.filter((one) => one.leads !== null).length > 1) return false;
  const who = fields.some((one) => one.leads !== null);
  const when = fields.some((one) => (one.timescale ?? one.status) !== null);
  const named = /^(?:key |priority )?action\b/i.test(heading.words);
  if (named) return (who || when) && answers.length * 3 >= lines.length;
  return who && when && answers.length * 2 >= lines.length;
}

/** Whether running text follows a label right away; over a table it says nothing more. */
export function labelsText(node: PlanNode): boolean {
  return node.content[0]?.kind === 'paragraph';
}

/** "Objectives", "What we will do": not "Outcomes for children in care" over a table of its own. */
function isLabel(node: PlanNode): boolean {
  const { heading, content, styled } = node;
  if (!heading || labelKind(heading.words) === null || readSectionTitle(heading.text).ref !== null)
    return false;
  return !(styled && !isGeneric(heading.words) && content.some((one) => one.kind === 'table-part'));
}

function sameTitle(one: SectionTitle | undefined, other: SectionTitle | undefined): boolean {
  const words = (title: string) =>
    title
      .toLowerCase()
      .replace(/\(?\s*cont(?:inued|['’]?d)?\.?\s*\)?$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return one !== undefined && other !== undefined && words(one.title) === words(other.title);
}

/** Tables of actions or indicators, lists of actions, aims, a lead. */
function holdsPlan(part: readonly Passage[] | DocumentReadTable): boolean {
  if ('region' in part) return part.read.kind.kind === 'actions' || part.read.kind.kind === 'kpis';
  return part.some(
    (passage) =>
      passage.kind === 'lead' ||
      (passage.kind === 'list' && (passage.says === 'aims' || isActionList(passage))),
  );
}

/** What stands under a heading, its label first where it is one: text between tables read as passages. */
function partsOf(node: PlanNode, used: ReadonlySet<Paragraph>): (readonly Passage[] | DocumentReadTable)[] {
  const parts: (readonly Passage[] | DocumentReadTable)[] = [];
  let open: Paragraph[] = [];
  const { heading } = node;
  if (heading && !used.has(heading) && isLabel(node) && labelsText(node)) open.push(heading);
  for (const one of node.content) {
    if (one.kind === 'paragraph') {
      if (!used.has(one)) open.push(one);
      continue;
    }
    if (open.length > 0) parts.push(passagesOf(open));
    open = [];
    parts.push(one);
  }
  if (open.length > 0) parts.push(passagesOf(open));
  return parts;
}
