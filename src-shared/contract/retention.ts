import { z } from 'zod';
import { Day, Id } from './record.ts';

/** How long plans are kept after their end. Nothing is ever deleted by itself. */

const years = z.int().min(0).max(100);

/** The office's usual years (null: for ever), and those of single plans. */
export const RetentionRule = z.object({
  years: years.nullable(),
  plans: z.array(z.object({ planId: Id, years })),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

export const KeptPlan = z.object({
  planId: Id,
  title: z.string(),
  period: z.string().nullable(),
  end: Day.nullable(),
  years: years.nullable(),
  /** Whether the plan has years of its own. */
  own: z.boolean(),
  until: Day.nullable(),
  past: z.boolean(),
  /** What would go with it. */
  counts: z.object({
    sections: z.int(),
    actions: z.int(),
    updates: z.int(),
    kpis: z.int(),
    figures: z.int(),
  }),
});
export type KeptPlan = z.infer<typeof KeptPlan>;

export const retentionContract = {
  /** Every plan with how long it is kept, those past their time first. */
  retention: {
    input: z.void(),
    output: z.object({ years: years.nullable(), plans: z.array(KeptPlan) }),
  },
  /** Of one plan (null: as the office has it), or with `planId` null of the office (null: for ever). */
  setRetention: {
    input: z.object({ planId: Id.nullable(), years: years.nullable() }),
    output: RetentionRule,
  },
  /** The whole plan as it stands now, without freezing it, to be put away before it goes. */
  retentionFile: {
    input: z.object({ planId: Id, format: z.enum(['html', 'docx', 'xlsx']) }),
    output: z.object({ name: z.string(), mime: z.string(), base64: z.string() }),
  },
} as const;
