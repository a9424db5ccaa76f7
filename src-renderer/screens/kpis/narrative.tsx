import { useState } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { LinkButton } from '../../components/button.tsx';
import { formatDay } from '../../format/days.ts';
import { NarrativeDialog } from './narrative-dialog.tsx';

/** What the figures say, what is behind them and what will be done: the words that reports print beside the chart. */
export function Narrative({ view, period }: { view: KpiView; period: KpiView['periods'][number] | null }) {
  const [editing, setEditing] = useState(false);
  if (period === null) return null;
  const { label } = period.period;
  const key = periodKey(period.period);
  const narrative = view.narratives.find((one) => periodKey(one.period) === key);
  const older = narrative
    ? undefined
    : view.narratives.findLast((one) => (one.period.end ?? '') < (period.period.end ?? ''));
  const shown = narrative ?? older;
  return (
    <div className="nar">
      {shown ? (
        <>
          {shown.says ? (
            <section className="wide">
              <h2>What the figures say</h2>
              <p>{shown.says}</p>
            </section>
          ) : null}
          <section>
            <h2>What is behind it</h2>
            <p>{shown.behind || <span className="q2">Nothing written.</span>}</p>
          </section>
          <section>
            <h2>What we will do{shown.byWhen ? <span className="q2"> {shown.byWhen}</span> : null}</h2>
            <p>{shown.doing || <span className="q2">Nothing written.</span>}</p>
          </section>
          <p className="by sm q2">
            {older ? <span>For {older.period.label}</span> : null}
            {shown.by ? <span>{shown.by},</span> : null}
            {shown.on ? <span>{formatDay(shown.on)}</span> : null}
            <LinkButton onPress={() => setEditing(true)}>{older ? `Write ${label}` : 'Edit'}</LinkButton>
          </p>
          {shown.help ? (
            <section className="wide">
              <h2>Help wanted</h2>
              <p>{shown.help}</p>
            </section>
          ) : null}
        </>
      ) : (
        <section className="wide">
          <h2>What is behind it, and what we will do</h2>
          <p className="q2">
            Nothing written for {label}. Reports print these words beside the chart.{' '}
            <LinkButton onPress={() => setEditing(true)}>Write them</LinkButton>
          </p>
        </section>
      )}
      {editing ? (
        <NarrativeDialog view={view} period={label} before={narrative} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  );
}
