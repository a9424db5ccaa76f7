import './years.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Empty, Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { YearDesk } from './year-desk.tsx';

const route = getRouteApi('/plans/$planId/next-year');

/** Rolling one plan forward: every action with its way into the new year. */
export function YearsScreen() {
  const { planId } = route.useParams();
  const trpc = useTRPC();
  // What is being decided must not change under the officer's hands.
  const proposal = useQuery({
    ...trpc.years.proposal.queryOptions({ planId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = proposal;
  if (data && data.actions.length + data.sections.length + data.kpis.length > 0) {
    return <YearDesk key={planId} proposal={data} />;
  }
  return (
    <>
      <PageHead title="Roll forward" />
      <Body>
        {proposal.isError ? (
          <Problem
            title="This plan could not be read."
            error={proposal.error}
            onRetry={() => void proposal.refetch()}
            acts={<ButtonLink to="/plans">All plans</ButtonLink>}
          />
        ) : data ? (
          <Empty
            title="There is nothing in this plan to carry forward."
            act={
              <ButtonLink to="/plans/$planId" params={{ planId }}>
                Open the plan
              </ButtonLink>
            }
          >
            Rolling forward makes next year’s plan from the actions of this one, and keeps what became of
            each.
          </Empty>
        ) : (
          <Working what="Reading the plan" />
        )}
      </Body>
    </>
  );
}
