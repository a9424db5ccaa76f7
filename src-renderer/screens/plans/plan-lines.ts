import type { ActionRow } from '#shared/contract/plans.ts';
import { count } from '../../format/words.ts';
import type { GridLine, RowLine } from '../../grid/lines.ts';
import type { PlanTree } from './section-tree.ts';

const blankMark = 'blank:';
const noSection = 'none';

/** The blank row under a section, or under all rows that stand in none. */
export function blankId(sectionId: string | null): string {
  return `${blankMark}${sectionId ?? noSection}`;
}

/** The section a blank row adds to; undefined where the id is no blank row's. */
export function sectionOfBlank(id: string): string | null | undefined {
  if (!id.startsWith(blankMark)) return undefined;
  const section = id.slice(blankMark.length);
  return section === noSection ? null : section;
}

/**
 * The plan from top to bottom. Every section has a head; an empty section and the end of the plan have a blank
 * row to type into. With `keep`, only what it keeps and the heads above it, under the numbers of the whole
 * plan. `sorted` puts the rows of one section in another order.
 */
export function planLines(
  tree: PlanTree,
  keep: ((action: ActionRow) => boolean) | null,
  sorted: (lines: readonly RowLine<ActionRow>[]) => readonly RowLine<ActionRow>[] = (own) => own,
): GridLine<ActionRow>[] {
  const lines: GridLine<ActionRow>[] = [];
  let number = 0;
  const addRows = (actions: readonly ActionRow[]) => {
    const own: RowLine<ActionRow>[] = [];
    for (const row of actions) {
      number += 1;
      if (!keep || keep(row)) own.push({ kind: 'row', id: row.id, number, row });
    }
    for (const line of sorted(own)) lines.push(line);
  };
  addRows(tree.loose);
  if (!keep && tree.all.length === 0) lines.push({ kind: 'blank', id: blankId(null) });
  const last = tree.all.at(-1);
  for (const node of tree.all) {
    const { section, own, children, total } = node;
    number += 1;
    const place = lines.length;
    lines.push({
      kind: 'group',
      id: section.id,
      number,
      ref: section.ref,
      title: section.title,
      note: total === 0 ? '' : count(total, 'action'),
    });
    addRows(own);
    const empty = own.length === 0 && children.length === 0;
    if (!keep && (empty || node === last)) lines.push({ kind: 'blank', id: blankId(section.id) });
    else if (keep && !holdsKept(node, keep)) lines.length = place;
  }
  return lines;
}

/** Whether a section or one under it has a row that is kept. */
function holdsKept(node: PlanTree['all'][number], keep: (action: ActionRow) => boolean): boolean {
  return node.own.some(keep) || node.children.some((child) => holdsKept(child, keep));
}
