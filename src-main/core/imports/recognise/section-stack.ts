import type { GridCell } from '#shared/contract/grid.ts';
import type { Section } from '#shared/contract/register.ts';
import type { Context } from './context.ts';
import { isLeadLine } from './row-kinds.ts';
import { readSectionTitle } from './section-titles.ts';
import type { Sheet } from './sheet.ts';
import type { DraftSection } from './types.ts';
import { foldSpace, isBullet, withoutBullet } from './words.ts';

/** The sections a table's rows stand under while they are read from top to bottom. */
export type SectionStack = {
  /** A heading's row, or a summary row that heads those below. */
  openRow(sheet: Sheet, cells: readonly GridCell[]): number;
  /** Words under a heading: its lead, its aims. */
  addWords(sheet: Sheet, cells: readonly GridCell[]): void;
  /** Opens a section under the given parent or at the top. */
  open(draft: Omit<DraftSection, 'plan' | 'parent'>, level: number): number;
  /** The section in a section's column: a new one where the words are new under the present parent. */
  fromColumn(o: {
    sheet: Sheet;
    cell: GridCell;
    level: number;
    kind: Section['kind'] | null;
    startsFragment: boolean;
  }): number | null;
  current(): number | null;
  /** The same, asked in passing: what comes next may still be a heading under it. */
  peek(): number | null;
  /** The present section's title goes on in another cell, after a page break. */
  goOn(sheet: Sheet, cell: GridCell): void;
  /** Whether the present heading is one of a template that nobody filled in ("Project 6: not applicable"). */
  unfilled(): boolean;
  /** Nothing above holds any more: another sheet begins. */
  closeAll(): void;
  /** A table begins under a heading of this level (below 0 where there is none): its own headings stand deeper. */
  startTable(level: number): void;
  /** Closes the sections at this level and below it. */
  closeFrom(level: number): void;
  /** A section opened before holds again. */
  reopen(index: number, level: number): void;
  /** Closes the sections at or below a level that the test names. */
  leave(test: (section: DraftSection) => boolean, level: number): void;
};

const nothingThere = /^(?:not applicable|n\/?a|none|tbc|-|–)\.?$/i;

/** Levels from 0; columns of sections stand below all section rows. */
export const columnLevel = 100;

/** Notes that a section's words stand in this cell as well. */
export function alsoAt(
  context: Context,
  section: DraftSection,
  sheet: Sheet,
  cell: GridCell,
  field: string,
): void {
  const [layout, row, toRow] = section.source;
  const cells = [
    ...(context.drafts.layouts[layout]?.cells ?? []),
    [field, cell.column, cell.row - row] as const,
  ];
  section.source = [context.layout(sheet.index, cells), row, toRow];
}

