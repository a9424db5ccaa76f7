import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HomeView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatWeekday } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useRegisterState } from '../../shell/register-state.ts';
import { TakeSnapshot } from '../snapshots/take-snapshot.tsx';
import { ActionGroup } from './home-rows.tsx';
import { HomeSide, nextMeetingInWords } from './home-side.tsx';
import { KpiGroup } from './kpi-group.tsx';
import { ToSettle } from './to-settle.tsx';

/** What needs the officer today, and nothing else. */
export function HomeScreen() {
  const trpc = useTRPC();
  const home = useQuery(trpc.home.get.queryOptions());
  const state = useRegisterState().data;
  const [naming, setNaming] = useState(false);
  const today = home.data?.today ?? state?.today ?? '';
  const counts = state?.open?.counts;
  const isEmpty = counts !== undefined && counts.plans + counts.actions + counts.kpis === 0;
  const year = state?.open?.year;
  useFoot(
    useMemo(
      () =>
        counts && year ? (
          <>
            <span>Year {year}</span>
            <span>
              {count(counts.actions, 'action')}, {count(counts.kpis, 'KPI')}, {count(counts.people, 'lead')}
            </span>
          </>
        ) : null,
      [counts, year],
    ),
  );
  return (
    <>
      <PageHead
        title={today ? formatWeekday(today) : 'Home'}
        facts={home.data ? nextMeetingInWords(home.data, today) : null}
        acts={
          isEmpty ? (
            <ButtonLink look="primary" to="/import">
              Import a file
            </ButtonLink>
          ) : (
            <>
              <Button onPress={() => setNaming(true)}>Take a snapshot</Button>
              <ButtonLink look="primary" to="/reports">
                Make a report
              </ButtonLink>
            </>
          )
        }
      />
      <Body
        label="What needs you"
        right={
          home.data ? (
            <SidePanel side="right" title="Coming and safe" width={376}>
              <HomeSide view={home.data} today={today} />
            </SidePanel>
          ) : null
        }
      >
        <QueryState query={home} what="What needs you today">
          {(view) => (isEmpty ? <NothingYet /> : <Groups view={view} today={today} />)}
        </QueryState>
      </Body>
      <TakeSnapshot isOpen={naming} onClose={() => setNaming(false)} />
    </>
  );
}

function Groups({ view, today }: { view: HomeView; today: string }) {
  const quiet =
    view.overdue.total +
      view.dueSoon.total +
      view.offTrack.total +
      view.kpisOffTrack.total +
      view.tray.length ===
    0;
  return (
    <RowList className="home">
      {quiet ? <p className="read quiet">Nothing is overdue, off track or due in the next 30 days.</p> : null}
      <ActionGroup name="Overdue" group="overdue" view={view} today={today} />
      <ActionGroup name="Due in 30 days" group="dueSoon" view={view} today={today} />
      <ActionGroup
        name="Off track"
        group="offTrack"
        view={view}
        today={today}
        above={[...view.overdue.first, ...view.dueSoon.first]}
      />
      <KpiGroup view={view} />
      <ToSettle view={view} today={today} />
    </RowList>
  );
}

function NothingYet() {
  return (
    <Empty title="Nothing is in the register yet." act={<ButtonLink to="/import">Import a file</ButtonLink>}>
      Bring in last year’s workbook: its actions, leads, dates and figures come with the cells they stood in,
      and one step undoes it all. Or begin a plan by hand under Plans.
    </Empty>
  );
}
