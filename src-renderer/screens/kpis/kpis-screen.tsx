import './kpis.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { Status } from '../../components/status.tsx';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { KpiDialog } from './kpi-dialog.tsx';
import { groupsOf } from './kpi-list.tsx';
import { figureInWords } from './kpi-words.ts';

const route = getRouteApi('/kpis');
type Show = 'all' | 'off-track';

/** Every KPI under its plan and section: the latest figure against its target, and which way it goes. */
export function KpisScreen() {
  const search = route.useSearch();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const kpis = useQuery(trpc.kpis.list.queryOptions({ planId: null }));
  const plans = useQuery(trpc.plans.list.queryOptions());
  const [looked, setLooked] = useState('');
  const [adding, setAdding] = useState(false);
  const show: Show = search.show === 'off-track' ? 'off-track' : 'all';
  const all = kpis.data ?? [];
  const found = all.filter(
    (kpi) =>
      (show === 'all' || kpi.latest?.state === 'off-track' || kpi.latest?.state === 'at-risk') &&
      matches(looked, kpi.name, kpi.ref, kpi.plan?.title, kpi.section?.title),
  );
  const withFigure = all.filter((kpi) => kpi.latest?.actual).length;
  useFoot(
    kpis.data
      ? `${count(all.length, 'KPI')}: ${withFigure} ${withFigure === 1 ? 'has' : 'have'} a figure${found.length < all.length ? `. ${found.length} shown` : ''}`
      : null,
  );
  return (
    <>
      <PageHead
        title="KPIs"
        acts={
          <>
            {all.length > 0 ? (
              <>
                <FilterBox label="Filter the KPIs" value={looked} onChange={setLooked} />
                <ButtonLink to="/kpis" search={show === 'all' ? { show: 'off-track' } : {}}>
                  {show === 'all' ? 'Only off track and at risk' : 'Show every KPI'}
                </ButtonLink>
              </>
            ) : null}
            <Button onPress={() => setAdding(true)}>Add a KPI</Button>
          </>
        }
      />
      <Body label="KPIs">
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
              <p>{looked === '' ? 'No KPI is off track or at risk.' : `No KPI holds “${looked}”.`}</p>
            ) : (
              <KpiTable kpis={found} />
            )
          }
        </QueryState>
      </Body>
      {adding ? (
        <KpiDialog
          kpi={null}
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

function KpiTable({ kpis }: { kpis: readonly KpiSummary[] }) {
  return (
    <table className="kpi-list">
      <thead>
        <tr>
          <th>Ref</th>
          <th>KPI</th>
          <th className="num">Latest</th>
          <th className="num">Target</th>
          <th>Status</th>
          <th>Direction</th>
          <th>
            <span className="vh">Line of the figures</span>
          </th>
        </tr>
      </thead>
      {groupsOf(kpis).map((group) => (
        <tbody key={group.kpis[0]?.id}>
          <tr className="kpi-group">
            <th colSpan={7} scope="rowgroup">
              {group.name}
            </th>
          </tr>
          {group.kpis.map((kpi) => (
            <KpiRow key={kpi.id} kpi={kpi} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function KpiRow({ kpi }: { kpi: KpiSummary }) {
  const { latest, unit } = kpi;
  return (
    <tr>
      <td className="q2 nw">{kpi.ref}</td>
      <td>
        <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className="hit">
          {kpi.name}
        </Link>
      </td>
      <td className="num">
        {latest?.actual ? (
          <>
            <b>{figureInWords(latest.actual, unit)}</b>
            <p className="sm q">{latest.period.label}</p>
          </>
        ) : (
          <span className="q">No figure yet</span>
        )}
      </td>
      <td className="num">{latest?.target ? figureInWords(latest.target, unit) : null}</td>
      <td>
        {latest?.state ? <Status status={latest.state} /> : <span className="q sm">{latest?.why}</span>}
      </td>
      <td className="q2">{latest?.direction}</td>
      <td>
        <Sparkline
          actual={kpi.spark.map((point) => point.actual)}
          target={kpi.spark.map((point) => point.target)}
          width={112}
          height={28}
        />
      </td>
    </tr>
  );
}
