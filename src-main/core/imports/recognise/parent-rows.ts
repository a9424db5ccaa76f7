import { tidy } from './entry-cells.ts';
import type { HeadingDraft, Outline } from './outline.ts';
import type { TableShape } from './row-kinds.ts';
import { wordsOf } from './words.ts';

/** Rows that name the row they belong to, as planners export sub-tasks: "Parent task: Open the hub". */

const parentHeading =
  /^(?:parent|main|belong to|subtask of|sub task of)(?: (?:task|item|action|id|key|issue|name|ref|work item|card))*$/;
const idHeading = /^(?:(?:unique |task |issue |item |action |work item )?(?:id|key|uid|no|number|ref))$/;

/** The column that names the parents; null where there is none. */
export function parentColumnOf(shape: TableShape): number | null {
  const found = shape.meanings.find(({ header }) => parentHeading.test(wordsOf(header).join(' ')));
  return found?.column ?? null;
}

/**
 * A section for each row that others name, those others under it; the row itself stays an action in its section,
 * because it has its own lead, date and state. Null where no row is named so.
 */
export function parentOutline(
  shape: TableShape,
  entries: readonly { readonly rows: readonly number[] }[],
  column: number,
  draft: HeadingDraft,
): Outline | null {
  const { sheet } = shape.region;
  const ids = shape.meanings
    .filter(({ header, column: at }) => at === shape.ref || idHeading.test(wordsOf(header).join(' ')))
    .map((meaning) => meaning.column);
  const rowOf = new Map<string, number>();
  const keep = (words: string, row: number) => {
    const name = tidy(words).toLowerCase();
    if (name !== '' && !rowOf.has(name)) rowOf.set(name, row);
  };
  const firsts = entries.map((entry) => entry.rows[0] ?? 0);
  for (const row of firsts) keep(sheet.text(row, shape.subject), row);
  for (const id of ids) for (const row of firsts) keep(sheet.text(row, id), row);
  const parentOf = new Map<number, number>();
  for (const row of firsts) {
    const named = tidy(sheet.text(row, column)).toLowerCase();
    const parent = named === '' ? undefined : rowOf.get(named);
    if (parent !== undefined && !leadsBack(parentOf, parent, row)) parentOf.set(row, parent);
  }
  if (parentOf.size === 0) return null;
  const parents = new Set(parentOf.values());
  const sections = new Map<number, number>();

  function sectionFor(
    context: Parameters<Outline['sectionOf']>[0],
    stack: Parameters<Outline['sectionOf']>[1],
    parent: number,
  ): number {
    const known = sections.get(parent);
    if (known !== undefined) return known;
    const above = parentOf.get(parent);
    const under = above === undefined ? stack.current() : sectionFor(context, stack, above);
    const heading = draft(context, parent);
    context.drafts.sections.push({ ...heading, leads: [], details: [], plan: 0, parent: under });
    sections.set(parent, context.drafts.sections.length - 1);
    return context.drafts.sections.length - 1;
  }

  return {
    isParent: () => false,
    open: () => {},
    leaveFor: () => {},
    headsAll: false,
    sectionOf(context, stack, row) {
      const own = parents.has(row) ? row : parentOf.get(row);
      return own === undefined ? null : sectionFor(context, stack, own);
    },
  };
}

/** Whether going up from a row comes by another: two rows cannot each head the other. */
function leadsBack(parentOf: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = parentOf.get(at)) if (at === to) return true;
  return false;
}
