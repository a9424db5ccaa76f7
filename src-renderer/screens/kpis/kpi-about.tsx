import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';

/** What the KPI is: what it measures and is worked out from, what it answers, what is due, and how it has changed. */
export function KpiAbout({ view, onLinks }: { view: KpiView; onLinks: () => void }) {
  const { kpi, formula, usedBy, changes, due, duties, measures } = view;
  return (
    <section className="kpi-about">
      <h2>What it is</h2>
      <dl>
        {kpi.measured ? <Fact name="Measures">{kpi.measured}</Fact> : null}
        {formula ? (
          <Fact name="Worked out">
            <p>
              <b>{formula.words}</b>
            </p>
            {formula.fault ? <p>{formula.fault}</p> : null}
            <Names of={formula.inputs} before="From " />
          </Fact>
        ) : null}
        {usedBy.length > 0 ? (
          <Fact name="Goes into">
            <Names of={usedBy} before="" />
          </Fact>
        ) : null}
        <Counted view={view} />
        {kpi.countsChildren ? (
          <Fact name="Children">It counts children: its small numbers are not published.</Fact>
        ) : null}
        {due.length > 0 ? (
          <Fact name="Due">
            <ul>
              {due.map((one) => (
                <li key={`${one.kind} ${one.words}`}>{one.words}</li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact name="Answers">
          {duties.length + measures.length === 0 ? (
            <span className="q2">No duty and no measure yet. </span>
          ) : (
            <ul>
              {duties.map((duty) => (
                <li key={duty.id}>
                  <Link to="/duties" search={{ duty: duty.id }} className="hit">
                    {duty.text}
                  </Link>
                </li>
              ))}
              {measures.map((measure) => (
                <li key={measure.id}>
                  <Link
                    to="/plans/$planId"
                    params={{ planId: measure.planId }}
                    search={{ action: measure.actionId }}
                    className="hit"
                  >
                    {[measure.actionRef, measure.text].filter(Boolean).join(' ')}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <Button small look="quiet" onPress={onLinks}>
            Change what it answers
          </Button>
        </Fact>
        {changes.length > 0 ? (
          <Fact name="Versions">
            <ol className="kpi-versions">
              {changes.toReversed().map((change) => (
                <li key={change.id}>
                  <p>
                    <b>From {formatDay(change.on)}</b>: {change.words}
                    {change.breaks ? ' The series breaks here.' : ''}
                    {change.by ? <span className="q2"> {change.by}</span> : null}
                  </p>
                  {change.fields.map((field) => (
                    <p key={field.label} className="sm q2">
                      {field.label}: {field.before === null ? '' : <s>{field.before}</s>}{' '}
                      {field.after ?? 'nothing'}
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Names(props: { of: KpiView['usedBy']; before: string }) {
  return (
    <p>
      {props.before}
      {props.of.map((one, place) => (
        <Fragment key={one.id}>
          {place === 0 ? null : ', '}
          <Link to="/kpis/$kpiId" params={{ kpiId: one.id }} className="hit">
            {[one.ref, one.name].filter(Boolean).join(' ')}
          </Link>
        </Fragment>
      ))}
    </p>
  );
}

/** What the register counts now, beside what it has stored. */
function Counted({ view }: { view: KpiView }) {
  const { kpi, live } = view;
  const trpc = useTRPC();
  const store = useMutation(
    trpc.kpis.storeCounts.mutationOptions({
      onSuccess: ({ stored }) => say(`${count(stored, 'count')} stored. Undo takes them out again.`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  if (!kpi.calculated) return null;
  return (
    <Fact name="Counted">
      <p>From the register itself; it is stored when the period is over.</p>
      <ul>
        {live.map((one) => (
          <li key={one.period.label}>
            {one.period.label}: <b>{one.text}</b> <span className="q2">{one.basis}</span>
          </li>
        ))}
      </ul>
      {live.some(({ closed }) => closed) ? (
        <Button small isPending={store.isPending} onPress={() => store.mutate({ kpiIds: [kpi.id] })}>
          Store the counts
        </Button>
      ) : null}
    </Fact>
  );
}
