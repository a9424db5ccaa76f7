import { monthNames } from '#shared/domain/dates.ts';
import type { Draft } from './draft.ts';

type Choices<K extends keyof Draft> = readonly { id: Draft[K] & string; text: string }[];

/** The choices of the definition, in the words of the field. */
export const unitKindChoices: Choices<'unitKind'> = [
  { id: 'percentage', text: 'Per cent' },
  { id: 'number', text: 'A count' },
  { id: 'money', text: 'Pounds' },
  { id: 'ratio', text: 'A ratio' },
  { id: 'days', text: 'Days' },
  { id: 'words', text: 'Words' },
];
/** The unit that follows from the kind where nothing else was said. */
export const unitOfKind: Readonly<Record<Draft['unitKind'], string>> = {
  percentage: '%',
  number: 'number',
  money: 'money',
  ratio: 'ratio',
  days: 'days',
  words: 'words',
};
export const wayChoices: Choices<'way'> = [
  { id: 'up', text: 'Higher' },
  { id: 'down', text: 'Lower' },
  { id: 'unset', text: 'Not set' },
];
export const yearKindChoices: Choices<'yearKind'> = [
  { id: 'financial', text: 'Financial year' },
  { id: 'academic', text: 'Academic year' },
  { id: 'calendar', text: 'Calendar year' },
  { id: 'custom', text: 'A year of its own' },
];
export const frequencyChoices: Choices<'frequency'> = [
  { id: 'as-figures', text: 'As its figures come' },
  { id: 'year', text: 'Each year' },
  { id: 'half', text: 'Each half-year' },
  { id: 'term', text: 'Each term' },
  { id: 'quarter', text: 'Each quarter' },
  { id: 'month', text: 'Each month' },
  { id: 'point', text: 'At a moment' },
];
export const yearByChoices: Choices<'yearBy'> = [
  { id: 'unset', text: 'Not said' },
  { id: 'sum', text: 'By their sum' },
  { id: 'mean', text: 'By their mean' },
  { id: 'last', text: 'By the last of them' },
  { id: 'formula', text: 'By the formula' },
];
export const fromChoices: Choices<'from'> = [
  { id: 'typed', text: 'Typed or imported' },
  { id: 'formula', text: 'Worked out by a formula' },
  { id: 'attendance', text: 'Counted: attendance at meetings' },
  { id: 'actions-on-track', text: 'Counted: share of actions on track' },
  { id: 'duties-answered', text: 'Counted: share of duties answered' },
];
export const toleranceByChoices: Choices<'toleranceBy'> = [
  { id: 'points', text: 'The unit of the KPI' },
  { id: 'percent', text: 'Per cent of the target' },
];
export const monthChoices = monthNames.map((name, place) => ({ id: String(place + 1), text: name }));
