import { z } from 'zod';
import { Day, Id } from './record.ts';

/** How often and how far the end of an action moved, as the history told when the snapshot was taken. */
export const FrozenSlip = z.object({ actionId: Id, times: z.int(), later: z.int(), days: z.int() });
export type FrozenSlip = z.infer<typeof FrozenSlip>;

/**
 * What a snapshot freezes beside the register: what its reports need of the history, which does not go along. Each is
 * left out where there is nothing to say, so that snapshots of before keep their words and their hash.
 */
export const frozenFields = {
  slippage: z.array(FrozenSlip).min(1).optional(),
  /** The day by which statuses are judged, where it is not the day on which the snapshot was taken. */
  judgedOn: Day.optional(),
};
