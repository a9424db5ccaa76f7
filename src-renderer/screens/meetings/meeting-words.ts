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

/** "2" and "(2)" give "(2)"; a number with its minute ("34/10 (2)") stays as it was written. */
export const resolutionNumber = (number: string): string =>
  /^\(?\d+\)?$/.test(number.trim()) ? `(${number.replace(/[()\s]/g, '')})` : number;