export function sectionStack(context: Context, plan: number, kind: Section['kind'] | null): SectionStack {
  const { drafts } = context;
  let stack: { index: number; level: number; words: string }[] = [];
  const levels = new Map<string, number>();
  let lastWasHeading = false;
  const isUnfilled = () => stack.some((one) => one.index < 0);
  const known = new Map<string, number>();
  const headed = new Map<string, number[]>();

  function push(draft: Omit<DraftSection, 'plan' | 'parent'>, level: number, words: string): number {
    stack = stack.filter((one) => one.level < level);
    if (isUnfilled()) {
      stack.push({ index: -1, level, words });
      return -1;
    }
    const parent = stack[stack.length - 1]?.index ?? null;
    const name = `${parent ?? ''}|${words}`;
    const before = known.get(name);
    if (before !== undefined) {
      stack.push({ index: before, level, words });
      return before;
    }
    drafts.sections.push({ plan, parent, ...draft });
    const index = drafts.sections.length - 1;
    known.set(name, index);
    stack.push({ index, level, words });
    return index;
  }

  function present(): number | null {
    const index = stack[stack.length - 1]?.index ?? null;
    return index === null || index < 0 ? null : index;
  }

  /** The one section of the plan that a heading before the table opened under this title; -1 where there is none. */
  function headedAlike(reading: { readonly ref: string | null; readonly title: string }): number {
    const title = reading.title.toLowerCase();
    const found = (headed.get(title) ?? []).filter((at) => {
      const { ref } = drafts.sections[at] ?? { ref: null };
      return ref === null || reading.ref === null || ref === reading.ref;
    });
    return found.length === 1 ? (found[0] ?? -1) : -1;
  }

  function sourceOf(sheet: Sheet, cell: GridCell) {
    return [context.layout(sheet.index, [['title', cell.column, 0]]), cell.row, cell.row] as const;
  }

  return {
    openRow(sheet, cells) {
      const texts = cells.map((cell) => foldSpace(cell.text));
      const first = cells[0] as GridCell;
      const label = texts[0] ?? '';
      let reading = readSectionTitle(cells.length === 1 ? first.text : texts.join(' '));
      if (cells.length >= 2 && /:$/.test(label)) {
        const named = readSectionTitle(`${label} ${texts.slice(1).join(' ')}`);
        reading =
          named.ref !== null || named.kind !== null
            ? named
            : { kind: null, ref: label.replace(/\s*:$/, ''), title: texts.slice(1).join(' '), bullets: [] };
      } else if (cells.length === 2) {
        reading = { ...readSectionTitle(texts[1] ?? ''), ref: label.replace(/[.)]$/, '') };
      }
      // Headings that look alike stand on one level.
      const style = `${first.bold ?? false} ${first.fill ?? ''} ${sheet.rightOf(first) - first.column}`;
      const signature = `${style}|${reading.kind ?? ''}|${reading.ref === null ? '' : reading.ref.split('.').length}`;
      let level = levels.get(signature);
      if (level === undefined) {
        const top = stack.findLast((one) => one.level < columnLevel);
        level = top ? (lastWasHeading ? top.level + 1 : top.level) : 0;
        levels.set(signature, level);
      }
      lastWasHeading = true;
      const words = `${reading.ref ?? ''}|${reading.title}`;
      if (nothingThere.test(reading.title) || (cells.length === 1 && /^\S+\s\d{1,3}\s*:$/.test(label))) {
        stack = stack.filter((one) => one.level < (level ?? 0));
        stack.push({ index: -1, level, words });
        return -1;
      }
      return push(
        {
          kind: reading.kind ?? kind ?? 'theme',
          ref: reading.ref,
          title: reading.title === '' ? label : reading.title,
          bullets: reading.bullets,
          leads: [],
          details: [],
          source: sourceOf(sheet, first),
        },
        level,
        words,
      );
    },
    addWords(sheet, cells) {
      const section = drafts.sections[stack[stack.length - 1]?.index ?? -1];
      if (!section) return;
      const [label, value] = cells;
      if (label && value && /:\s*$/.test(label.text)) {
        const name = foldSpace(label.text).replace(/\s*:$/, '');
        const text = foldSpace(value.text);
        if (isLeadLine(`${name}: ${text}`)) section.leads.push(...context.leads(text));
        section.details.push({ label: name, text });
        for (const cell of [label, value]) alsoAt(context, section, sheet, cell, 'details');
        return;
      }
      for (const cell of cells) {
        alsoAt(context, section, sheet, cell, 'details');
        const text = foldSpace(cell.text);
        const colon = text.search(/[:–-]/);
        if (isLeadLine(text)) {
          section.leads.push(...context.leads(text.slice(colon + 1).trim()));
          section.details.push({ label: text.slice(0, colon).trim(), text: text.slice(colon + 1).trim() });
        } else if (isBullet(text)) section.bullets.push(withoutBullet(text));
        else section.details.push({ label: 'Heading', text });
      }
    },
    open(draft, level) {
      lastWasHeading = true;
      const index = push(draft, level, `${draft.ref ?? ''}|${draft.title}`);
      const title = draft.title.toLowerCase();
      const before = headed.get(title) ?? [];
      if (index >= 0 && !before.includes(index)) headed.set(title, [...before, index]);
      return index;
    },
    fromColumn({ sheet, cell, level, kind: columnKind, startsFragment }) {
      lastWasHeading = false;
      const reading = readSectionTitle(cell.text);
      const top = stack.findLast((one) => one.level === level);
      if (reading.title === '' && reading.bullets.length > 0 && top) {
        // A list that goes on after a page break: the rest of the section before.
        const section = drafts.sections[top.index];
        if (section && (startsFragment || section.bullets.length > 0)) {
          for (const bullet of reading.bullets)
            if (!section.bullets.includes(bullet)) section.bullets.push(bullet);
          alsoAt(context, section, sheet, cell, 'bullets');
          return top.index;
        }
      }
      const words = foldSpace(cell.text);
      if (top && top.words === words) return top.index;
      const above = stack.findLast((one) => one.level < level);
      const same = above || reading.title === '' ? -1 : headedAlike(reading);
      if (same >= 0) {
        stack = [...stack.filter((one) => one.level < level), { index: same, level, words }];
        return same;
      }
      return push(
        {
          kind: reading.kind ?? columnKind ?? kind ?? 'theme',
          ref: reading.ref,
          title: reading.title === '' ? (reading.bullets[0] ?? words) : reading.title,
          bullets: reading.title === '' ? reading.bullets.slice(1) : reading.bullets,
          leads: [],
          details: [],
          source: sourceOf(sheet, cell),
        },
        level,
        words,
      );
    },
    goOn(sheet, cell) {
      const section = drafts.sections[stack[stack.length - 1]?.index ?? -1];
      if (!section) return;
      section.title = `${section.title} ${foldSpace(cell.text)}`;
      alsoAt(context, section, sheet, cell, 'title');
    },
    closeAll() {
      stack = [];
      levels.clear();
      lastWasHeading = false;
    },
    startTable(level) {
      stack = stack.filter((one) => one.level <= level);
      levels.clear();
      lastWasHeading = true;
    },
    closeFrom(level) {
      stack = stack.filter((one) => one.level < level);
    },
    reopen(index, level) {
      stack = stack.filter((one) => one.level < level);
      stack.push({ index, level, words: '' });
      lastWasHeading = true;
    },
    leave(test, level) {
      stack = stack.filter((one) => {
        const section = drafts.sections[one.index];
        return one.level < level || one.level >= columnLevel || !section || !test(section);
      });
    },
    current() {
      lastWasHeading = false;
      return present();
    },
    peek: present,
    unfilled: isUnfilled,
  };
}
