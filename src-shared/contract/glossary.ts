import { z } from 'zod';
import { Id } from './record.ts';

const term = z.string().trim().min(1);

/** Editing the glossary; `settings.words` reads it. `planId` null for a term of the whole office. */
export const glossaryContract = {
  add: {
    input: z.object({ term, meaning: term, planId: Id.nullable().default(null) }),
    output: z.object({ termId: Id }),
  },
  edit: {
    input: z.object({
      termId: Id,
      term: term.optional(),
      meaning: term.optional(),
      planId: Id.nullable().optional(),
    }),
    output: z.object({ termId: Id }),
  },
  remove: { input: z.object({ termId: Id }), output: z.object({ termId: Id }) },
} as const;
