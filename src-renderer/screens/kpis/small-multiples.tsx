import { Link } from '@tanstack/react-router';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { Sparkline } from '../../components/sparkline.tsx';
import { Status } from '../../components/status.tsx';
import { figureInWords } from './kpi-words.ts';

/** The KPIs of the same section, each on a scale of its own: figures above, status and direction beneath. */
export function SmallMultiples(props: {
  readonly title: string;
  readonly kpis: readonly KpiSummary[];
  /** The one whose page this is; null where they stand by themselves. */
  readonly current: string | null;
}) {
  if (props.current !== null && props.kpis.length < 2) return null;
  return (
    <section className="sml">
      <h2>{props.title}</h2>
      <ul>
        {props.kpis.map((kpi) => (
          <Multiple key={kpi.id} kpi={kpi} current={kpi.id === props.current} />
        ))}
      </ul>
    </section>
  );
}

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
