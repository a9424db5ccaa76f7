import { daysBetween } from '#shared/domain/dates.ts';
import type { Options } from '../options.ts';

/** The instant of an act of a round; in a register that is told on a day of its own, at that day. */
export function momentOf({ now, today }: Pick<Options, 'now' | 'today'>): string {
  const at = now();
  const day = today();
  // A clock and a calendar may differ by a day where it is past midnight.
  return Math.abs(daysBetween(at.slice(0, 10), day)) <= 1 ? at : `${day}${at.slice(10)}`;
}
