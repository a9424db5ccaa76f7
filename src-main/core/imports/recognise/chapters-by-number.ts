import type { Drafts } from './types.ts';

/** The number that a reference begins with: 5 of "5.2 (iii)", null of "A3". */
function leading(ref: string | null): string | null {
  return /^(\d{1,2})(?=[.\s(]|$)/.exec(ref ?? '')?.[1] ?? null;
}

/** Of this many rows the numbers must agree before they are believed. */
const agreeing = 0.5;

/**
 * Where rows are numbered after their chapters ("5.2 (iii)" in chapter 5), the number says more than the place: a
 * chapter's heading may stand late, or be missing. Rows then go to the chapter of their number, and rows of a number
 * that no chapter has stand under none.
 */
export function placeByNumber(drafts: Drafts): void {
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
}
