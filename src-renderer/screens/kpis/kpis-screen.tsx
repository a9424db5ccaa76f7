import './kpis.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { targetsMet, targetsMetInWords } from '#shared/domain/targets-met.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { DefinitionDialog } from './definition/definition-dialog.tsx';
import { KpiFilters } from './kpi-filters.tsx';
import { groupsOf } from './kpi-list.tsx';
import { KpiTable } from './kpi-table.tsx';
import { isListed } from './list-filter.ts';
import { SmallMultiples } from './small-multiples.tsx';

const route = getRouteApi('/kpis');
const none: KpiSummary[] = [];

/** Every KPI under its plan and section: the latest figure against its target, and which way it goes. */
export function KpisScreen() {
  const search = route.useSearch();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const kpis = useQuery(trpc.kpis.list.queryOptions({ planId: null }));
  const plans = useQuery(trpc.plans.list.queryOptions());
  const [words, setWords] = useState('');
  const looked = useDeferredValue(words);
  const [adding, setAdding] = useState(false);
  const all = kpis.data ?? none;
  const found = useMemo(() => all.filter((kpi) => isListed(kpi, search, looked)), [all, search, looked]);
  const withFigure = all.filter((kpi) => kpi.latest?.actual).length;
  const met = targetsMetInWords(useMemo(() => targetsMet(found), [found]));
  useFoot(
    kpis.data
      ? `${count(all.length, 'KPI')}: ${withFigure} ${withFigure === 1 ? 'has' : 'have'} a figure${found.length < all.length ? `. ${found.length} shown` : ''}`
      : null,
  );
  return (
    <>
      <PageHead
        title="KPIs"
        facts={met}
        acts={
          <>
            {all.length > 0 ? (
              <>
                <FilterBox label="Filter the KPIs" value={words} onChange={setWords} />
                <ButtonLink to="/kpis/due">Due and missing</ButtonLink>
                <ButtonLink
                  to="/kpis/figures"
                  search={{
                    ...(search.plan && { plan: search.plan }),
                    ...(search.section && { section: search.section }),
                  }}
                >
                  Type figures
                </ButtonLink>
              </>
            ) : null}
            <Button onPress={() => setAdding(true)}>Add a KPI</Button>
          </>
        }
      />
      <Body
        label="KPIs"
        left={
          all.length > 0 ? (
            <SidePanel side="left" title="Lists of KPIs">
              <KpiFilters kpis={all} search={search} />
            </SidePanel>
          ) : null
        }
      >
        <QueryState query={kpis} what="The KPIs">
          {() =>
            all.length === 0 ? (
              <Empty
                title="No KPI yet."
                act={<ButtonLink to="/import">Import a file with its tables</ButtonLink>}
              >
                A KPI holds its baseline, targets and figures by period, draws its chart and says in words
                which way it goes.
              </Empty>
            ) : found.length === 0 ? (
              <p>{looked === '' ? 'No KPI is in this list.' : `No KPI here holds “${looked}”.`}</p>
            ) : search.as === 'multiples' ? (
              groupsOf(found).map((group) => (
                <SmallMultiples key={group.kpis[0]?.id} title={group.name} kpis={group.kpis} current={null} />
              ))
            ) : (
              <KpiTable kpis={found} />
            )
          }
        </QueryState>
      </Body>
      {adding ? (
        <DefinitionDialog
          view={null}
          plans={plans.data ?? []}
          onClose={(kpiId) => {
            setAdding(false);
            if (kpiId) void navigate({ to: '/kpis/$kpiId', params: { kpiId } });
          }}
        />
      ) : null}
    </>
  );
}
