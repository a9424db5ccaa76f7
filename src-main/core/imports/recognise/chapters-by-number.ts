import type { Context } from './context.ts';
import type { DraftAction } from './types.ts';

/** The number that a reference begins with: 5 of "5.2 (iii)", null of "A3". */
function leading(ref: string | null): string | null {
  return /^(\d{1,2})(?=[.\s(]|$)/.exec(ref ?? '')?.[1] ?? null;
}

/** Of this many rows the numbers must agree before they are believed. */
const agreeing = 0.5;

/**
 * Where rows are numbered after their chapters ("5.2 (iii)" in chapter 5), the number says more than the place: a
 * chapter's heading may stand late, or be missing. Rows then go to the chapter of their number; a chapter whose heading
 * is missing is named after its number alone.
 */
export function placeByNumber(context: Context): void {
  const { drafts } = context;
  const chapters = new Map<string, number>();
  drafts.sections.forEach((section, at) => {
    const number = /^\d{1,2}$/.test(section.ref ?? '') && section.parent === null ? section.ref : null;
    if (number && !chapters.has(number)) chapters.set(number, at);
    else if (number) chapters.set(number, -1);
  });
  if (chapters.size === 0 || [...chapters.values()].includes(-1)) return;
  const placed = drafts.actions.filter(
    (action) =>
      action.section !== null &&
      [...chapters.values()].includes(action.section) &&
      leading(action.ref) !== null,
  );
  const agree = placed.filter((action) => chapters.get(leading(action.ref) ?? '') === action.section).length;
  const numbered = drafts.actions.filter((action) =>
    /^\d{1,2}[.\s(]+\(?[\divx]/.test(action.ref ?? ''),
  ).length;
  if (placed.length === 0 || agree === placed.length || numbered < drafts.actions.length * 0.8) return;
  const known = drafts.actions.filter((action) => chapters.has(leading(action.ref) ?? ''));
  const right = known.filter((action) => chapters.get(leading(action.ref) ?? '') === action.section).length;
  if (right < known.length * agreeing) return;
  for (const action of drafts.actions) {
    const number = leading(action.ref);
    if (number === null || (action.section !== null && ![...chapters.values()].includes(action.section)))
      continue;
    action.section = chapters.get(number) ?? null;
  }
  for (const action of drafts.actions) {
    const number = leading(action.ref);
    if (number === null || action.section !== null || chapters.has(number)) continue;
    const at = addChapter(context, number, action);
    chapters.set(number, at);
    for (const other of drafts.actions)
      if (other.section === null && other.plan === action.plan && leading(other.ref) === number)
        other.section = at;
  }
}

/** A section for a number whose heading is missing, among its siblings in the order of the numbers. Gives its index. */
function addChapter(context: Context, number: string, first: DraftAction): number {
  const { drafts } = context;
  const siblings = drafts.sections.filter(
    (section) =>
      section.plan === first.plan && section.parent === null && /^\d{1,2}$/.test(section.ref ?? ''),
  );
  const kind = siblings[0]?.kind ?? 'chapter';
  const after = drafts.sections.findIndex(
    (section) => siblings.includes(section) && Number(section.ref) > Number(number),
  );
  const at = after < 0 ? drafts.sections.length : after;
  for (const record of [...drafts.actions, ...drafts.kpis])
    if (record.section !== null && record.section >= at) record.section += 1;
  for (const section of drafts.sections)
    if (section.parent !== null && section.parent >= at) section.parent += 1;
  const [layout, row] = first.source;
  const { grid, cells } = drafts.layouts[layout] ?? { grid: 0, cells: [] };
  const [, column = 0] = cells.find(([field]) => field === 'ref') ?? cells[0] ?? [];
  drafts.sections.splice(at, 0, {
    plan: first.plan,
    parent: null,
    kind,
    ref: number,
    title: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`,
    bullets: [],
    leads: [],
    details: [],
    source: [context.layout(grid, [['ref', column, 0]]), row, row],
  });
  return at;
}
