import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { KeyForm } from './key-form.tsx';
import { wholeKey } from './key-rules.ts';

const office = 'office';

/** The office's key, and each plan's own: what it calls each state, in which colour, and what that means. */
export function Keys() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = useSearch({ from: '/settings' });
  const plans = useQuery(trpc.plans.list.queryOptions());
  return (
    <QueryState query={plans} what="The plans">
      {(list) => {
        const wanted =
          search.plan === office ? null : (list.find((plan) => plan.id === search.plan) ?? list[0]);
        const planId = wanted?.id ?? null;
        return (
          <div className="settings">
            <Select
              label="Key of the plan"
              choices={[
                { id: office, text: 'Plans without a key of their own' },
                ...list.map((plan) => ({ id: plan.id as string, text: plan.title })),
              ]}
              value={planId ?? office}
              onChange={(plan) => void navigate({ to: '/settings', search: { part: 'keys', plan } })}
            />
            <KeyOf key={planId ?? office} planId={planId} />
          </div>
        );
      }}
    </QueryState>
  );
}

function KeyOf({ planId }: { planId: string | null }) {
  const trpc = useTRPC();
  const key = useQuery(trpc.keys.get.queryOptions({ planId }));
  return (
    <QueryState query={key} what="The key">
      {({ entries, own, used }) => (
        <KeyForm planId={planId} saved={wholeKey(entries)} own={own} used={used} />
      )}
    </QueryState>
  );
}
