import { cellText } from '#shared/contract/cells.ts';
import type { ActionRow } from '#shared/contract/plans.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { State } from '#shared/domain/states.ts';
import { leadNames, type People, valuesIn } from './column-values.ts';

/** What the grid is narrowed to. Everything said must hold; of several states any one. */
export type PlanFilter = {
  readonly words: string;
  readonly states: readonly State[];
  /** A lead's person id, or the words of a lead that is nobody's. */
  readonly lead: string | null;
  readonly due: DueFilter | null;
  /** By column, the values that are let through; a column that is not named lets all through. */
  readonly values: Readonly<Record<string, readonly string[]>>;
};

export const dueFilters = ['overdue', 'due-soon', 'no-date', 'ambiguous-dates', 'no-lead', 'moved'] as const;
export type DueFilter = (typeof dueFilters)[number];

export const dueWords: Readonly<Record<DueFilter, string>> = {
  overdue: 'Overdue',
  'due-soon': 'Due within 30 days',
  'no-date': 'No date',
  'ambiguous-dates': 'Date read in two ways',
  'no-lead': 'No lead',
  moved: 'End date moved',
};

export const noFilter: PlanFilter = { words: '', states: [], lead: null, due: null, values: {} };

export function isFiltered(filter: PlanFilter): boolean {
  return (
    filter.words.trim() !== '' ||
    filter.states.length > 0 ||
    filter.lead !== null ||
    filter.due !== null ||
    Object.keys(filter.values).length > 0
  );
}

/** The filter an address asks for: `show` is a due filter's name or a state. */
export function filterOfAddress(show: string | undefined, states: readonly State[]): PlanFilter {
  const due = dueFilters.find((name) => name === show);
  if (due) return { ...noFilter, due };
  const state = states.find((name) => name === show);
  return state ? { ...noFilter, states: [state] } : noFilter;
}

const ended: ReadonlySet<State> = new Set(['complete', 'closed']);
const soonDays = 30;

function isDue(action: ActionRow, due: DueFilter, today: string): boolean {
  const end = action.timescale?.end ?? null;
  const open = !ended.has(action.status?.state ?? 'not-started') && !action.carriedOn;
  switch (due) {
    case 'overdue':
      return action.daysLate !== null && action.daysLate > 0;
    case 'due-soon':
      return open && end !== null && end >= today && end <= addDays(today, soonDays);
    case 'no-date':
      return open && (action.timescale === null || action.timescale.kind === 'unknown');
    case 'ambiguous-dates':
      return open && action.timescale?.ambiguous === true;
    case 'no-lead':
      return open && action.leads.length === 0;
    case 'moved':
      return action.slipped !== undefined;
  }
}

/** The name under which a lead is filtered: the person's id, or the words where nobody was found. */
export function leadKey(lead: ActionRow['leads'][number]): string {
  return lead.personId ?? lead.text;
}

type Known = { readonly people: People; readonly words: string };
const texts = new WeakMap<ActionRow, Known>();

/** All words of a row in small letters, made once: the filter reads them at every letter typed. */
function wordsOf(action: ActionRow, people: People): string {
  const known = texts.get(action);
  if (known?.people === people) return known.words;
  const fields = ['ref', 'text', 'leads', 'timescale', 'status', 'lastUpdate', 'measures'] as const;
  const more = ['resources', 'links', 'comment'] as const;
  const words = [
    ...[...fields, ...more].map((field) => cellText(action, field)),
    ...action.details.map((detail) => detail.text),
    ...leadNames(action, people),
  ]
    .join('\n')
    // Of English words the plain way gives the same as that of the locale, and is ten times as fast.
    .toLowerCase();
  texts.set(action, { people, words });
  return words;
}

export function passes(action: ActionRow, filter: PlanFilter, today: string, people: People): boolean {
  if (filter.states.length > 0 && !filter.states.includes(action.status?.state ?? 'not-started'))
    return false;
  if (filter.due !== null && !isDue(action, filter.due, today)) return false;
  if (filter.lead !== null && !action.leads.some((lead) => leadKey(lead) === filter.lead)) return false;
  for (const [key, chosen] of Object.entries(filter.values)) {
    if (!valuesIn(action, key, people).some((value) => chosen.includes(value))) return false;
  }
  const looked = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  if (looked.length === 0) return true;
  const words = wordsOf(action, people);
  return looked.every((word) => words.includes(word));
}
