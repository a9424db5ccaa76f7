import { z } from 'zod';
import { AgendaItem, ClockTime, ItemLink, itemKinds, Paper } from './meeting-records.ts';
import { Id } from './record.ts';

/** The agenda of a meeting: proposed from what is due, then added to, changed and put in order. */

const words = z.string().max(32_767);

/** What may be said of an item; null empties a field, what is left out stays. */
export const ItemFields = z.object({
  title: words.trim().min(1),
  kind: z.enum(itemKinds).nullable(),
  plannedMinutes: z.int().min(0).max(1_440).nullable(),
  /** The officer in words, looked for among the people. */
  officer: words.nullable(),
  confidential: z.boolean(),
  /** What was said, in paragraphs. */
  text: words,
  points: AgendaItem.shape.points.max(500),
  /** Its minute number, where another than the next is wanted; null for none. */
  minuteRef: words.trim().nullable(),
  furtherTo: words.trim().nullable(),
  beganTime: ClockTime.nullable(),
  papers: z.array(Paper).max(100),
  links: z.array(ItemLink).max(200),
});
export type ItemFields = z.infer<typeof ItemFields>;

/** An item that the agenda might have, and why. */
export const ProposedItem = z.object({
  /** Tells one proposal from another; the same for the same thing each time it is asked. */
  key: z.string(),
  kind: z.enum(itemKinds),
  title: z.string(),
  /** What it is about, one line a matter, as it will stand below the title. */
  lines: z.array(z.string()),
  plannedMinutes: z.int().nullable(),
  officer: z.string().nullable(),
  links: z.array(ItemLink),
  papers: z.array(Paper),
  confidential: z.boolean(),
  /** Why it is proposed, in words: "Review date 3 October 2010". */
  why: z.string(),
  /** Whether it stands on the agenda already. */
  there: z.boolean(),
});
export type ProposedItem = z.infer<typeof ProposedItem>;

/** An item of a proposal as the officer leaves it. */
export const ChosenItem = ProposedItem.pick({
  kind: true,
  title: true,
  lines: true,
  plannedMinutes: true,
  officer: true,
  links: true,
  papers: true,
  confidential: true,
});
export type ChosenItem = z.infer<typeof ChosenItem>;

export const agendaContract = {
  /** What the agenda of a meeting would hold, in the order of an agenda. */
  proposal: { input: z.object({ meetingId: Id }), output: z.array(ProposedItem) },
  /** Adds items in one act, each where its kind has its place, and numbers the agenda through. */
  build: {
    input: z.object({ meetingId: Id, items: z.array(ChosenItem).min(1).max(300) }),
    output: z.object({ itemIds: z.array(Id) }),
  },
  /** `afterItemId` null puts it first; left out it goes last. */
  addItem: {
    input: ItemFields.partial()
      .required({ title: true })
      .extend({ meetingId: Id, afterItemId: Id.nullable().optional() }),
    output: z.object({ itemId: Id }),
  },
  editItem: { input: ItemFields.partial().extend({ itemId: Id }), output: z.object({ itemId: Id }) },
  /** With its resolutions; actions that came of them stay. */
  removeItem: { input: z.object({ itemId: Id }), output: z.object({ resolutions: z.int() }) },
  moveItem: {
    input: z.object({ itemId: Id, afterItemId: Id.nullable() }),
    output: z.object({ itemId: Id }),
  },
} as const;
