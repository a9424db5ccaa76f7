import './plans.css';
import './views.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { usePlanOptions } from '../../client/plan-query.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { countsInWords, StateBar } from '../../components/state-bar.tsx';
import { capital, count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useWish } from '../../shell/wishes.ts';
import { ActionList } from '../home/action-list.tsx';
import { listOf } from '../home/action-lists.ts';
import { PlanDialog } from './plan-dialog.tsx';

/** Every plan of the register; where the address asks for one of Home's lists, that list over all plans. */
export function PlansScreen() {
  const { show, lead } = useSearch({ from: '/plans' });
  const list = listOf(show);
  return list ? <ActionList key={list} list={list} lead={lead ?? null} /> : <EveryPlan />;
}

/** Every plan of the register, with how its actions stand. */
function EveryPlan() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const [looked, setLooked] = useState('');
  const [adding, setAdding] = useState(false);
  useWish('add-plan', () => setAdding(true));
  const all = plans.data ?? [];
  const found = all.filter((plan) => matches(looked, plan.title, plan.kind, plan.period?.label));
  const actions = all.reduce((sum, plan) => sum + plan.actions, 0);
  useFoot(plans.data ? `${count(all.length, 'plan')}, ${count(actions, 'action')}` : null);
  return (
    <>
      <PageHead
        title="Plans"
        acts={
          <>
            {all.length > 5 ? (
              <FilterBox label="Filter the plans" value={looked} onChange={setLooked} />
            ) : null}
            <Button onPress={() => setAdding(true)}>Add a plan</Button>
            <ButtonLink to="/import" look={all.length === 0 ? 'primary' : 'plain'}>
              Import a file
            </ButtonLink>
          </>
        }
      />
      <Body label="Plans">
        <QueryState query={plans} what="The plans">
          {() =>
            all.length === 0 ? (
              <Empty
                title="No plan yet."
                act={<ButtonLink to="/import">Import last year’s workbook</ButtonLink>}
              >
                A plan holds sections, actions, leads and dates. Most offices begin with last year’s workbook:
                nothing in it is lost, and every cell can be traced back to it.
              </Empty>
            ) : found.length === 0 ? (
              <p>No plan holds “{looked}”.</p>
            ) : (
              <PlanTable plans={found} />
            )
          }
        </QueryState>
      </Body>
      {adding ? (
        <PlanDialog
          plan={null}
          onClose={(planId) => {
            setAdding(false);
            if (planId) void navigate({ to: '/plans/$planId', params: { planId } });
          }}
        />
      ) : null}
    </>
  );
}

function PlanTable({ plans }: { plans: readonly PlanSummary[] }) {
  const planOptions = usePlanOptions();
  const cache = useQueryClient();
  // Whoever points at a plan is about to open it: by the click it is here already.
  const fetchAhead = (planId: string) => void cache.prefetchQuery(planOptions(planId));
  return (
    <table className="plan-list">
      <thead>
        <tr>
          <th>Plan</th>
          <th>Kind</th>
          <th>Period</th>
          <th className="num">Actions</th>
          <th className="num">KPIs</th>
          <th>How they stand</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <td>
              <Link
                to="/plans/$planId"
                params={{ planId: plan.id }}
                className="hit"
                onPointerEnter={() => fetchAhead(plan.id)}
                onFocus={() => fetchAhead(plan.id)}
              >
                <b>{plan.title}</b>
              </Link>
            </td>
            <td className="q2">{capital(plan.kind)}</td>
            <td className="nw">{plan.period?.label}</td>
            <td className="num">{plan.actions}</td>
            <td className="num">{plan.kpis}</td>
            <td>
              {plan.actions === 0 ? (
                <span className="q">No action yet</span>
              ) : (
                <>
                  <StateBar counts={plan.counts} isTold />
                  <p className="sm q2">{countsInWords(plan.counts)}</p>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
