import type { ReadDb } from '#db/handles.ts';
import {
  type HomeGroup,
  homeGroup,
  lastImport,
  lastSnapshot,
  meetingsFrom,
  openTray,
} from '#db/queries/home-groups.ts';
import { openRounds } from '#db/queries/home-rounds.ts';
import { stateCounts } from '#db/queries/plans-list.ts';
import {
  type Backup,
  type HomeAction,
  type HomeGroupName,
  type HomeView,
  homeGroups,
} from '#shared/contract/office.ts';
import { addDays } from '#shared/domain/dates.ts';
import { targetsMet } from '#shared/domain/targets-met.ts';
import { type StandingKpi, standingsIn } from '../kpis/standings.ts';
import { daysLate } from '../plans/read-plans.ts';

/** How many of a group Home lists before it says how many more there are. */
const firstOfGroup = 8;
/** "Soon" is the next 30 days, the last of them included. */
const soonDays = 30;

/** What needs the officer today. Reads only counts and the first few of each group, however large the register. */
export function readHome(db: ReadDb, o: { today: string; lastBackup: Backup | null }): HomeView {
  const { today } = o;
  const kpis = standingsIn(db, { in: 'all' }, today);
  const groups = Object.fromEntries(
    homeGroups.map((name) => [name, readHomeGroup(db, name, today, firstOfGroup)]),
  ) as Record<HomeGroupName, HomeView['overdue']>;
  return {
    today,
    counts: stateCounts(db),
    ...groups,
    kpisOffTrack: offTrackOf(kpis),
    targetsMet: targetsMet(kpis.map(({ standing }) => standing)),
    tray: openTray(db),
    rounds: openRounds(db, firstOfGroup),
    meetings: meetingsFrom(db, today, firstOfGroup),
    lastImport: lastImport(db),
    lastSnapshot: lastSnapshot(db),
    lastBackup: o.lastBackup,
  };
}

/** One group of actions that are still to be done: how many, and the first `limit`. */
export function readHomeGroup(
  db: ReadDb,
  name: HomeGroupName,
  today: string,
  limit: number,
): { total: number; first: HomeAction[] } {
  const soon = name === 'reviews' ? reviewsUntil(db, today) : addDays(today, soonDays);
  const { total, first }: HomeGroup = homeGroup(db, name, { today, soon, limit });
  return {
    total,
    first: first.map((row) => ({
      ...row,
      daysLate: daysLate({ timescale: { end: row.end }, status: row.status }, today),
    })),
  };
}

/** Reviews are wanted for the next meeting where one is near, else within the days that count as soon. */
function reviewsUntil(db: ReadDb, today: string): string {
  const soon = addDays(today, soonDays);
  const [next] = meetingsFrom(db, today, 1);
  return next && next.heldOn < soon ? next.heldOn : soon;
}

/** KPIs whose latest figure misses its target by more than its tolerance. */
function offTrackOf(kpis: readonly StandingKpi[]): HomeView['kpisOffTrack'] {
  const missing = kpis.filter(({ standing }) => standing.latest?.state === 'off-track');
  return {
    total: missing.length,
    of: kpis.length,
    first: missing
      .slice(0, firstOfGroup)
      .flatMap(({ kpi: { id, ref, name, unit }, standing: { latest } }) =>
        latest?.state ? [{ id, ref, name, figures: figuresOf(latest, unit), state: latest.state }] : [],
      ),
  };
}

/** "58.4% against 63%, July to September 2010" */
function figuresOf(latest: NonNullable<StandingKpi['standing']['latest']>, unit: string | null): string {
  const words = (text: string) => (unit === '%' && /\d$/.test(text) ? `${text}%` : text);
  const against = latest.target ? ` against ${words(latest.target.text)}` : '';
  return `${words(latest.actual?.text ?? '')}${against}, ${latest.period.label}`;
}
