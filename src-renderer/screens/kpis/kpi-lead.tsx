import type { KpiPeriod, KpiView } from '#shared/contract/kpis.ts';
import { Status } from '../../components/status.tsx';
import { figureInWords } from './kpi-words.ts';

/** The latest figure large, how it stands, and which way it went. */
export function KpiLead({ view, latest }: { view: KpiView; latest: KpiPeriod | null }) {
  const { kpi } = view;
  if (!latest?.actual) {
    return (
      <p className="q2">
        No figure yet.
        {latest?.target
          ? ` The target for ${latest.period.label} is ${figureInWords(latest.target, kpi.unit)}.`
          : ''}
      </p>
    );
  }
  return (
    <>
      <span className="big">{figureInWords(latest.actual, kpi.unit)}</span>
      <div>
        {latest.state ? <Status status={latest.state} /> : <span className="q2">{latest.why}</span>}
        {latest.judgement?.state ? <span className="q2">, by judgement</span> : null}
        {latest.actual.provisional ? <span className="q2">, provisional figure</span> : null}
        <p className="q2">{[latest.gap?.words, latest.period.label].filter(Boolean).join(', ')}</p>
      </div>
      <div className="dir">
        {latest.previous ? <p>{latest.previous.words}</p> : null}
        {latest.lastYear ? <p>{latest.lastYear.words}</p> : null}
      </div>
    </>
  );
}
