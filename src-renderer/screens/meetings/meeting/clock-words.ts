import type { AgendaItem, Meeting } from '#shared/contract/register.ts';
import { count } from '../../../format/words.ts';

/** Minutes after midnight of "14:38". */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** "14:38" of minutes after midnight. */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** "began 14:38, 11 minutes left" of an item under way; only when it began of one that has no length. */
export function itemClock(
  item: Pick<AgendaItem, 'beganTime' | 'plannedMinutes'>,
  now: string,
): string | null {
  if (!item.beganTime) return null;
  const began = `began ${item.beganTime}`;
  if (!item.plannedMinutes) return began;
  const left = minutesOf(item.beganTime) + item.plannedMinutes - minutesOf(now);
  // A meeting that is written up days later has no minutes left that anybody wants to know of.
  if (left < -120 || left > item.plannedMinutes) return began;
  return left >= 0 ? `${began}, ${count(left, 'minute')} left` : `${began}, ${count(-left, 'minute')} over`;
}

/** "1 hour 25 minutes planned of 2 hours", and by how much the items go over. */
export function lengthWords(
  meeting: Pick<Meeting, 'lengthMinutes'>,
  items: readonly Pick<AgendaItem, 'plannedMinutes'>[],
): string {
  const planned = items.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0);
  const untimed = items.filter((item) => item.plannedMinutes === undefined).length;
  if (planned === 0) return untimed > 0 ? `${count(untimed, 'item')}, none with a length` : 'No item yet';
  const more = untimed > 0 ? `, ${count(untimed, 'item')} without a length` : '';
  if (meeting.lengthMinutes === undefined) return `${hours(planned)} planned${more}`;
  const over = planned - meeting.lengthMinutes;
  const all = `${hours(planned)} planned of ${hours(meeting.lengthMinutes)}${more}`;
  return over > 0 ? `${all}: ${hours(over)} too long` : all;
}

function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0) return count(rest, 'minute');
  return rest === 0 ? count(whole, 'hour') : `${count(whole, 'hour')} ${count(rest, 'minute')}`;
}

/** A time of day as it is typed: "14:00", "2pm", "2.30 pm", "1400", "noon"; null where it is none. */
export function readClock(words: string): string | null {
  const typed = words.trim().toLowerCase();
  if (typed === 'noon' || typed === 'midday') return '12:00';
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(typed.replace(/([ap])\.m\.?$/, '$1m'));
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  const half = found[3];
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12)) || (!half && !found[2])) return null;
  const ofDay = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return timeOf(ofDay * 60 + minute);
}
