/** What the choice looks at. */
export type Kept = {
  readonly id: string;
  readonly at: string;
  readonly reason: string;
  /** Counts the backups in the order they were made, whatever the clock said; 0 where that is not known. */
  readonly order?: number;
  /** Whether it can be restored. What cannot is no backup: it takes no place, and it is left for a person to look at. */
  readonly good?: boolean;
};

/** How many of each are kept; each place is taken by the newest backup of its hour, day, week or month. */
export const keeping = { newest: 5, hours: 24, days: 30, weeks: 12, months: 24 } as const;

/** Copies made before an import, a migration or a restore stand apart from the rotation this long. */
export const daysOfSafetyCopies = 30;
/** However old they are, this many of them stay: a clock that was wrong must not take them all. */
const safetyCopiesKept = 5;

const dayMs = 86_400_000;
const isSafetyCopy = ({ reason }: Kept) => reason.startsWith('before-');

/**
 * Which backups stay. The newest is the one made last, not the one with the latest time. Places are counted in
 * hours, days, weeks and months that have a backup, not back from today, so that a gap, or a clock that was
 * wrong for a while, never empties the list.
 */
export function backupsToKeep(backups: readonly Kept[], now: string): Set<string> {
  const bad = backups.filter(({ good }) => good === false);
  const newestFirst = backups.filter(({ good }) => good !== false).sort(lastMadeFirst);
  const rotating = newestFirst.filter((backup) => !isSafetyCopy(backup));
  const safety = newestFirst.filter(isSafetyCopy);
  const oldest = Date.parse(now) - daysOfSafetyCopies * dayMs;
  return new Set(
    [
      ...bad,
      ...newestFirst.slice(0, 1),
      ...rotating.slice(0, keeping.newest),
      ...newestOfEach(rotating, ({ at }) => at.slice(0, 13), keeping.hours),
      ...newestOfEach(rotating, ({ at }) => at.slice(0, 10), keeping.days),
      ...newestOfEach(rotating, weekOf, keeping.weeks),
      ...newestOfEach(rotating, ({ at }) => at.slice(0, 7), keeping.months),
      ...safety.filter(({ at }, index) => index < safetyCopiesKept || Date.parse(at) >= oldest),
    ].map(({ id }) => id),
  );
}

/** Those whose order is not known were made by an earlier version, before all others. */
function lastMadeFirst(a: Kept, b: Kept): number {
  const order = (b.order ?? 0) - (a.order ?? 0);
  if (order !== 0) return order;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Weeks run from Monday; 1 January 1970 was a Thursday. */
const weekOf = ({ at }: Kept): string => String(Math.floor((Date.parse(at) / dayMs + 3) / 7));

function newestOfEach(newestFirst: readonly Kept[], bucket: (backup: Kept) => string, count: number): Kept[] {
  const first = new Map<string, Kept>();
  for (const backup of newestFirst) {
    if (!first.has(bucket(backup))) first.set(bucket(backup), backup);
    if (first.size === count) break;
  }
  return [...first.values()];
}
