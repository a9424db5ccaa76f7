import type { ActionColumns } from './action-drafts.ts';
import type { Context } from './context.ts';
import { cellsIn, joined } from './entry-cells.ts';
import { parentColumnOf, parentOutline } from './parent-rows.ts';
import type { TableShape } from './row-kinds.ts';
import type { SectionStack } from './section-stack.ts';
import { labelOf } from './timing.ts';
import type { DraftSection } from './types.ts';
import { wordsOf } from './words.ts';

/** Rows that head other rows: by reference ("1" above "1.1"), by a level, by an indent, or by name. */
export type Outline = {
  /** A row that is a heading and no action. */
  isParent(row: number): boolean;
  open(context: Context, stack: SectionStack, row: number): void;
  /** Closes the headings that this row does not stand under. */
  leaveFor(stack: SectionStack, row: number): void;
  /** The section that a row names as its own, wherever the row that heads it stands; null where it names none. */
  sectionOf(context: Context, stack: SectionStack, row: number): number | null;
  /** Whether the rows' headings say all: a column of groups beside the words then says the same again. */
  readonly headsAll: boolean;
};

type Entries = readonly { readonly rows: readonly number[] }[];

/** Outline levels stand below section rows and above section columns. */
const outlineLevel = 10;

/** Null where no row heads others, or where such rows are actions of their own, with leads. */
export function outlineOf(shape: TableShape, columns: ActionColumns, entries: Entries): Outline | null {
  const levels = levelsOf(shape, entries);
  if (levels) return levelOutline(shape, columns, levels);
  const indents = shape.sections.length > 0 ? null : indentsOf(shape, entries);
  const indented = indents && levelOutline(shape, columns, indents);
  // Stray blanks before a row's words head nothing: what an indent heads has nobody to do it.
  const leads = columnsOf(columns, ['leads']);
  if (
    indented &&
    leads.length > 0 &&
    entries.every(
      ({ rows }) =>
        !indented.isParent(rows[0] ?? 0) ||
        leads.every((column) => cellsIn(shape.region, rows, column).length === 0),
    )
  )
    return indented;
  const parent = parentColumnOf(shape);
  const named = parent === null ? null : parentOutline(shape, entries, parent, headingOf(shape, columns));
  return named ?? refOutline(shape, columns, entries);
}

const levelHeading = /^(?:(?:outline|indent|task|hierarchy|wbs|row|item) )?(?:level|indent|depth)$/;
const dottedHeading = /^(?:wbs(?: code| number)?|outline number|outline no|outline)$/;
const deepest = 12;

/** How deep each row stands, where that is said of every one, and not of all the same. */
function depths(
  entries: Entries,
  levelOf: (row: number) => number | null,
): ReadonlyMap<number, number> | null {
  const levels = new Map<number, number>();
  for (const { rows } of entries) {
    const level = levelOf(rows[0] ?? 0);
    if (level === null || level > deepest) return null;
    levels.set(rows[0] ?? 0, level);
  }
  return new Set(levels.values()).size >= 2 ? levels : null;
}

/** By the blanks before a row's words. */
function indentsOf(shape: TableShape, entries: Entries): ReadonlyMap<number, number> | null {
  const { sheet } = shape.region;
  return depths(entries, (row) => indentOf(sheet.shown(row, shape.subject)?.text ?? ''));
}

/** From a column of levels, or of dotted numbers beside the references. */
function levelsOf(shape: TableShape, entries: Entries): ReadonlyMap<number, number> | null {
  const { sheet } = shape.region;
  const read = (levelOf: (row: number) => number | null) => depths(entries, levelOf);
  for (const meaning of shape.meanings) {
    const heading = wordsOf(meaning.header).join(' ');
    if (levelHeading.test(heading)) {
      const found = read((row) => {
        const text = sheet.text(row, meaning.column);
        return /^\d{1,2}$/.test(text) ? Number(text) : null;
      });
      if (found) return found;
    }
    if (dottedHeading.test(heading) && meaning.column !== shape.ref) {
      const found = read((row) => {
        const text = sheet.text(row, meaning.column);
        return /^\d+(?:\.\d+)*$/.test(text) ? text.split('.').length : null;
      });
      if (found) return found;
    }
  }
  return null;
}

