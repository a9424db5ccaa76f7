import type { WriteSheet } from 'hucre';
import { styles, textCell } from '../reports/write/xlsx-cells.ts';
import type { FillCheck, LaidForm } from './lay-form.ts';

/** Drop-downs and checks of the cells to fill. */

type Rule = NonNullable<WriteSheet['dataValidations']>[number];

export const listsSheetName = 'Lists';

/** Each different list of choices, in the order of the columns of the hidden sheet that holds them. */
function choicesIn(form: LaidForm): (readonly string[])[] {
  const seen = new Map<string, readonly string[]>();
  for (const { check } of form.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
    if (check?.kind === 'choice') seen.set(check.choices.join('\n'), check.choices);
  }
  return [...seen.values()];
}

/** The choices on a sheet of their own: a list in the rule itself has at most 255 characters, and no commas. */
export function listsSheet(form: LaidForm): WriteSheet | null {
  const lists = choicesIn(form);
  if (lists.length === 0) return null;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  lists.forEach((choices, column) => {
    choices.forEach((choice, row) => {
      cells.set(`${row},${column}`, textCell(choice, styles.text));
    });
  });
  return { name: listsSheetName, rows: [], cells, hidden: true };
}

/** The rule for a range of cells; null where anything may be written. */
export function checksFor(check: FillCheck, range: string, form?: LaidForm): Rule | null {
  switch (check.kind) {
    case 'words':
      return null;
    case 'choice': {
      const at = form ? choicesIn(form).findIndex((one) => one.join('\n') === check.choices.join('\n')) : -1;
      if (at < 0 || check.choices.length === 0) return null;
      const column = String.fromCharCode(65 + at);
      return {
        type: 'list',
        formula1: `${listsSheetName}!$${column}$1:$${column}$${check.choices.length}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Choose from the list',
        errorMessage:
          'This cell takes one of the words in its list. Press Alt and the down arrow to open it.',
        range,
      };
    }
    case 'day':
      return {
        type: 'date',
        operator: 'between',
        // 1 January 1990 to 31 December 2099 as Excel counts days.
        formula1: '32874',
        formula2: '73050',
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Write a day',
        errorMessage: 'This cell takes a day, such as 24 November 2014.',
        range,
      };
    case 'number':
      return {
        type: 'decimal',
        operator: 'between',
        formula1: '-1000000000000',
        formula2: '1000000000000',
        allowBlank: true,
        showErrorMessage: true,
        // Words and signs are figures too ("not available", "c"): asked about, and let in.
        errorStyle: 'warning',
        errorTitle: 'Not a plain number',
        errorMessage: 'Figures are numbers as a rule. Choose Yes to keep what you wrote.',
        range,
      };
  }
}
