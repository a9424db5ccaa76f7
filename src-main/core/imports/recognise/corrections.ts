import type { Correction } from '#shared/contract/imports.ts';

/** Every correction in force after `more`: a later one of the same thing takes the place of the earlier one. */
export function withCorrections(before: readonly Correction[], more: readonly Correction[]): Correction[] {
  const all = new Map(before.map((one) => [subjectOf(one), one]));
  for (const one of more) {
    const subject = subjectOf(one);
    all.delete(subject);
    all.set(subject, one);
  }
  return [...all.values()];
}

/** What a correction is about: one thing has one correction. */
function subjectOf(one: Correction): string {
  switch (one.kind) {
    case 'column':
      return `column ${one.file} ${one.tableId} ${one.column}`;
    case 'table-kind':
      return `kind ${one.file} ${one.tableId}`;
    case 'table-area':
      return `area ${one.file} ${one.tableId}`;
    case 'header-rows':
      return `header ${one.file} ${one.tableId}`;
    case 'new-table':
    case 'no-table':
      return `table ${one.file} ${one.tableId}`;
    case 'row':
      return `row ${one.file} ${one.sheet} ${one.row}`;
    case 'legend':
      return `legend ${one.file} ${one.mark.toLowerCase()}`;
    case 'answer':
      return `answer ${one.file} ${one.questionId}`;
    case 'into':
      return `into ${one.file}`;
    case 'gone':
      return `gone ${one.file} ${one.id ?? 'all'}`;
  }
}
