import { z } from 'zod';
import { Day, Id } from './record.ts';

/** What the office knows about its people beyond their names: who held what and when, and how else they are written. */

/** Somebody holds a role, or belongs to a team or organisation, from one day until another (both included). */
export const Spell = z.object({
  id: Id,
  source: z.null(),
  /** The role, team or organisation. */
  ofId: Id,
  personId: Id,
  /** Null where nobody knows since when. */
  from: Day.nullable(),
  /** The last day; null while it lasts. */
  until: Day.nullable(),
});
export type Spell = z.infer<typeof Spell>;

/** Another way in which one person, role, team or organisation is written: the next import finds them by it. */
export const Alias = z.object({ id: Id, source: z.null(), personId: Id, text: z.string() });
export type Alias = z.infer<typeof Alias>;

/** Two who look like one and are not: the officer said so, and is not asked again. */
export const Apart = z.object({ id: Id, source: z.null(), personId: Id, otherId: Id });
export type Apart = z.infer<typeof Apart>;
