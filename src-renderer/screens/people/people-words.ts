import type { LeadPage, MergeCounts, PairReason, PersonRow } from '#shared/contract/people.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';

export const kindWords: Record<PersonRow['kind'], string> = {
  person: 'Person',
  role: 'Role',
  team: 'Team',
  organisation: 'Organisation',
};

/** What the People screen shows: everybody of one kind, those who left, what nobody leads, or pairs that look like one. */
export const shows = [
  { id: 'all', name: 'Everybody' },
  { id: 'person', name: 'Persons' },
  { id: 'role', name: 'Roles' },
  { id: 'team', name: 'Teams' },
  { id: 'organisation', name: 'Organisations' },
  { id: 'retired', name: 'Retired' },
  { id: 'no-lead', name: 'No lead yet' },
  { id: 'same', name: 'May be one' },
] as const;
export type Show = (typeof shows)[number]['id'];
export const showOf = (text: string | undefined): Show => shows.find(({ id }) => id === text)?.id ?? 'all';

export const belongsTo = (person: PersonRow, show: Show): boolean =>
  show === 'retired'
    ? person.retiredOn !== undefined
    : !person.retiredOn && (show === 'all' || person.kind === show);

export const reasonWords: Record<PairReason, string> = {
  same: 'Written the same',
  spelling: 'The same but for spelling',
  turned: 'The same name turned round',
  initial: 'The same surname and initial',
  initials: 'Initials that nobody else has',
  title: 'The same name with a title',
};

/** "from 1 April 2010 to 31 March 2011", "since 1 April 2010", "no dates known" */
export function daysInWords({ from, until }: { from: string | null; until: string | null }): string {
  if (from && until) return `${formatDay(from)} to ${formatDay(until)}`;
  if (from) return `from ${formatDay(from)}`;
  return until ? `until ${formatDay(until)}` : 'no dates known';
}

/** The day that words name: "1 April 2010"; null for none, undefined where they name no one day. */
export function typedDay(words: string): string | null | undefined {
  if (words.trim() === '') return null;
  const read = readTimescale(words);
  return read.precision === 'day' && !read.ambiguous ? (read.end ?? read.start ?? undefined) : undefined;
}
export const noDay = (words: string, today: string): string =>
  `“${words.trim()}” is not one day. Write it as ${formatDay(today)}.`;

/** "7 actions, 2 KPIs and 1 update" */
export function tiesInWords(has: MergeCounts): string {
  const names: [number, string][] = [
    [has.actions, 'action'],
    [has.measures, 'measure'],
    [has.kpis, 'KPI'],
    [has.sections, 'section'],
    [has.updates, 'update'],
    [has.memberships, 'membership'],
    [has.attendances, 'attendance'],
    [has.spells, 'spell of office'],
  ];
  return listWords(
    names
      .filter(([n]) => n > 0)
      .map(([n, name]) => (name === 'spell of office' ? count(n, name, 'spells of office') : count(n, name))),
  );
}

/** "14 open actions, 3 overdue, 2 KPIs": what somebody has to do, for a card or a head. */
export function loadInWords(load: LeadPage['load'] | undefined): string {
  if (!load) return 'Nothing open';
  const parts = [
    load.openActions > 0 ? count(load.openActions, 'open action') : null,
    load.overdue > 0 ? `${load.overdue} overdue` : null,
    load.openMeasures > 0 ? count(load.openMeasures, 'measure') : null,
    load.kpis > 0 ? count(load.kpis, 'KPI') : null,
    load.sections > 0 ? count(load.sections, 'section') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nothing open' : parts.join(', ');
}
