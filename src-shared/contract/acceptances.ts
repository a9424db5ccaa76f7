import { z } from 'zod';
import { Day, Id } from './record.ts';

/** What a check can find. `status` is a status that dates and evidence do not bear out; the others are gaps in the data. */
export const checkNames = [
  'status',
  'duplicate',
  'empty-section',
  'no-measures',
  'no-lead',
  'no-date',
  'ambiguous-date',
  'broken-reference',
  'unknown-lead',
  'kpi-no-target',
  'kpi-no-source',
  'kpi-no-unit',
  'kpi-no-polarity',
  'person-no-name',
] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * A finding that the officer accepted, with the reason. It holds until something about the record changes: then
 * `basis` no longer fits, and the finding stands again.
 */
export const Acceptance = z.object({
  id: Id,
  source: z.null(),
  check: z.enum(checkNames),
  /** The record it is about: exactly one of the four. */
  actionId: Id.nullable(),
  sectionId: Id.nullable(),
  kpiId: Id.nullable(),
  /** Left out where it is about no person. */
  personId: Id.optional(),
  /** The words of the finding that was accepted. */
  finding: z.string(),
  reason: z.string(),
  on: Day,
  by: z.string().nullable(),
  /** Stands for all that was looked at when it was accepted (domain/fingerprint.ts). */
  basis: z.string(),
});
export type Acceptance = z.infer<typeof Acceptance>;
