import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { farInWords } from '#shared/domain/slippage.ts';
import { type Outputs, useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { PlanRetention } from './plan-retention.tsx';

/** How far end dates slipped, and after how many days without an update an action counts as silent. */
export function ChecksSide({ checks, planId }: { checks: Outputs['checks']['plan']; planId: string | null }) {
  const { moved, times, daysLater, most } = checks.slippage;
  return (
    <div className="side-pad">
      <section className="side-sec">
        <h2>Slippage</h2>
        {moved === 0 ? (
          <p className="q2">No end date has moved.</p>
        ) : (
          <dl className="dl ck-facts">
            <dt>Moved</dt>
            <dd>
              {count(moved, 'action')}, {count(times, 'time')}
            </dd>
            <dt>Later</dt>
            <dd>{farInWords(daysLater)} in all</dd>
            <dt>Furthest</dt>
            <dd>{farInWords(Math.max(0, most))}</dd>
          </dl>
        )}
      </section>
      <section className="side-sec">
        <h2>Silence</h2>
        <SilentDays days={checks.silentDays} own={checks.ownSilentDays} planId={planId} />
      </section>
      <section className="side-sec">
        <h2>{planId === null ? 'Plans past their time' : 'How long it is kept'}</h2>
        <PlanRetention planId={planId} />
      </section>
      <section className="side-sec">
        <h2>How it is judged</h2>
        <p className="q2">
          Share done against share of the time gone, as the newest update words it (“4 of 14 visits”);
          measures that have a KPI; days without an update; end dates moved. Without an end date nothing is
          expected, and nothing is found.
        </p>
      </section>
    </div>
  );
}

function SilentDays(props: { days: number; own: number | null; planId: string | null }) {
  const { days, own, planId } = props;
  const trpc = useTRPC();
  const [typed, setTyped] = useState(String(days));
  const save = useMutation(
    trpc.checks.setSilentDays.mutationOptions({
      onSuccess: (set) => {
        setTyped(String(set.days));
        say(`Silent after ${count(set.days, 'day')}.`);
      },
    }),
  );
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const fits = number >= 1 && number <= 3_650;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) save.mutate({ planId, days: number });
  };
  return (
    <form className="settings" onSubmit={submit}>
      <Field
        label="Days without an update"
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        wrong={fits ? null : 'Write a number of days from 1 to 3,650.'}
        help={
          planId === null
            ? 'For every plan without days of its own.'
            : own === null
              ? 'As the office has it.'
              : 'Of this plan alone.'
        }
      />
      {save.isError ? <Problem title="The days were not saved." error={save.error} /> : null}
      {fits && number !== days ? (
        <Button type="submit">Save the days</Button>
      ) : own !== null && planId !== null ? (
        <Button onPress={() => save.mutate({ planId, days: null })}>As the office has it</Button>
      ) : null}
    </form>
  );
}
