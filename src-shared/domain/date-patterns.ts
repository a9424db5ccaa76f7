import type { DateContext, Reading } from './moments.ts';

/** One way of writing a date: where it begins (`lastIndex`), and what it means. */
export type Pattern = {
  readonly shape: RegExp;
  readonly read: (groups: Groups, context: DateContext) => Reading | null;
};
export type Groups = readonly (string | undefined)[];

/** No letter, digit or sign may follow: "2010m", "7.30", "41.50%". */
const end = '(?![a-z0-9%]|[.,:]\\d)';

export const pattern = (source: string, read: Pattern['read']): Pattern => ({
  shape: new RegExp(source + end, 'y'),
  read,
});

export const text = (groups: Groups, index: number): string => groups[index] ?? '';
