import { z } from 'zod';

/**
 * What whoever looks has chosen to see, by a name of the screen's own ("plan:ID"). JSON text of the screen's own form,
 * kept on this machine beside the registers: no record, not in a register's history, not undone.
 */
const name = z.string().regex(/^[a-z]+:[\w-]{1,80}$/);

export const choicesContract = {
  /** Null where nothing was chosen yet, or what was kept can no longer be read. */
  get: { input: z.object({ name }), output: z.string().nullable() },
  set: { input: z.object({ name, value: z.string().max(200_000) }), output: z.null() },
} as const;
