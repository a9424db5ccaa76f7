import { z } from 'zod';
import { Day, Id, Instant } from './record.ts';

/** The snapshot that is looked at in place of the register: which it is, and to whom it went. */
export const LookedAt = z.object({
  id: Id,
  name: z.string(),
  takenAt: Instant,
  /** "Today" in it: the day by which what is late or due soon is told. */
  asAt: Day,
  hash: z.string(),
  /** How many of each kind of record it holds. */
  counts: z.record(z.string(), z.int()),
  /** The e-mails that went out with it, the latest first. */
  sent: z.array(
    z.object({
      at: Instant,
      subject: z.string(),
      listName: z.string().nullable(),
      recipients: z.array(z.string()),
    }),
  ),
});
export type LookedAt = z.infer<typeof LookedAt>;

/**
 * How a request says which snapshot it looks at, instead of the register as it stands: the snapshot's id, in this header
 * over HTTP, in the field `view` of a call over the message port. Left out, it is the register.
 */
export const viewHeader = 'x-plan-register-view';
