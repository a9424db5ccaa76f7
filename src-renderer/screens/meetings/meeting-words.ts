import type { ItemKind } from '#shared/contract/meeting-records.ts';
import type { MeetingStage } from '#shared/contract/meetings.ts';
import type { Meeting } from '#shared/contract/register.ts';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';

/** How far a meeting and its minutes are. */
export const stateWords: Record<Meeting['state'], string> = {
  proposed: 'Date proposed',
  planned: 'Planned',
  held: 'Held',
  'draft-minutes': 'Draft minutes',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
};

export const stageWords: Record<MeetingStage, string> = {
  proposed: 'Date proposed',
  planned: 'Planned',
  held: 'Held',
  draft: 'Draft minutes',
  circulated: 'Minutes out for comment',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
};

/** What an item is for. */
export const itemKindWords: Record<ItemKind, string> = {
  apologies: 'Apologies and interests',
  'last-minutes': 'Minutes of the last meeting',
  'matters-arising': 'Matters arising',
  standing: 'Standing item',
  review: 'Review',
  decision: 'For decision',
  report: 'Report of an officer',
  'other-business': 'Any other business',
  'next-meeting': 'Date of next meeting',
};

/** What stands for the day of a meeting that has none. */
export const withoutDay = (state: Meeting['state']): string =>
  state === 'proposed' || state === 'planned' ? 'No date yet' : 'Date not given';

/** "3" is item 3; "Item 3" and a minute number like "12/15" stay as they were written. */
export const itemNumber = (number: string): string =>
  /^\d+(?:\.\d+)*$/.test(number) ? `Item ${number}` : /^\d/.test(number) ? `Minute ${number}` : number;

/** What kind of thing a resolution does. */
export const resolutionWords: Record<'notes' | 'action' | 'report' | 'decision', string> = {
  notes: 'Notes; nothing to track',
  action: 'Asks for an action',
  report: 'Asks for a report',
  decision: 'Decides',
};

export const standingWords: Record<ResolutionShown['standing'], string> = {
  open: 'Open',
  done: 'Done',
  superseded: 'Superseded',
};

/** "2" and "(2)" give "(2)"; a number with its minute ("34/10 (2)") stays as it was written. */
export const resolutionNumber = (number: string): string =>
  /^\(?\d+\)?$/.test(number.trim()) ? `(${number.replace(/[()\s]/g, '')})` : number;
