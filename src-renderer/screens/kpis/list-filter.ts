import type { KpiSummary } from '#shared/contract/kpis.ts';
import { lookOf } from '#shared/domain/states.ts';
import { matches } from '../../format/words.ts';

/** What the list is narrowed to. */
export type Narrowing = {
  readonly show?: string | undefined;
  /** Words of an owner; 'none' for KPIs without one. */
  readonly owner?: string | undefined;
  readonly plan?: string | undefined;
  readonly section?: string | undefined;
  /** 'yes' for those with something due. */
  readonly due?: string | undefined;
};

/** The lists by how a KPI stands. `off-track` is what Home calls to watch. */
export const shows = [
  { id: 'all', name: 'Every KPI' },
  { id: 'off-track', name: 'Off track or at risk' },
  { id: 'on-track', name: 'On track' },
  { id: 'not-on-course', name: 'Not on course for the year' },
  { id: 'no-status', name: 'No status' },
] as const;
export type Show = (typeof shows)[number]['id'];

export const showOf = (show: string | undefined): Show => shows.find(({ id }) => id === show)?.id ?? 'all';

export function stands(kpi: KpiSummary, show: Show): boolean {
  const state = kpi.latest?.state ?? null;
  if (show === 'off-track') return state === 'off-track' || state === 'at-risk';
  if (show === 'on-track') return state === 'on-track' || state === 'complete';
  if (show === 'no-status') return state === null;
  return show === 'all' || kpi.course?.verdict === 'not-on-course';
}

/** True where the KPI is in the list, the words looked for among its own: name, owners, place, and how it stands. */
export function isListed(kpi: KpiSummary, o: Narrowing, looked: string): boolean {
  const state = kpi.latest?.state ?? null;
  return (
    stands(kpi, showOf(o.show)) &&
    (!o.plan || kpi.plan?.id === o.plan) &&
    (!o.section || kpi.section?.id === o.section) &&
    (!o.due || kpi.due.length > 0) &&
    (!o.owner || (o.owner === 'none' ? kpi.owners.length === 0 : kpi.owners.includes(o.owner))) &&
    matches(
      looked,
      kpi.name,
      kpi.ref,
      kpi.plan?.title,
      kpi.section?.title,
      state && lookOf(state).label,
      ...kpi.owners,
    )
  );
}

/** Everybody who owns one of them, as written, with how many. */
export function ownersOf(kpis: readonly KpiSummary[]): { id: string; text: string }[] {
  const counts = new Map<string, number>();
  for (const owner of kpis.flatMap(({ owners }) => owners)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'))
    .map(([id, number]) => ({ id, text: `${id} (${number})` }));
}
