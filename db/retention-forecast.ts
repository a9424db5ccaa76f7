import { backupsToKeep, type Kept } from './retention.ts';

const dayMs = 86_400_000;
/** Places of months reach back two years; what stays longer stays because nothing takes its place. */
const daysLookedAhead = 800;

/**
 * Until when each backup stays where the office makes one a day from now on: the day on which it would go, YYYY-MM-DD, or
 * null where it stays as long as nothing newer of its kind takes its place.
 */
export function keptUntil(backups: readonly Kept[], now: string): ReadonlyMap<string, string | null> {
  const until = new Map<string, string | null>(backups.map(({ id }) => [id, null]));
  let kept: Kept[] = [...backups];
  for (let day = 1; day <= daysLookedAhead; day += 1) {
    const at = new Date(Date.parse(now) + day * dayMs).toISOString();
    kept.push({ id: `day ${day}`, at, reason: 'close' });
    const stays = backupsToKeep(kept, at);
    for (const { id } of kept) if (!stays.has(id) && until.get(id) === null) until.set(id, at.slice(0, 10));
    kept = kept.filter(({ id }) => stays.has(id));
    if (![...until.values()].includes(null)) break;
  }
  return until;
}