/** Blanks before the words; a single one is a slip of the thumb and no indent. */
function indentOf(text: string): number {
  const blanks = /^[ \t\u00a0\u2003\u3000]*/.exec(text)?.[0] ?? '';
  const wide = blanks.replace(/[\t\u2003\u3000]/g, '    ').length;
  return wide < 2 ? 0 : Math.min(deepest, wide);
}

/** Whoever wrote levels meant the rows over others as headings, whether or not these name somebody. */
function levelOutline(
  shape: TableShape,
  columns: ActionColumns,
  levels: ReadonlyMap<number, number>,
): Outline | null {
  const rows = [...levels.keys()];
  const parents = new Set(
    rows.filter((row, at) => (levels.get(rows[at + 1] ?? -1) ?? -1) > (levels.get(row) ?? 0)),
  );
  if (parents.size === 0) return null;
  const draft = headingOf(shape, columns);
  const leave = (stack: SectionStack, row: number) =>
    stack.leave(() => true, outlineLevel + (levels.get(row) ?? 0));
  return {
    isParent: (row) => parents.has(row),
    open(context, stack, row) {
      leave(stack, row);
      stack.open(draft(context, row), outlineLevel + (levels.get(row) ?? 0));
      markHeading(context, shape, row);
    },
    leaveFor: leave,
    sectionOf: () => null,
    headsAll: true,
  };
}

function refOutline(shape: TableShape, columns: ActionColumns, entries: Entries): Outline | null {
  const { region, ref } = shape;
  if (ref === null) return null;
  const refs = entries.map((entry) => bare(region.sheet.text(entry.rows[0] ?? 0, ref)));
  const leadColumns = columnsOf(columns, ['leads']);
  const dueColumns = columnsOf(columns, ['timescale', 'status']);
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
  const draft = headingOf(shape, columns);

  return {
    isParent: (row) => parents.has(row),
    open(context, stack, row) {
      const own = parents.get(row) ?? '';
      stack.open(draft(context, row), outlineLevel + own.split('.').length);
      markHeading(context, shape, row);
    },
    leaveFor(stack, row) {
      const own = refOf.get(row) ?? '';
      if (own !== '')
        stack.leave((section) => section.ref !== null && !isUnder(own, bare(section.ref)), outlineLevel);
    },
    sectionOf: () => null,
    headsAll: true,
  };
}

export type HeadingDraft = (context: Context, row: number) => Omit<DraftSection, 'plan' | 'parent'>;

/** A row as a section: its words, reference and leads; all else it says beside it. */
function headingOf(shape: TableShape, columns: ActionColumns): HeadingDraft {
  const { region, ref, subject } = shape;
  const leads = columnsOf(columns, ['leads']);
  return (context, row) => {
    const details = shape.meanings
      .filter(({ column }) => column !== subject && column !== ref && !leads.includes(column))
      .map(({ column, header }) => ({
        label: labelOf(header, column),
        text: joined(cellsIn(region, [row], column)),
      }))
      .filter((detail) => detail.text !== '');
    const own = leads.flatMap((column) => cellsIn(region, [row], column));
    const places: [string, number, number][] = [['title', subject, 0]];
    if (ref !== null) places.push(['ref', ref, 0]);
    for (const cell of own) places.push(['leads', cell.column, 0]);
    return {
      kind: 'theme',
      ref: ref === null ? null : region.sheet.text(row, ref) || null,
      title: joined(cellsIn(region, [row], subject)),
      bullets: [],
      leads: own.flatMap((cell) => [...context.leads(cell.text)]),
      details,
      source: [context.layout(region.sheet.index, places), row, row],
    };
  };
}

function markHeading(context: Context, { region }: TableShape, row: number): void {
  for (const cell of region.sheet.filled(row)) {
    if (cell.column >= region.left && cell.column <= region.right)
      context.mark(region.sheet.index, row, cell.column, 'section');
  }
}

function columnsOf(columns: ActionColumns, fields: readonly string[]): number[] {
  return fields.flatMap((field) => (columns.by.get(field) ?? []).map((meaning) => meaning.column));
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
