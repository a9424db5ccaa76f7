import { rangePlace } from '#shared/contract/places.ts';
import { formatDay, yearOf } from '#shared/domain/dates.ts';
import { financialYear } from '#shared/domain/periods.ts';
import type { Context } from './context.ts';
import type { ReadTable } from './read-table.ts';
import type { Sheet } from './sheet.ts';
import type { LooseLine } from './titles.ts';
import type { RecogniseOptions } from './types.ts';

/** The question which year figures are of that say a quarter, or nothing, and no year. */

const questionId = 'year';
const mostChoices = 5;
/** Cells looked at for years: enough to know, however long the sheet. */
const mostCells = 4_000;
const spanPattern = /(?<![\d/.-])((?:19|20)\d\d)\s?[-/–]\s?((?:19|20)\d\d|\d\d)(?![\d]|[-/.]\d)/g;
const yearPattern = /(?<![\d/.£$,-])((?:19|20)\d\d)(?![\d%,]|\s?[-/–]\s?\d)/g;

/** The year that the officer answered; null where the question was not answered with one. */
export function answeredYear(options: RecogniseOptions): string | null {
  const last = options.corrections.findLast((one) => one.kind === 'answer' && one.questionId === questionId);
  return last?.kind === 'answer' && /^\d{4}/.test(last.choice) ? last.choice : null;
}

/** Asks for the year where figures need one and the document names none; offers those that it speaks of. */
export function askYear(
  context: Context,
  o: { tables: readonly ReadTable[]; sheets: readonly Sheet[]; lines: readonly LooseLine[] },
): void {
  const answered = answeredYear(context.options);
  // A baseline may well be of no year that anybody knows.
  const undated = context.drafts.kpiValues.some(
    (value) => value.period.start === null && value.role !== 'baseline',
  );
  const table = o.tables.find((one) => one.kind.kind === 'kpis') ?? o.tables[0];
  if ((!undated && answered === null) || !table || context.options.year !== null) return;
  const { region } = table;
  const { yearStartMonth } = context.options;
  context.ask(
    {
      id: questionId,
      where: rangePlace(region.sheet.grid, {
        top: region.header.top,
        left: region.left,
        bottom: region.bottom,
        right: region.right,
      }),
      about: 'year',
      text: 'Which year is this of? The document does not say.',
      choices: [
        ...plausibleYears(o.sheets, o.lines, context.options).map(({ startYear, why }) => {
          const year = financialYear(startYear, yearStartMonth);
          const days =
            year.start && year.end ? `${formatDay(year.start)} to ${formatDay(year.end)}` : year.label;
          return { id: year.label, label: year.label, detail: `${days}: ${why}` };
        }),
        { id: 'none', label: 'Leave the figures without a year', detail: null },
      ],
      taken: 'none',
    },
    [],
  );
}

/** Years that a document speaks of, the likeliest first, and the years beside it. */
export function plausibleYears(
  sheets: readonly Sheet[],
  lines: readonly LooseLine[],
  options: Pick<RecogniseOptions, 'fileName' | 'yearStartMonth'>,
): { startYear: number; why: string }[] {
  const found = new Map<number, { score: number; why: string }>();
  const add = (startYear: number, score: number, why: string) => {
    const before = found.get(startYear);
    if (before) before.score += score;
    else if (startYear >= 1990 && startYear < 2100) found.set(startYear, { score, why });
  };
  const named = (text: string, score: number, where: string) => {
    for (const [, first] of text.matchAll(spanPattern)) add(Number(first), score, `${where} names it`);
    for (const [, year] of text.matchAll(yearPattern)) {
      add(Number(year), score / 2, `${where} says ${year}`);
      add(Number(year) - 1, score / 4, `${where} says ${year}`);
    }
  };
  named(options.fileName, 40, 'the file’s name');
  for (const sheet of sheets)
    if (!sheet.grid.hidden) named(sheet.grid.name, 30, `the sheet “${sheet.grid.name}”`);
  for (const line of lines)
    named(line.text, line.above ? 20 : 6, line.above ? 'a line above the table' : 'the text');
  const days = daysOf(sheets);
  for (const day of days) add(yearOf(day, options.yearStartMonth).startYear, 1, 'dates fall in it');
  const likely = [...found].sort((a, b) => b[1].score - a[1].score || b[0] - a[0]);
  const [top] = likely;
  if (!top) return [];
  const choices = likely.slice(0, mostChoices - 2).map(([startYear, { why }]) => ({ startYear, why }));
  for (const beside of [top[0] + 1, top[0] - 1]) {
    if (!choices.some((one) => one.startYear === beside))
      choices.push({ startYear: beside, why: beside > top[0] ? 'the year after' : 'the year before' });
  }
  return choices;
}

/** Days that cells store or write out, of the first cells of the sheets. */
function daysOf(sheets: readonly Sheet[]): string[] {
  const days: string[] = [];
  let seen = 0;
  for (const sheet of sheets) {
    for (let row = 0; row < sheet.grid.rowCount && seen < mostCells; row++) {
      for (const cell of sheet.filled(row)) {
        seen++;
        if (cell.value?.kind === 'day') days.push(cell.value.day);
        else {
          const written = /\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)\b/.exec(cell.text);
          if (written?.[2] && written[3] && Number(written[2]) <= 12)
            days.push(`${written[3]}-${written[2].padStart(2, '0')}-01`);
        }
      }
    }
  }
  return days;
}
