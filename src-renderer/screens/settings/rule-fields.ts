import { type StatusRule, usualRule, usualSilentDays } from '#shared/domain/expected-state.ts';

export type RuleField = keyof StatusRule | 'silentDays';

type Field = {
  readonly field: RuleField;
  readonly label: string;
  readonly meaning: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
};

const share = { least: 0, most: 100 };

/** The numbers of the rule in the order in which they are told, each with its meaning in a sentence or two. */
export const ruleFields: readonly Field[] = [
  {
    field: 'silentDays',
    label: 'Days of silence',
    meaning: 'An action on which nobody has written for so many days is silent.',
    usual: usualSilentDays,
    least: 1,
    most: 3_650,
  },
  {
    field: 'nearDays',
    label: 'Days before the end that are near',
    meaning: 'So near its end, what is silent or has not begun is at risk.',
    usual: usualRule.nearDays,
    least: 0,
    most: 365,
  },
  {
    field: 'lateShare',
    label: 'Per cent of the time from which silence counts',
    meaning: 'From this share of its time on, what is silent or has not begun is at risk.',
    usual: usualRule.lateShare,
    ...share,
  },
  {
    field: 'earlyShare',
    label: 'Per cent of the time before which progress tells nothing',
    meaning: 'Before it, how much is done is not compared with the time.',
    usual: usualRule.earlyShare,
    ...share,
  },
  {
    field: 'behindShare',
    label: 'Per cent done for the time gone, under which it is at risk',
    meaning: '4 of 14 visits done when half of the time has gone is 57 per cent.',
    usual: usualRule.behindShare,
    ...share,
  },
  {
    field: 'farBehindShare',
    label: 'Per cent done for the time gone, under which it is off track',
    meaning: 'The same, further behind.',
    usual: usualRule.farBehindShare,
    ...share,
  },
  {
    field: 'movesAtRisk',
    label: 'Moves of the end date from which it is at risk',
    meaning: 'Moves to a later day, whatever the new date is.',
    usual: usualRule.movesAtRisk,
    least: 1,
    most: 100,
  },
  {
    field: 'movesOffTrack',
    label: 'Moves of the end date from which it is off track',
    meaning: 'The same, more often.',
    usual: usualRule.movesOffTrack,
    least: 1,
    most: 100,
  },
];

/** Why a number as typed cannot be taken; null where it can. */
export function wrongNumber({ least, most }: Pick<Field, 'least' | 'most'>, words: string): string | null {
  const number = /^\d{1,4}$/.test(words.trim()) ? Number(words) : Number.NaN;
  return number >= least && number <= most
    ? null
    : `Write a number from ${least} to ${most.toLocaleString('en-GB')}.`;
}
