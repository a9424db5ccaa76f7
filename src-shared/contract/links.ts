import { z } from 'zod';
import { linkTargetKinds } from '../domain/link-targets.ts';
import { Id } from './record.ts';

/** What links point to, and what points back. */

/** Something that a link may point to, with the plan it stands in. */
export const LinkTargetShown = z.object({
  kind: z.enum(linkTargetKinds),
  id: Id,
  planId: Id.nullable(),
  plan: z.string().nullable(),
  ref: z.string().nullable(),
  title: z.string(),
});
export type LinkTargetShown = z.infer<typeof LinkTargetShown>;

/** One line of a Links cell with everything it points to. */
export const LinkLine = z.object({
  text: z.string(),
  pieces: z.array(
    z.object({
      /** Which of several pieces of the words; null where it is all of them. */
      code: z.string().nullable(),
      target: LinkTargetShown.nullable(),
      /** Where nothing tells which of several is meant: all of them. */
      several: z.array(LinkTargetShown),
    }),
  ),
});
export type LinkLine = z.infer<typeof LinkLine>;

/** An action that points to something, in its own words. */
export const BackLink = z.object({
  actionId: Id,
  planId: Id,
  plan: z.string(),
  ref: z.string().nullable(),
  text: z.string(),
  words: z.string(),
});
export type BackLink = z.infer<typeof BackLink>;

export const linksContract = {
  /** Everything that a link may point to but actions: what the editor suggests. */
  targets: { input: z.void(), output: z.array(LinkTargetShown) },
  /** What words mean as links of a plan, line by line, before they are written. */
  read: {
    input: z.object({ planId: Id, actionId: Id.nullable(), text: z.string().max(32_767) }),
    output: z.array(LinkLine),
  },
  /** What the links of an action point to, as they are kept. */
  of: { input: z.object({ actionId: Id }), output: z.array(LinkLine) },
  /** The actions whose links point to something, and the duties that it answers. */
  pointingTo: {
    input: z.object({ kind: z.enum(linkTargetKinds), id: Id }),
    output: z.object({
      links: z.array(BackLink),
      duties: z.array(z.object({ id: Id, text: z.string(), basis: z.string().nullable() })),
    }),
  },
  /** Reads anew the links that point nowhere, of a plan or of all; gives of how many actions some now do. */
  relink: { input: z.object({ planId: Id.nullable() }), output: z.object({ settled: z.int() }) },
} as const;
