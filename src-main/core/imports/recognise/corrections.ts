import type { Correction } from '#shared/contract/imports.ts';

/** The corrections in force after these acts, oldest first: a later one of the same thing takes the earlier one's place. */
export function correctionsOf(acts: readonly (readonly Correction[])[]): Correction[] {
  const all = new Map<string, Correction>();
  for (const one of acts.flat()) {
    const subject = subjectOf(one);
    all.delete(subject);
    all.set(subject, one);
  }
  return [...all.values()];
}

/** Whether the file must be recognised again for it; else it is only compared with the register anew. */
export function changesReading(one: Correction): boolean {
  if (one.kind === 'answer') return !/^(?:match|polarity):/.test(one.questionId);
  return one.kind !== 'into' && one.kind !== 'gone';
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
    case 'forget':
      return `forget ${one.file} ${one.tableId}`;
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
