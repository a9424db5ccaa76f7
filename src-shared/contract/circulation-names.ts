import { z } from 'zod';

/** What reports there are, in which forms, and what those may see who get them. */

/** What those who get a report may see of it. Small numbers of children are left out for everybody. */
export const Audience = z.object({
  /** Comments, and what was decided in the checks before circulation. */
  notes: z.boolean(),
  /** The names of people; where not, their role or organisation stands instead. */
  names: z.boolean(),
  /** What is confidential in agendas and minutes, and what came of it alone. */
  confidential: z.boolean(),
});
export type Audience = z.infer<typeof Audience>;

export const reportNames = [
  'plan',
  'exceptions',
  'quarterly-review',
  'kpi-book',
  'outcome-report-card',
  'lead-list',
  'changes',
  'agenda',
  'minutes',
] as const;
export const reportFormats = ['html', 'docx', 'xlsx', 'pdf', 'csv'] as const;
