import type { ActionRow } from '#shared/contract/plans.ts';
import { type Reading, readingsOf as readings } from '#shared/domain/timescale-readings.ts';

/** The fair readings of a row's timescale; none where it reads one way. */
export const readingsOf = (row: ActionRow, options: Parameters<typeof readings>[1]): Reading[] =>
  readings(row.timescale, options);
