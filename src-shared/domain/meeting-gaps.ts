import type { Meeting } from '../contract/meeting-records.ts';
import { daysBetween } from './dates.ts';
import { count } from './words.ts';

/** What a meeting lacks on a day, so that nobody has to look for it. */

export const gapKinds = [
  'no-day',
  'no-agenda',
  'not-held',
  'not-quorate',
  'no-minutes',
  'not-confirmed',
] as const;
export type GapKind = (typeof gapKinds)[number];
export type Gap = { readonly kind: GapKind; readonly words: string };

/** An agenda is missed from so many days before the meeting on. */
export const agendaDays = 7;
/** Draft minutes are missed after so many days. */
export const minutesDays = 14;
/** Unconfirmed minutes are missed after so many days, where no later meeting could confirm them before. */
export const confirmDays = 120;

export type GapFacts = Pick<Meeting, 'state' | 'heldOn'> & {
  readonly items: number;
  /** Present members, or all present where the body has no list of members. */
  readonly present: number;
  readonly quorum: number | null;
  /** Whether the body has met since. */
  readonly metSince: boolean;
};

export function gapsOf(meeting: GapFacts, today: string): Gap[] {
  const { state, heldOn } = meeting;
  if (state === 'cancelled') return [];
  if (heldOn === null) return [{ kind: 'no-day', words: 'No day yet' }];
  if (state === 'proposed' || state === 'planned') {
    const ahead = daysBetween(today, heldOn);
    if (ahead < 0) return [{ kind: 'not-held', words: `Nothing recorded, ${count(-ahead, 'day')} after` }];
    return meeting.items === 0 && ahead <= agendaDays
      ? [
          {
            kind: 'no-agenda',
            words: ahead === 0 ? 'No agenda, today' : `No agenda, ${count(ahead, 'day')} before`,
          },
        ]
      : [];
  }
  const since = daysBetween(heldOn, today);
  const gaps: Gap[] = [];
  if (meeting.quorum !== null && meeting.present > 0 && meeting.present < meeting.quorum) {
    gaps.push({ kind: 'not-quorate', words: `Not quorate: ${meeting.present} of ${meeting.quorum}` });
  }
  if (state === 'held' && since >= minutesDays) {
    gaps.push({ kind: 'no-minutes', words: `No minutes, ${count(since, 'day')} after` });
  }
  if (state === 'draft-minutes' && (meeting.metSince || since >= confirmDays)) {
    gaps.push({ kind: 'not-confirmed', words: 'Minutes not confirmed' });
  }
  return gaps;
}

/** The kinds in a few words, for a key. */
export const gapWords: Readonly<Record<GapKind, string>> = {
  'no-day': 'No day yet',
  'no-agenda': `No agenda ${agendaDays} days before`,
  'not-held': 'Past, and nothing recorded',
  'not-quorate': 'Not quorate',
  'no-minutes': `No minutes ${minutesDays} days after`,
  'not-confirmed': 'Minutes not confirmed',
};
