import { z } from 'zod';
import { Id, StateName } from './record.ts';
import { KeyEntry } from './register.ts';

/** What a plan calls its states, in which colours, and what they mean. */

export const keysContract = {
  /** The key of a plan; null for the office's own, which holds for plans without one. */
  get: {
    input: z.object({ planId: Id.nullable() }),
    output: z.object({
      entries: z.array(KeyEntry),
      /** Whether it is this plan's (or the office's) own; else it is what holds without one. */
      own: z.boolean(),
      /** The words under which actions stand today, whatever the key says now. */
      used: z.array(z.object({ state: StateName, label: z.string(), actions: z.int() })),
    }),
  },
  /** Without entries the plan goes back to the office's key, or the office to the usual one. */
  set: {
    input: z.object({ planId: Id.nullable(), entries: z.array(KeyEntry).max(40) }),
    output: z.object({ planId: Id.nullable() }),
  },
} as const;
