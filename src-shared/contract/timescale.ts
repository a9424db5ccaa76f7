import { z } from 'zod';
import { Day } from './record.ts';

export const timescaleKinds = [
  'by',
  'from',
  'on',
  'during',
  'ongoing',
  'recurring',
  'done',
  'unknown',
] as const;
export const precisions = ['day', 'month', 'season', 'term', 'quarter', 'half', 'year'] as const;

/** A date as people write it: the words for ever, beside what they mean. */
export type Timescale = {
  text: string;
  kind: (typeof timescaleKinds)[number];
  start: string | null;
  end: string | null;
  /** How exactly the end (or, where there is none, the start) is known. */
  precision: (typeof precisions)[number] | null;
  ongoing: boolean;
  /** Words or an ISO 8601 duration: "P3M" for quarterly, "P1Y" for yearly, "3 a year". */
  recurrence: string | null;
  /** What stood before it was re-dated. */
  revisedFrom: Timescale | null;
  /** True where a fair reader could take the words in two ways: then a person is asked. */
  ambiguous: boolean;
};
export const Timescale: z.ZodType<Timescale> = z.lazy(() =>
  z.object({
    text: z.string(),
    kind: z.enum(timescaleKinds),
    start: Day.nullable(),
    end: Day.nullable(),
    precision: z.enum(precisions).nullable(),
    ongoing: z.boolean(),
    recurrence: z.string().nullable(),
    revisedFrom: Timescale.nullable(),
    ambiguous: z.boolean(),
  }),
);
