import { z } from 'zod';
import type { StatusRule as Rule } from '../domain/expected-state.ts';

const share = z.int().min(0).max(100);

/** The numbers of the rule by which statuses are checked, as an office sets them (domain/expected-state.ts). */
export const StatusRule: z.ZodType<Rule> = z.object({
  nearDays: z.int().min(0).max(365),
  lateShare: share,
  earlyShare: share,
  behindShare: share,
  farBehindShare: share,
  movesAtRisk: z.int().min(1).max(100),
  movesOffTrack: z.int().min(1).max(100),
});
