import './plans.css';
import './status-editor.css';
import './drawer.css';
import './views.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { dayOfOffice } from '#shared/domain/spells.ts';
import { isGone } from '../../client/errors.ts';
import { usePlanOptions } from '../../client/plan-query.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { OfficeDay } from '../../components/people.tsx';
import { Body } from '../../components/side-panel.tsx';
import { useToday } from '../../shell/register-state.ts';
import { PlanDesk } from './plan-desk.tsx';
import { lookName } from './use-plan-look.ts';

const route = getRouteApi('/plans/$planId');

/** One plan: outline, grid, drawer. */
export function PlanScreen() {
  const { planId } = route.useParams();
  const search = route.useSearch();
  const trpc = useTRPC();
  const today = useToday();
  const plan = useQuery(usePlanOptions()(planId));
  const settings = useQuery(trpc.settings.get.queryOptions());
  const kept = useQuery({
    ...trpc.choices.get.queryOptions({ name: lookName(planId) }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // What was chosen to be seen is no record: where it cannot be had, the plan is shown as it usually is.
  const look = kept.isError ? null : kept.data;
  if (plan.data && settings.data && look !== undefined && !isGone(plan.error)) {
    return (
      <OfficeDay value={dayOfOffice(plan.data.plan.period?.end, today)}>
        <PlanDesk key={planId} view={plan.data} settings={settings.data} search={search} keptLook={look} />
      </OfficeDay>
    );
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
