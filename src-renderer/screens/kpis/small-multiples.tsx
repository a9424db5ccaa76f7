import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { Sparkline } from '../../components/sparkline.tsx';
import { Status } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import { figureInWords } from './kpi-words.ts';
import { nearest } from './near-by.ts';

/** Beside the one that is open stand at most so many of its section, the nearest. */
const mostBeside = 18;

type Props = {
  readonly title: string;
  readonly kpis: readonly KpiSummary[];
  /** The one whose page this is; null where they stand by themselves. */
  readonly current: string | null;
};

function Multiples({ title, kpis, current }: Props) {
  if (current !== null && kpis.length < 2) return null;
  const shown = current === null ? kpis : nearest(kpis, current, mostBeside);
  const [first] = kpis;
  return (
    <section className="sml">
      <h2>
        {title}{' '}
        {shown.length < kpis.length ? (
          <Link
            to="/kpis"
            search={{
              as: 'multiples',
              ...(first?.plan && { plan: first.plan.id }),
              ...(first?.section && { section: first.section.id }),
            }}
            className="lk"
          >
            All {count(kpis.length, 'KPI')}
          </Link>
        ) : null}
      </h2>
      <ul>
        {shown.map((kpi) => (
          <Multiple key={kpi.id} kpi={kpi} current={kpi.id === current} />
        ))}
      </ul>
    </section>
  );
}

/** The KPIs of the same section, each on a scale of its own: figures above, status and direction beneath. */
export const SmallMultiples = memo(Multiples);

function Multiple({ kpi, current }: { kpi: KpiSummary; current: boolean }) {
  const { latest, unit } = kpi;
  const actual = latest?.actual ?? null;
  return (
    <li className={current ? 'cur' : undefined}>
      <p className="sml-name">
        {current ? (
          kpi.name
        ) : (
          <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className="hit">
            {kpi.name}
          </Link>
        )}
      </p>
      {actual ? (
        <p className="sml-figure">
          <b>{figureInWords(actual, unit)}</b>
          {latest?.target ? <span className="q2">against {figureInWords(latest.target, null)}</span> : null}
        </p>
      ) : (
        <p className="sml-figure q2 sm">
          {latest?.target ? `Target ${figureInWords(latest.target, unit)}` : 'Neither figure nor target yet'}
        </p>
      )}
      <Sparkline
        actual={kpi.spark.map((point) => point.actual)}
        target={kpi.spark.map((point) => point.target)}
        width={152}
        height={44}
      />
      {latest?.state ? (
        <Status status={latest.state} />
      ) : (
        <p className="q2">{actual ? latest?.why : 'No figure yet'}</p>
      )}
      {latest?.direction ? <p className="sm q2">{latest.direction}</p> : null}
    </li>
  );
}
