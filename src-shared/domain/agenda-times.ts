/** Times of day on an agenda, "14:00". */

const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const asTime = (minutes: number): string => {
  const day = ((minutes % 1_440) + 1_440) % 1_440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
};

/** The time so many minutes later; past midnight it begins again at 00:00. */
export const timeAfter = (time: string, minutes: number): string => asTime(inMinutes(time) + minutes);

/** When each item is planned to begin, and when the last ends; null without a start. */
export function plannedTimes(
  start: string | null | undefined,
  items: readonly { readonly plannedMinutes?: number | undefined }[],
): { starts: (string | null)[]; end: string | null } {
  if (!start) return { starts: items.map(() => null), end: null };
  let at = inMinutes(start);
  const starts = items.map(({ plannedMinutes = 0 }) => {
    const own = asTime(at);
    at += plannedMinutes;
    return own;
  });
  return { starts, end: items.length === 0 ? null : asTime(at) };
}
