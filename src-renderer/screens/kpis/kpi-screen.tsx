import './kpis.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isGone } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { KpiPage } from './kpi-page.tsx';

const route = getRouteApi('/kpis/$kpiId');

/** One KPI: latest figure, chart, table, words, and its neighbours. */
export function KpiScreen() {
  const { kpiId } = route.useParams();
  const trpc = useTRPC();
  const kpi = useQuery(trpc.kpis.get.queryOptions({ kpiId }));
  const settings = useQuery(trpc.settings.get.queryOptions());
  const list = useQuery(trpc.kpis.list.queryOptions({ planId: null }));
  if (kpi.data && settings.data && !isGone(kpi.error)) {
    return <KpiPage key={kpiId} view={kpi.data} settings={settings.data} all={list.data ?? []} />;
  }
  const failed = kpi.isError ? kpi : settings.isError ? settings : null;
  return (
    <>
      <PageHead title="KPI" />
      <Body>
        {failed ? (
          <Problem
            title="This KPI could not be shown."
            error={failed.error}
            onRetry={() => void failed.refetch()}
            acts={<ButtonLink to="/kpis">All KPIs</ButtonLink>}
          />
        ) : (
          <Working what="Reading the KPI" />
        )}
      </Body>
    </>
  );
}
