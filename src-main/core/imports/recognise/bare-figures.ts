import type { Correction } from '#shared/contract/imports.ts';
import { rangePlace } from '#shared/contract/places.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Context } from './context.ts';
import type { ReadTable } from './read-table.ts';

/**
 * "Baseline Dec 2019 | July 2020 | July 2021": figures behind a baseline, under periods alone. In a plan they say what is
 * to be reached, in a report what was. Asked once for the whole document.
 */
export const bareFiguresQuestion = 'figures behind a baseline';

/** The columns meant; none where a heading says which figures they hold, or one lies before the baseline. */
export function bareFigures(
  meanings: readonly ColumnMeaning[],
  profiles: readonly ColumnProfile[],
): ColumnMeaning[] {
  const values = meanings.filter(({ field }) => field === 'value');
  const baselines = values.filter(({ role }) => role === 'baseline');
  const bare = values.filter(({ role, period }) => role === null && period !== null);
  const [baseline] = baselines;
  if (!baseline || baselines.length > 1 || bare.length < 2) return [];
  if (values.some(({ role }) => role === 'target' || role === 'actual' || role === 'forecast')) return [];
  const start = (words: string | null) => (words === null ? null : readPeriod(words).start);
  const since = start(baseline.period);
  const later = bare.every(({ period, column }) => {
    const from = start(period);
    return from !== null && column > baseline.column && (since === null || from > since);
  });
  // A report leaves the periods to come blank.
  const whole = bare.every(({ column }) => {
    const profile = profiles.find((one) => one.column === column);
    return profile !== undefined && profile.filled > 0 && profile.filled === profile.rows;
  });
  return later && whole ? bare : [];
}

/** What the officer said of them, or what is taken meanwhile. */
export function answeredFigures(corrections: readonly Correction[]): 'target' | 'actual' {
  const last = corrections.findLast((one) => one.kind === 'answer' && one.questionId === bareFiguresQuestion);
  return last?.kind === 'answer' && last.choice === 'actual' ? 'actual' : 'target';
}

export function askBareFigures(context: Context, tables: readonly ReadTable[]): void {
  const meant = tables.filter(({ bareFigures: columns }) => columns !== undefined && columns > 0);
  const [first] = meant;
  if (!first) return;
  const { region } = first;
  context.ask(
    {
      id: bareFiguresQuestion,
      where: rangePlace(region.sheet.grid, {
        top: region.header.top,
        left: region.left,
        bottom: region.bottom,
        right: region.right,
      }),
      about: 'other',
      text: 'Behind the baseline stand figures under periods alone. What do they say?',
      choices: [
        { id: 'target', label: 'What is to be reached', detail: 'Targets for those periods' },
        { id: 'actual', label: 'What was reached', detail: 'Actual figures of those periods' },
      ],
      taken: 'target',
    },
    [],
  );
}
