import { z } from 'zod';
import { Id } from './record.ts';

/** What records of plans are linked with beyond each other: funding streams, and the duties they answer. */

/** A source of money that actions draw on. */
export const FundingStream = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  /** Short forms and other spellings by which the resources of an action may name it. */
  also: z.array(z.string()),
  note: z.string().nullable(),
});
export type FundingStream = z.infer<typeof FundingStream>;

/** An action, a section or a KPI (exactly one) that answers a statutory duty. */
export const DutyAnswer = z.object({
  id: Id,
  source: z.null(),
  dutyId: Id,
  actionId: Id.nullable(),
  sectionId: Id.nullable(),
  kpiId: Id.nullable(),
});
export type DutyAnswer = z.infer<typeof DutyAnswer>;
