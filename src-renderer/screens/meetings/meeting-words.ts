import type { Meeting } from '#shared/contract/register.ts';

/** How far a meeting and its minutes are. */
export const stateWords: Record<Meeting['state'], string> = {
  proposed: 'Date proposed',
  planned: 'Planned',
  held: 'Held',
  'draft-minutes': 'Draft minutes',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
};

/** What kind of thing a resolution does. */
export const resolutionWords: Record<'notes' | 'action' | 'report' | 'decision', string> = {
  notes: 'Notes; nothing to track',
  action: 'Asks for an action',
  report: 'Asks for a report',
  decision: 'Decides',
};
