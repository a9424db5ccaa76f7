import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { useFoot } from '../../shell/foot.tsx';
import { CheckList, checksInWords } from './check-list.tsx';
import { checkWords } from './check-words.ts';
import { ChecksSide } from './checks-side.tsx';

const everyPlan = 'all';

/** What to look at before anything is circulated: of all plans, or of one. */
export function ChecksScreen() {
  const { plan, check } = useSearch({ from: '/checks' });
  const trpc = useTRPC();
  const navigate = useNavigate();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const checks = useQuery(trpc.checks.plan.queryOptions({ planId: plan ?? null }));
  const [looked, setLooked] = useState('');
  const only = checkWords.find((one) => one.check === check)?.check ?? null;
  const words = checks.data ? (checksInWords(checks.data) ?? 'Nothing to look at') : null;
  useFoot(words);
  const titleOf = (planId: string | null) => plans.data?.find((one) => one.id === planId)?.title ?? null;
  return (
    <>
      <PageHead
        title="Before you circulate"
        facts={words}
        acts={
          <>
            <FilterBox label="Filter what was found" value={looked} onChange={setLooked} />
            <Select
              label="Plan"
              hideLabel
              choices={[
                { id: everyPlan, text: 'All plans' },
                ...(plans.data ?? []).map((one) => ({ id: one.id as string, text: one.title })),
              ]}
              value={plan ?? everyPlan}
              onChange={(id) =>
                void navigate({
                  to: '/checks',
                  search: (before) => ({ ...before, plan: id === everyPlan ? undefined : id }),
                })
              }
            />
            <Select
              label="Check"
              hideLabel
              choices={[
                { id: everyPlan, text: 'All checks' },
                ...checkWords.map(({ check: id, name }) => ({ id: id as string, text: name })),
              ]}
              value={only ?? everyPlan}
              onChange={(id) =>
                void navigate({
                  to: '/checks',
                  search: (before) => ({ ...before, check: id === everyPlan ? undefined : id }),
                })
              }
            />
            <ButtonLink look="primary" to="/reports">
              Make a report
            </ButtonLink>
          </>
        }
      />
      <Body
        label="What was found"
        right={
          checks.data ? (
            <SidePanel side="right" title="Slippage and silence">
              <ChecksSide key={plan ?? ''} checks={checks.data} planId={plan ?? null} />
            </SidePanel>
          ) : null
        }
      >
        <QueryState query={checks} what="What was found">
          {(found) =>
            found.mismatches.length + found.findings.length === 0 ? (
              <p className="read">
                Every status agrees with its dates and evidence, and no gap was found in the data.
              </p>
            ) : (
              <CheckList
                key={`${plan} ${only}`}
                checks={found}
                looked={looked}
                only={only}
                {...(plan ? {} : { planOf: titleOf })}
              />
            )
          }
        </QueryState>
      </Body>
    </>
  );
}
