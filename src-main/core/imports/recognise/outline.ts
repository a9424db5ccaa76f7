import type { ActionColumns } from './action-drafts.ts';
import type { Context } from './context.ts';
import { cellsIn, joined } from './entry-cells.ts';
import type { TableShape } from './row-kinds.ts';
import type { SectionStack } from './section-stack.ts';
import { labelOf } from './timing.ts';

/** Rows that head the rows below them by their reference: "1" above "1.1" and "1.2". */
export type Outline = {
  isParent(row: number): boolean;
  open(context: Context, stack: SectionStack, row: number): void;
  /** Closes the headings that this row does not stand under. */
  leaveFor(stack: SectionStack, row: number): void;
};

/** Outline levels stand below section rows and above section columns. */
const outlineLevel = 10;

/** Null where no row heads others, or where such rows are actions of their own, with leads. */
export function outlineOf(
  shape: TableShape,
  columns: ActionColumns,
  entries: readonly { readonly rows: readonly number[] }[],
): Outline | null {
  const { region, ref, subject } = shape;
  if (ref === null) return null;
  const refs = entries.map((entry) => bare(region.sheet.text(entry.rows[0] ?? 0, ref)));
  const leadColumns = (columns.by.get('leads') ?? []).map((meaning) => meaning.column);
  const dueColumns = [...(columns.by.get('timescale') ?? []), ...(columns.by.get('status') ?? [])].map(
    (meaning) => meaning.column,
  );
  const parents = new Map<number, string>();
  entries.forEach((entry, at) => {
    const own = refs[at] ?? '';
    const next = refs[at + 1] ?? '';
    const row = entry.rows[0] ?? 0;
    if (own === '' || !isUnder(next, own)) return;
    const without = leadColumns.length > 0 ? leadColumns : dueColumns;
    if (without.length === 0 || without.every((column) => cellsIn(region, entry.rows, column).length === 0))
      parents.set(row, own);
  });
  if (parents.size === 0) return null;
  const refOf = new Map(entries.map((entry, at) => [entry.rows[0] ?? 0, refs[at] ?? '']));

  return {
    isParent: (row) => parents.has(row),
    open(context, stack, row) {
      const own = parents.get(row) ?? '';
      const cells = cellsIn(region, [row], subject);
      const details = shape.meanings
        .filter(
          (meaning) =>
            meaning.column !== subject && meaning.column !== ref && !leadColumns.includes(meaning.column),
        )
        .map((meaning) => ({
          label: labelOf(meaning.header, meaning.column),
          text: joined(cellsIn(region, [row], meaning.column)),
        }))
        .filter((detail) => detail.text !== '');
      stack.open(
        {
          kind: 'theme',
          ref: region.sheet.text(row, ref),
          title: joined(cells),
          bullets: [],
          leads: [],
          details,
          source: [
            context.layout(region.sheet.index, [
              ['title', subject, 0],
              ['ref', ref, 0],
            ]),
            row,
            row,
          ],
        },
        outlineLevel + own.split('.').length,
      );
      for (const cell of region.sheet.filled(row)) {
        if (cell.column >= region.left && cell.column <= region.right)
          context.mark(region.sheet.index, row, cell.column, 'section');
      }
    },
    leaveFor(stack, row) {
      const own = refOf.get(row) ?? '';
      if (own !== '')
        stack.leave((section) => section.ref !== null && !isUnder(own, bare(section.ref)), outlineLevel);
    },
  };
}

function bare(ref: string): string {
  return ref.replace(/\s+/g, '').replace(/\.0*$/, '').toLowerCase();
}

/** "1.2" and "1(i)" stand under "1"; "10" does not. */
function isUnder(ref: string, parent: string): boolean {
  if (ref.length <= parent.length || !ref.startsWith(parent)) return false;
  const next = ref.charAt(parent.length);
  return '.(-/'.includes(next) || (/[a-z]$/.test(parent) && /\d/.test(next));
}
