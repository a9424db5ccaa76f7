import { z } from 'zod';
import { Id, Status } from './record.ts';
import { Timescale } from './register.ts';

/** The statutory duties of the office and what answers each. */

export const answerKinds = ['action', 'section', 'kpi'] as const;

export const DutyAnswerShown = z.object({
  kind: z.enum(answerKinds),
  recordId: Id,
  planId: Id.nullable(),
  plan: z.string().nullable(),
  ref: z.string().nullable(),
  text: z.string(),
  /** Of an action. */
  status: Status.nullable(),
  /** Where it was said: with the duty, or in the links of the action. */
  said: z.enum(['duty', 'link']),
});
export type DutyAnswerShown = z.infer<typeof DutyAnswerShown>;

export const DutyView = z.object({
  id: Id,
  text: z.string(),
  basis: z.string().nullable(),
  inForceFrom: Timescale.nullable(),
  planId: Id.nullable(),
  plan: z.string().nullable(),
  answers: z.array(DutyAnswerShown),
});
export type DutyView = z.infer<typeof DutyView>;

const words = z.string().trim();

export const dutiesContract = {
  /** Those that nobody answers first; within that in reading order. */
  list: { input: z.void(), output: z.array(DutyView) },
  add: {
    input: z.object({
      text: words.min(1),
      basis: words.nullable(),
      inForce: words.nullable(),
      planId: Id.nullable().default(null),
    }),
    output: z.object({ dutyId: Id }),
  },
  edit: {
    input: z.object({
      dutyId: Id,
      text: words.min(1).optional(),
      basis: words.nullable().optional(),
      /** As people write it; the words are kept beside what they mean. */
      inForce: words.nullable().optional(),
    }),
    output: z.object({ dutyId: Id }),
  },
  remove: {
    input: z.object({ dutyId: Id }),
    output: z.object({ removed: z.record(z.string(), z.int()) }),
  },
  /** Says what answers a duty. What answers it already is passed over. */
  answer: {
    input: z.object({ dutyId: Id, kind: z.enum(answerKinds), recordId: Id }),
    output: z.object({ dutyId: Id }),
  },
  /** Takes an answer back; one said in an action's links is taken out there. */
  unanswer: {
    input: z.object({ dutyId: Id, kind: z.enum(answerKinds), recordId: Id }),
    output: z.object({ dutyId: Id }),
  },
  /** What may answer a duty and holds these words: actions, sections and KPIs, the nearest first. */
  candidates: {
    input: z.object({ text: z.string().max(200) }),
    output: z.array(DutyAnswerShown.omit({ said: true })),
  },
} as const;
