import { cellText } from '#shared/contract/cells.ts';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';
import type { Person } from '#shared/contract/register.ts';
import { formatMonth } from '#shared/domain/dates.ts';
import { slipInWords } from '#shared/domain/slippage.ts';
import { barOrder } from '#shared/domain/states.ts';
import { formatDay } from '../../format/days.ts';
import { capital } from '../../format/words.ts';

/** What the rows of a plan are sorted, grouped and narrowed by, column by column. */

export type People = ReadonlyMap<string, Person>;

export const nothing = 'Nothing written';
export const noLead = 'No lead';
export const noStatus = 'No status';
export const noDate = 'No date';
export const noUpdate = 'No update';
const neverMoved = 'Never moved';

const stateOf = (row: ActionRow) => row.status?.state ?? 'not-started';

/** The names a row is led by, as the office knows them: a person's name where one is meant, else the words. */
export function leadNames(row: ActionRow, people: People): string[] {
  const names = row.leads.map((lead) => people.get(lead.personId ?? '')?.name ?? lead.text.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** "December 2014", or the words for a row without an end. */
export function dueMonth(row: ActionRow): string {
  const { timescale } = row;
  if (timescale?.end) return formatMonth(timescale.end);
  return timescale?.ongoing ? 'Ongoing' : noDate;
}

/** "Moved 3 times, 14 months in all"; nothing where the end never moved. */
export function slipOf({ slipped }: ActionRow): string {
  return slipped ? capital(slipInWords(slipped) ?? '') : '';
}

/** The words of a cell, whatever its column. */
export function wordsIn(row: ActionRow, key: string): string {
  if (key === 'slipped') return slipOf(row);
  if (!key.startsWith('detail:')) return cellText(row, key as EditableField);
  const label = key.slice('detail:'.length);
  return row.details.flatMap((detail) => (detail.label === label ? [detail.text] : [])).join('\n');
}

/** The values of a cell that a column can be narrowed to; one cell may have several, such as two leads. */
export function valuesIn(row: ActionRow, key: string, people: People): readonly string[] {
  switch (key) {
    case 'leads': {
      const names = leadNames(row, people);
      return names.length > 0 ? names : [noLead];
    }
    case 'status':
      return [row.status?.label ?? noStatus];
    case 'timescale':
      return [dueMonth(row)];
    case 'lastUpdate':
      return [
        row.lastUpdate ? (row.lastUpdate.on ? formatMonth(row.lastUpdate.on) : 'No day given') : noUpdate,
      ];
    case 'reviewOn':
      return [row.reviewOn ? formatDay(row.reviewOn) : noDate];
    case 'slipped':
      return [
        row.slipped
          ? row.slipped.times === 1
            ? 'Moved once'
            : `Moved ${row.slipped.times} times`
          : neverMoved,
      ];
    case 'links': {
      const links = row.links.map((link) => link.text);
      return links.length > 0 ? links : [nothing];
    }
    default: {
      const words = wordsIn(row, key).trim();
      return [words === '' ? nothing : words];
    }
  }
}

/** What a row stands by when its column is sorted; null, for nothing there, stands last either way. */
export function sortValue(row: ActionRow, key: string, people: People): string | number | null {
  switch (key) {
    case 'leads':
      return leadNames(row, people)[0] ?? null;
    case 'status':
      return row.status ? barOrder.indexOf(stateOf(row)) : null;
    case 'timescale':
      return row.timescale?.end ?? null;
    case 'lastUpdate':
      return row.lastUpdate?.on ?? null;
    case 'reviewOn':
      return row.reviewOn;
    case 'slipped':
      return row.slipped?.days ?? null;
    case 'measures':
    case 'links':
      return row[key].length === 0 ? null : wordsIn(row, key);
    default: {
      const words = wordsIn(row, key).trim();
      return words === '' ? null : words;
    }
  }
}

export type Sort = { readonly key: string; readonly way: 'up' | 'down' };

const collator = new Intl.Collator('en-GB', { numeric: true });

/** Sorts, keeping the order of what stands alike. The values are read once each: a plan may have 20,000. */
export function sortBy<T>(
  items: readonly T[],
  valueFor: (item: T) => string | number | null,
  way: Sort['way'],
): T[] {
  const sign = way === 'up' ? 1 : -1;
  return items
    .map((item) => ({ item, value: valueFor(item) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * collator.compare(String(a.value), String(b.value));
    })
    .map(({ item }) => item);
}

/** What the two ways of a sort are called in a column's menu. */
export function sortWords(key: string): { readonly up: string; readonly down: string } {
  if (key === 'timescale' || key === 'lastUpdate' || key === 'reviewOn') {
    return { up: 'Earliest first', down: 'Latest first' };
  }
  if (key === 'slipped') return { up: 'Least moved first', down: 'Furthest moved first' };
  if (key === 'status') return { up: 'Complete first', down: 'Off track and closed first' };
  if (key === 'ref') return { up: 'Sort from the lowest', down: 'Sort from the highest' };
  return { up: 'Sort from A to Z', down: 'Sort from Z to A' };
}
