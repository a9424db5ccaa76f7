import { z } from 'zod';
import { Id, Status } from './record.ts';

/** The office's funding streams and what each pays for. */

export const StreamView = z.object({
  id: Id,
  name: z.string(),
  /** Short forms and other spellings. */
  also: z.array(z.string()),
  note: z.string().nullable(),
  /** Actions whose resources name it, or that are linked with it. */
  actions: z.int(),
  plans: z.int(),
});
export type StreamView = z.infer<typeof StreamView>;

const fields = {
  name: z.string().trim().min(1),
  also: z.array(z.string().trim().min(1)),
  note: z.string().trim().nullable(),
};

export const streamsContract = {
  list: {
    input: z.void(),
    output: z.object({
      streams: z.array(StreamView),
      /** Words in resources that name no stream yet, those of most actions first; at most twelve. */
      unnamed: z.array(z.object({ words: z.string(), actions: z.int() })),
    }),
  },
  add: { input: z.object(fields), output: z.object({ streamId: Id }) },
  edit: {
    input: z.object({
      streamId: Id,
      name: fields.name.optional(),
      also: fields.also.optional(),
      note: fields.note.optional(),
    }),
    output: z.object({ streamId: Id }),
  },
  remove: { input: z.object({ streamId: Id }), output: z.object({ streamId: Id }) },
  /** What a stream pays for, plan by plan. */
  pays: {
    input: z.object({ streamId: Id }),
    output: z.array(
      z.object({
        actionId: Id,
        planId: Id,
        plan: z.string(),
        ref: z.string().nullable(),
        text: z.string(),
        resources: z.string().nullable(),
        status: Status.nullable(),
      }),
    ),
  },
} as const;
