import { foldWords } from '#shared/domain/round-merge.ts';
import { clip } from '../reports/write/xlsx-cells.ts';
import { type FormFacts, frontFields, type LaidForm, type LaidTable } from './lay-form.ts';

/** Words of the Word form that the workbook does not have. */
export const wordFormWords = {
  identity: 'For the office',
  now: 'What the register says now',
  yours: 'What you say',
} as const;

/** "Action 2.1 (iii)": what a table of the Word form is about. */
export const wordTitle = ({ sheet }: Pick<LaidTable, 'sheet'>, ref: string): string =>
  [{ Actions: 'Action', Measures: 'Measure', Figures: 'Figure' }[sheet], ref].filter(Boolean).join(' ');

export const choicesLine = (choices: readonly string[]): string => `One of: ${choices.join(', ')}`;

/** Every text that the form itself has, folded: what else stands in a file that came back was written by somebody. */
export function expectedTexts(form: LaidForm, facts: FormFacts): ReadonlySet<string> {
  const texts = [
    form.title,
    form.about,
    form.mark,
    ...form.howTo,
    ...frontFields.map(({ label }) => label),
    ...Object.values(wordFormWords),
    'Identity',
    facts.lead,
    facts.round,
    ...form.tables.flatMap((table) => [
      table.title,
      table.sheet,
      ...table.columns.map(({ label }) => label),
      ...table.rows.flatMap(({ key, cells }) => [
        key,
        wordTitle(table, cells[0]?.text ?? ''),
        ...cells.flatMap(({ text, check }) => [
          text,
          ...(check?.kind === 'choice' ? [choicesLine(check.choices)] : []),
        ]),
      ]),
    ]),
  ];
  return new Set(texts.map((text) => foldWords(clip(text))));
}
