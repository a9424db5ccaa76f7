import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { QueryState } from '../../components/query-state.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { CheckList } from './check-list.tsx';

const afterMs = 400;
const route = getRouteApi('/plans/$planId');

/** The search of a plan's address with its checks shown. */
export const withChecks = { checks: 'shown' } as const;

/** Whether the address of the plan asks for its checks. */
export function useChecksShown(): boolean {
  return route.useSearch().checks !== undefined;
}

/** In the head of a plan: how much there is to look at, and the way to it and back. */
export function ChecksLink() {
  const { planId } = route.useParams();
  const shown = useChecksShown();
  const trpc = useTRPC();
  // The grid goes first: a large plan is checked once it stands.
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setRests(true), afterMs);
    return () => window.clearTimeout(timer);
  }, []);
  const checks = useQuery({ ...trpc.checks.plan.queryOptions({ planId }), enabled: rests });
  if (!checks.data) return null;
  const total = Object.values(checks.data.totals).reduce((sum, n) => sum + n, 0);
  return (
    <Link to="/plans/$planId" params={{ planId }} search={shown ? {} : withChecks} className="hit nw">
      {shown
        ? 'Hide the checks'
        : total === 0
          ? 'Checked'
          : count(total, 'thing to check', 'things to check')}
    </Link>
  );
}

/** Beside the grid: what was found in this plan, instead of the drawer of one action. */
export function PlanChecks() {
  const { planId } = route.useParams();
  const trpc = useTRPC();
  const checks = useQuery(trpc.checks.plan.queryOptions({ planId }));
  return (
    <SidePanel side="right" title="Checks of this plan">
      <div className="ck-head">
        <h2>Before you circulate</h2>
        <Link to="/plans/$planId" params={{ planId }} search={{}} className="hit">
          Close
        </Link>
      </div>
      <QueryState query={checks} what="What was found">
        {(found) =>
          found.mismatches.length + found.findings.length === 0 ? (
            <p className="panel-note q2">
              Every status agrees with its dates and evidence; no gap was found.
            </p>
          ) : (
            <CheckList checks={found} />
          )
        }
      </QueryState>
      <p className="panel-note">
        <Link to="/checks" search={{ plan: planId }} className="hit">
          All of it in full
        </Link>
      </p>
    </SidePanel>
  );
}
