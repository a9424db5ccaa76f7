import type { Timescale } from '#shared/contract/register.ts';

export type TableGroup = {
  name: string;
  period: { start: string; end: string } | null;
  /** Words; kind, start, end, precision, then: ongoing, [recurrence], ? where ambiguous, (was …) where re-dated. */
  rows: readonly (readonly [string, string])[];
};

/** A timescale in one line, as the tables write it. */
export function inShort(read: Timescale): string {
  return [
    read.kind,
    read.start ?? '-',
    read.end ?? '-',
    read.precision ?? '-',
    read.ongoing ? 'ongoing' : '',
    read.recurrence ? `[${read.recurrence}]` : '',
    read.ambiguous ? '?' : '',
    read.revisedFrom ? `(was ${read.revisedFrom.end ?? read.revisedFrom.start})` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
