import './plans.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isGone } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { PlanDesk } from './plan-desk.tsx';

const route = getRouteApi('/plans/$planId');

/** One plan: outline, grid, drawer. */
export function PlanScreen() {
  const { planId } = route.useParams();
  const search = route.useSearch();
  const trpc = useTRPC();
  const plan = useQuery(trpc.plans.get.queryOptions({ planId }));
  const settings = useQuery(trpc.settings.get.queryOptions());
  if (plan.data && settings.data && !isGone(plan.error)) {
    return <PlanDesk key={planId} view={plan.data} settings={settings.data} search={search} />;
  }
  const failed = plan.isError ? plan : settings.isError ? settings : null;
  return (
    <>
      <PageHead title="Plan" />
      <Body>
        {failed ? (
          <Problem
            title="This plan could not be shown."
            error={failed.error}
            onRetry={() => void failed.refetch()}
            acts={<ButtonLink to="/plans">All plans</ButtonLink>}
          />
        ) : (
          <Working what="Reading the plan" />
        )}
      </Body>
    </>
  );
}
