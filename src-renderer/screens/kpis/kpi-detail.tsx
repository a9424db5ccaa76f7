import { type ReactNode, useState } from 'react';
import type { KpiPeriod, KpiView } from '#shared/contract/kpis.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { lookOf } from '#shared/domain/states.ts';
import { LinkButton } from '../../components/button.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay, formatInstant } from '../../format/days.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { JudgeDialog } from './judge-dialog.tsx';
import { figureInWords } from './kpi-words.ts';

type Open = { readonly what: 'judge' } | { readonly what: 'figure'; readonly value: KpiValue | null };

/** One period with all that is known of it: its figures and their history, words, comparators, and its status. */
export function KpiDetail({ view, period }: { view: KpiView; period: KpiPeriod }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { kpi } = view;
  const key = periodKey(period.period);
  const judgements = view.judgements.filter((one) => periodKey(one.period) === key);
  const close = () => setOpen(null);
  const figures: readonly [string, KpiValue | null][] = [
    ['Actual', period.actual],
    ['Target', period.target],
    ['Forecast', period.forecast],
    ['Baseline', period.baseline],
    ...period.comparators.map((one): [string, KpiValue] => [one.comparator ?? 'Comparator', one]),
  ];
  const workedOut =
    kpi.formula !== undefined
      ? 'Worked out by its formula.'
      : kpi.calculated
        ? 'Counted from the register.'
        : null;
  return (
    <section className="kpi-detail" aria-label={`In detail: ${period.period.label}`}>
      <h2>In detail: {period.period.label}</h2>
      <dl>
        {figures.map(([name, value]) =>
          value ? (
            <FigureFacts
              key={value.id}
              name={name}
              value={value}
              unit={kpi.unit}
              act={
                value.calculated ? null : (
                  <LinkButton onPress={() => setOpen({ what: 'figure', value })}>
                    Edit
                    <span className="vh"> {value.role === 'comparator' ? name : name.toLowerCase()}</span>
                  </LinkButton>
                )
              }
            />
          ) : null,
        )}
        <dt>Status</dt>
        <dd>
          {period.state ? <Status status={period.state} /> : <span className="q2">{period.why}</span>}{' '}
          {period.judgement?.state ? (
            <span className="q2">
              by judgement
              {period.ruleState ? `; the rules say ${lookOf(period.ruleState).label.toLowerCase()}` : ''}
            </span>
          ) : null}{' '}
          <LinkButton onPress={() => setOpen({ what: 'judge' })}>Judge it</LinkButton>
          {judgements.toReversed().map((one) => (
            <p key={one.id} className={one.id === period.judgement?.id ? undefined : 'q2'}>
              {one.state ? lookOf(one.state).label : 'By the rules again'}: {one.reason}{' '}
              <span className="sm q">{[one.by, formatDay(one.on)].filter(Boolean).join(', ')}</span>
            </p>
          ))}
        </dd>
      </dl>
      <p>
        <LinkButton onPress={() => setOpen({ what: 'figure', value: null })}>
          Add a comparator or another figure
        </LinkButton>
      </p>
      {open?.what === 'judge' ? <JudgeDialog kpiId={kpi.id} period={period} onClose={close} /> : null}
      {open?.what === 'figure' ? (
        <FigureDialog
          kpiId={kpi.id}
          period={period.period.label}
          before={open.value}
          workedOut={workedOut}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

/** The figure without the signs that stand beside it: what it was written as need not be told twice. */
const bare = (words: string) => words.replace(/[£%,\s]/g, '');

/** A figure as it stands, who said it when, the words beside it, and what stood there before. */
function FigureFacts(props: { name: string; value: KpiValue; unit: string | null; act: ReactNode }) {
  const { value, unit } = props;
  const shown = figureInWords(value, unit);
  const entered = [
    value.calculated === 'formula' ? 'worked out by its formula' : null,
    value.calculated === 'register' ? 'counted from the register' : null,
    value.enteredAt ? formatInstant(value.enteredAt) : null,
    value.enteredBy ?? null,
  ].filter(Boolean);
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        <b>{shown}</b>
        {bare(shown) === bare(value.text) ? null : <span className="q2"> written “{value.text}”</span>}
        {value.role === 'actual' ? (
          <span className="q2">, {value.provisional ? 'provisional' : 'final'}</span>
        ) : null}
        {entered.length > 0 ? <span className="sm q"> {entered.join(', ')}</span> : null} {props.act}
        {value.note ? <p>{value.note}</p> : null}
        {value.revisions ? (
          <ol className="kpi-before" aria-label={`${props.name}: what stood here before`}>
            {value.revisions.toReversed().map((one) => (
              <li key={`${one.replacedAt} ${one.text}`} className="sm q2">
                Before: <s>{one.text}</s>
                {one.provisional ? ' provisional' : ''}
                {one.enteredBy ? `, ${one.enteredBy}` : ''}, until {formatInstant(one.replacedAt)}
              </li>
            ))}
          </ol>
        ) : null}
      </dd>
    </>
  );
}
