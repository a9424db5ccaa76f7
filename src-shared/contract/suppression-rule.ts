import { z } from 'zod';

/**
 * The office's rule for small numbers: what counts of children are left out of papers that go out. Screens and the
 * register's own JSON form keep true figures.
 */
export const SuppressionRule = z.object({
  /** Counts from 1 to one less than this are left out; 0 is printed. */
  threshold: z.int().min(2).max(100),
  /** The counts that are printed are rounded to the nearest multiple of this; left out, they are printed as they are. */
  roundTo: z.union([z.literal(5), z.literal(10)]).optional(),
  /** Whether figures from which a small number could be worked out are left out as well. */
  secondary: z.boolean(),
});
export type SuppressionRule = z.infer<typeof SuppressionRule>;
