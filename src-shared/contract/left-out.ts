import { z } from 'zod';
import { valueRoles } from './kpi-records.ts';
import { Id, Period } from './record.ts';

/** What papers that go out leave out of the figures of KPIs that count children. */

const kpi = { kpiId: Id, ref: z.string().nullable(), name: z.string(), planId: Id.nullable() };

/** A figure that is left out, and why. */
export const LeftOutFigure = z.object({
  ...kpi,
  valueId: Id,
  role: z.enum(valueRoles),
  period: Period,
  /** As it stands on the screen. */
  text: z.string(),
  /** `small`: a small number itself; `worked-out`: a small number could be worked out from it. */
  why: z.enum(['small', 'worked-out']),
  /** "A small number: fewer than 5." */
  words: z.string(),
});
export type LeftOutFigure = z.infer<typeof LeftOutFigure>;

/** What stays in and tells, or may tell, a figure that is left out. */
export const LeftOutWarning = z.object({
  ...kpi,
  period: Period.nullable(),
  /** "July to September 2010 can be worked out from 2010-11 and 3 others." */
  words: z.string(),
});
export type LeftOutWarning = z.infer<typeof LeftOutWarning>;

/** What goes out of words: a narrative, a note or a reason that names a number that is left out. */
export const LeftOutText = z.object({
  ...kpi,
  period: Period.nullable(),
  /** "Narrative: what is behind it" */
  what: z.string(),
});
export type LeftOutText = z.infer<typeof LeftOutText>;

export const LeftOut = z.object({
  /** The rule in a sentence. */
  rule: z.string(),
  /** KPIs that count children. */
  kpis: z.int(),
  figures: z.array(LeftOutFigure),
  texts: z.array(LeftOutText),
  warnings: z.array(LeftOutWarning),
});
export type LeftOut = z.infer<typeof LeftOut>;
