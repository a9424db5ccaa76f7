import { cellText } from '#shared/contract/cells.ts';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';

/** What a change of several actions at once does with what stands there. */
export const bulkWays = ['replace', 'add', 'take-out'] as const;
export type BulkWay = (typeof bulkWays)[number];

export type BulkChange = {
  readonly row: ActionRow;
  readonly before: string;
  readonly after: string;
};

/** Fields that hold one thing a line: to those one may be added, and from them one taken out. */
const lists: ReadonlySet<EditableField> = new Set(['leads', 'measures', 'links']);
export const isList = (field: EditableField) => lists.has(field);

const same = (a: string, b: string) =>
  a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB');

function changed(before: string, words: string, way: BulkWay): string {
  if (way === 'replace') return words;
  const there = before === '' ? [] : before.split('\n');
  const without = there.filter((line) => !same(line, words));
  if (way === 'take-out') return without.join('\n');
  return there.length > without.length ? before : [...there, words.trim()].join('\n');
}

/** What becomes of each action; those that stay as they are, are left out. */
export function bulkChanges(
  rows: readonly ActionRow[],
  field: EditableField,
  words: string,
  way: BulkWay,
): BulkChange[] {
  return rows.flatMap((row) => {
    const before = cellText(row, field);
    const after = changed(before, words, way);
    return before === after ? [] : [{ row, before, after }];
  });
}
