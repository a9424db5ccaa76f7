import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { lookOf } from '#shared/domain/states.ts';
import { StatusMark } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import { nearest } from './near-by.ts';

/** KPIs under what they belong to: their section, else their plan, else nothing. In the order given. */
export function groupsOf(kpis: readonly KpiSummary[]): { name: string; kpis: KpiSummary[] }[] {
  const groups = new Map<string, { name: string; kpis: KpiSummary[] }>();
  for (const kpi of kpis) {
    const key = `${kpi.plan?.id ?? ''} ${kpi.section?.id ?? ''}`;
    const name = kpi.section?.title ?? kpi.plan?.title ?? 'In no plan';
    const group = groups.get(key) ?? { name, kpis: [] };
    group.kpis.push(kpi);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Of more KPIs than these the column holds those nearest to the one that is open. */
const mostBeside = 120;

type OutlineProps = { readonly kpis: readonly KpiSummary[]; readonly current: string };

function Outline({ kpis, current }: OutlineProps) {
  const near = nearest(kpis, current, mostBeside);
  return (
    <div className="kpi-side">
      {near.length < kpis.length ? (
        <p className="sm q2 kpi-side-all">
          {near.length} of {count(kpis.length, 'KPI')}.{' '}
          <Link to="/kpis" className="lk">
            All
          </Link>
        </p>
      ) : null}
      {groupsOf(near).map((group) => (
        <section key={group.kpis[0]?.id}>
          <h2>{group.name}</h2>
          <ul>
            {group.kpis.map((kpi) => {
              const state = kpi.latest?.state ?? null;
              return (
                <li key={kpi.id}>
                  <Link
                    to="/kpis/$kpiId"
                    params={{ kpiId: kpi.id }}
                    className={kpi.id === current ? 'foci cur' : 'foci'}
                    aria-current={kpi.id === current ? 'page' : undefined}
                  >
                    <StatusMark
                      state={state ?? 'not-started'}
                      label={state ? lookOf(state).label : 'No status'}
                    />
                    <span>{kpi.name}</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The column beside a KPI: every other one, with its state. */
export const KpiOutline = memo(Outline);
