import type { Office } from '../office.ts';

/** Numbers and words by which an act picks among what is there. */
export type Pick = { a: number; b: number; c: number; text: string };
export type Doing = Pick & { office: Office; planId: string };

/** One of a list, whatever the number; undefined where the list is empty. */
export const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
