import { z } from 'zod';
import { Id } from './register.ts';

/** Of what record a piece of the tray can become a part; `none` where it becomes a record that needs no other. */
export const placeOwners = ['action', 'section', 'plan', 'none'] as const;

/** What a piece of the tray can become, and what it hangs on. */
export const trayPlaces = {
  comment: 'action',
  progress: 'action',
  measure: 'action',
  action: 'plan',
  kpi: 'plan',
  bullet: 'section',
  preamble: 'plan',
  glossary: 'none',
  duty: 'none',
} as const satisfies Record<string, (typeof placeOwners)[number]>;
export type TrayPlace = keyof typeof trayPlaces;
const names = Object.keys(trayPlaces) as [TrayPlace, ...TrayPlace[]];

/** A record that a piece can be placed at. */
export const PlaceTarget = z.object({
  id: Id,
  ref: z.string().nullable(),
  text: z.string(),
  /** The plan it is in; null for a plan itself. */
  plan: z.string().nullable(),
});
export type PlaceTarget = z.infer<typeof PlaceTarget>;

/** Working off what was read and found no place. */
export const trayContract = {
  /** Records whose words or reference hold what is looked for, in reading order, at most 50. */
  targets: {
    input: z.object({ of: z.enum(['action', 'section', 'plan']), looked: z.string().max(200).default('') }),
    output: z.array(PlaceTarget),
  },
  /**
   * Places pieces, each by itself, in one act that Undo takes back. What is made keeps the cell it came from. Throws
   * `not-found` where a piece or the record is no longer there, `not-possible` where a piece is placed already.
   */
  place: {
    input: z.object({
      ids: z.array(Id).min(1).max(500),
      as: z.enum(names),
      /** The action, section or plan that it is placed at; null where none is needed. */
      at: Id.nullable().default(null),
    }),
    output: z.object({ placed: z.int() }),
  },
} as const;
