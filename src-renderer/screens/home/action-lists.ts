import { checkLists } from '#shared/contract/checks.ts';
import { type HomeGroupName, homeGroups } from '#shared/contract/office.ts';

/** A list of actions over all plans, as an address names it. */
export type ListName = HomeGroupName | (typeof checkLists)[number];

/** The addresses' names, which the filter of a plan uses too, with the words of the list. */
const lists: Readonly<
  Record<ListName, { readonly show: string; readonly words: string; readonly none: string }>
> = {
  overdue: { show: 'overdue', words: 'Overdue', none: 'Nothing is overdue.' },
  dueSoon: { show: 'due-soon', words: 'Due within 30 days', none: 'Nothing is due within 30 days.' },
  offTrack: { show: 'off-track', words: 'Off track', none: 'Nothing is off track.' },
  reviews: { show: 'reviews', words: 'Reviews due', none: 'No review is due.' },
  noLead: { show: 'no-lead', words: 'No lead', none: 'Every action has a lead.' },
  noDate: { show: 'no-date', words: 'No date', none: 'Every action has a date.' },
  ambiguousDates: {
    show: 'ambiguous-dates',
    words: 'Dates that read two ways',
    none: 'No date reads two ways.',
  },
  silent: {
    show: 'silent',
    words: 'Silent',
    none: 'Somebody has written about everything that is under way.',
  },
  mismatch: {
    show: 'mismatch',
    words: 'Statuses to look at again',
    none: 'Every status agrees with its dates.',
  },
};

export const showOf = (name: ListName): string => lists[name].show;
export const listWordsOf = (name: ListName): string => lists[name].words;
export const noneOf = (name: ListName): string => lists[name].none;

/** The list that an address names; null where it names none. */
export function listOf(show: string | undefined): ListName | null {
  return [...homeGroups, ...checkLists].find((name) => lists[name].show === show) ?? null;
}

export function isHomeGroup(name: ListName): name is HomeGroupName {
  return name !== 'silent' && name !== 'mismatch';
}
