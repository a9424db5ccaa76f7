import { z } from 'zod';
import { Day, Id } from './record.ts';

/** Measures of an action, one by one: the drawer's way; the grid writes them as lines of a cell. */
export const measuresContract = {
  add: {
    input: z.object({ actionId: Id, text: z.string().trim().min(1) }),
    output: z.object({ measureId: Id }),
  },
  edit: {
    input: z.object({
      measureId: Id,
      text: z.string().trim().min(1).optional(),
      /** As typed; read as a cell of leads is. */
      leads: z.string().optional(),
      /** The day on which it was met; null while it is not. */
      doneOn: Day.nullable().optional(),
      kpiId: Id.nullable().optional(),
    }),
    output: z.object({ measureId: Id }),
  },
  remove: { input: z.object({ measureId: Id }), output: z.object({ measureId: Id }) },
} as const;
