import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptPlan } from '#shared/contract/retention.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { RemovePastDialog } from './remove-past-dialog.tsx';
import { goesWithIt } from './retention-words.ts';

/** How long a plan is kept after its end, or with `planId` null the plans that are past their time. */
export function PlanRetention({ planId }: { planId: string | null }) {
  const trpc = useTRPC();
  const retention = useQuery(trpc.checks.retention.queryOptions());
  const [asking, setAsking] = useState<KeptPlan | null>(null);
  return (
    <QueryState query={retention} what="How long plans are kept">
      {({ years, plans }) => {
        const plan = plans.find((one) => one.planId === planId);
        const past = plans.filter((one) => one.past);
        return (
          <div className="past-plans">
            {plan ? (
              <OnePlan key={`${plan.planId} ${plan.years}`} plan={plan} onRemove={() => setAsking(plan)} />
            ) : past.length === 0 ? (
              <p className="q2">
                {years === null
                  ? 'For ever. Say in the settings how many years plans are kept after their end.'
                  : 'No plan is past its time.'}
              </p>
            ) : (
              <ul>
                {past.map((one) => (
                  <li key={one.planId}>
                    <PastPlan plan={one} onRemove={() => setAsking(one)} />
                  </li>
                ))}
              </ul>
            )}
            {plan ? null : (
              <p>
                <ButtonLink small to="/settings" search={{ part: 'checks' }}>
                  Years that plans are kept
                </ButtonLink>
              </p>
            )}
            {asking ? <RemovePastDialog plan={asking} onClose={() => setAsking(null)} /> : null}
          </div>
        );
      }}
    </QueryState>
  );
}

function PastPlan({ plan, onRemove }: { plan: KeptPlan; onRemove: () => void }) {
  return (
    <>
      <p>
        <b>{plan.title}</b>
      </p>
      <p className="sm q2">
        Kept until {formatDay(plan.until ?? '')}. With it {goesWithIt(plan)}.
      </p>
      <Button small onPress={onRemove} aria-label={`Put it away… ${plan.title}`}>
        Put it away…
      </Button>
    </>
  );
}

function OnePlan({ plan, onRemove }: { plan: KeptPlan; onRemove: () => void }) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState(plan.years === null ? '' : String(plan.years));
  const save = useMutation(
    trpc.checks.setRetention.mutationOptions({
      onSuccess: () => say('Saved. Nothing is deleted by itself.'),
    }),
  );
  const words = typed.trim();
  const years = /^\d{1,3}$/.test(words) && Number(words) <= 100 ? Number(words) : null;
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        if (years !== null) save.mutate({ planId: plan.planId, years });
      }}
    >
      <Field
        label="Years kept after its end"
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        wrong={words === '' || years !== null ? null : 'Write a number of years from 0 to 100.'}
        help={
          plan.end === null
            ? 'The plan has no last day, so its time never comes.'
            : plan.own
              ? 'Of this plan alone.'
              : 'As the office has it.'
        }
      />
      {save.isError ? <Problem title="The years were not saved." error={save.error} /> : null}
      {years !== null && years !== plan.years ? (
        <Button type="submit">Save the years</Button>
      ) : plan.own ? (
        <Button onPress={() => save.mutate({ planId: plan.planId, years: null })}>
          As the office has it
        </Button>
      ) : null}
      {plan.past ? (
        <PastPlan plan={plan} onRemove={onRemove} />
      ) : plan.until ? (
        <p className="sm q2">Kept until {formatDay(plan.until)}.</p>
      ) : null}
    </form>
  );
}
