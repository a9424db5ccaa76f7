import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HomeView } from '#shared/contract/office.ts';
import { type Outputs, useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { daysBetween, formatDayNear, formatWeekday } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useRegisterState } from '../../shell/register-state.ts';
import { TakeSnapshot } from '../snapshots/take-snapshot.tsx';
import { GapsGroup } from './gaps-group.tsx';
import { ActionGroup } from './home-rows.tsx';
import { HomeSide, nextMeetingInWords } from './home-side.tsx';
import { KpiGroup } from './kpi-group.tsx';
import { KpisDueGroup } from './kpis-due-group.tsx';
import { RoundsGroup } from './rounds-group.tsx';
import { SilentGroup } from './silent-group.tsx';
import { ToSettle } from './to-settle.tsx';

type Overview = Outputs['checks']['overview'];

/** What needs the officer today, and nothing else. */
export function HomeScreen() {
  const trpc = useTRPC();
  const home = useQuery(trpc.home.get.queryOptions());
  const overview = useQuery(trpc.checks.overview.queryOptions()).data ?? null;
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
              <HomeSide view={home.data} overview={overview} today={today} />
            </SidePanel>
          ) : null
        }
      >
        <QueryState query={home} what="What needs you today">
          {(view) => (isEmpty ? <NothingYet /> : <Groups view={view} overview={overview} today={today} />)}
        </QueryState>
      </Body>
      <TakeSnapshot isOpen={naming} onClose={() => setNaming(false)} />
    </>
  );
}

function Groups(props: { view: HomeView; overview: Overview | null; today: string }) {
  const { view, overview, today } = props;
  const next = nextWithin(view, today);
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
      <RoundsGroup rounds={view.rounds} today={today} />
      {overview ? <SilentGroup silent={overview.silent} today={today} /> : null}
      <ActionGroup
        name="Reviews due"
        note={next ? `before ${next}` : 'within 30 days'}
        group="reviews"
        view={view}
        today={today}
      />
      <ActionGroup
        name="Off track"
        group="offTrack"
        view={view}
        today={today}
        above={[...view.overdue.first, ...view.dueSoon.first]}
      />
      <KpiGroup view={view} />
      <KpisDueGroup />
      <ToSettle view={view} samePeople={overview?.samePeople ?? 0} today={today} />
      {overview ? <GapsGroup /> : null}
    </RowList>
  );
}

/** The body that meets within the 30 days, by which reviews are wanted; null where none does. */
function nextWithin({ meetings: [next] }: HomeView, today: string): string | null {
  if (!next || daysBetween(today, next.heldOn) >= 30) return null;
  return `${next.body ?? next.title} on ${formatDayNear(next.heldOn, today)}`;
}

function NothingYet() {
  return (
    <Empty title="Nothing is in the register yet." act={<ButtonLink to="/import">Import a file</ButtonLink>}>
      Bring in last year’s workbook: its actions, leads, dates and figures come with the cells they stood in,
      and one step undoes it all. Or begin a plan by hand under Plans.
    </Empty>
  );
}
