import { z } from 'zod';
import { ReportingLine } from './meeting-records.ts';
import { Id } from './record.ts';

/** Who reports to whom, by what and how often. */

const words = z.string().trim().max(2_000);

/** An end of a line: a body, a plan, or words where neither is in the register. At most one of the three. */
export const ReportingEnd = z.object({
  bodyId: Id.nullable(),
  planId: Id.nullable(),
  words: words.nullable(),
});
export type ReportingEnd = z.infer<typeof ReportingEnd>;

const Fields = z.object({
  level: z.int().min(1).max(99).nullable(),
  from: ReportingEnd,
  report: words,
  every: words.nullable(),
  to: ReportingEnd,
});
export type ReportingFields = z.infer<typeof Fields>;

/** A party as drawn: its key is the same for the same body, plan or words. */
const Party = z.object({ key: z.string(), kind: z.enum(['body', 'plan', 'words']), title: z.string() });

export const ReportingShown = z.object({
  id: Id,
  level: z.int().nullable(),
  report: z.string(),
  every: z.string().nullable(),
  from: Party.nullable(),
  to: Party.nullable(),
  /** The record behind it; null where it only follows from the body that a body reports to. */
  line: ReportingLine.nullable(),
});
export type ReportingShown = z.infer<typeof ReportingShown>;

export const reportingContract = {
  /** By level, then in order; behind them what follows from bodies' own "reports to" and no line says. */
  list: { input: z.void(), output: z.array(ReportingShown) },
  /** What may stand at an end. */
  ends: {
    input: z.void(),
    output: z.object({
      bodies: z.array(z.object({ id: Id, name: z.string() })),
      plans: z.array(z.object({ id: Id, title: z.string() })),
    }),
  },
  add: { input: Fields, output: z.object({ lineId: Id }) },
  change: { input: Fields.extend({ lineId: Id }), output: z.object({ lineId: Id }) },
  remove: { input: z.object({ lineId: Id }), output: z.object({ lineId: Id }) },
  /** One place up or down among the lines of its level; without a level, among those without. */
  move: {
    input: z.object({ lineId: Id, by: z.union([z.literal(-1), z.literal(1)]) }),
    output: z.object({ lineId: Id, moved: z.boolean() }),
  },
} as const;
