import './bodies.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths } from '#shared/domain/dates.ts';
import type { Outputs } from '../../client/app-router.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Menu } from '../../components/menu.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { MeetingsNav } from '../meetings/list/meetings-nav.tsx';
import { BodyAbout } from './body-about.tsx';
import { BodyMeets } from './body-meets.tsx';
import { BodyMinutes } from './body-minutes.tsx';
import { BodyYearList } from './body-year-list.tsx';
import { Members } from './members.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { useCalendarFile } from './use-calendar-file.ts';
import { yearStart } from './year-months.ts';

const route = getRouteApi('/bodies/$bodyId');

export type BodyPage = Outputs['bodies']['get'];

/** One board or group: what it is, who belongs to it, when it meets, what reports it gets. All of it is written in place. */
export function BodyScreen() {
  const trpc = useTRPC();
  const { bodyId } = route.useParams();
  const page = useQuery(trpc.bodies.get.queryOptions({ bodyId }));
  return page.data ? (
    // A page of another body begins anew: nothing typed for one goes to the other.
    <OneBody key={bodyId} page={page.data} />
  ) : (
    <>
      <PageHead title="Board or group" />
      <Body left={<MeetingsNav />}>
        <QueryState query={page} what="The board or group">
          {() => null}
        </QueryState>
      </Body>
    </>
  );
}

function OneBody({ page }: { page: BodyPage }) {
  const { body, members } = page;
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = route.useSearch();
  const today = useToday();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const from = search.from ?? yearStart(today, settings.data?.financialYearStart ?? 4);
  const [isProposing, setProposing] = useState(false);
  const makeFile = useCalendarFile();
  const remove = useMutation(
    trpc.bodies.remove.mutationOptions({
      onSuccess: (gone) => {
        say(`${body.name} deleted, with ${removedInWords(gone)}. Undo brings it back.`);
        void navigate({ to: '/bodies' });
      },
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const now = members.filter((member) => member.now).length;
  return (
    <>
      <PageHead
        title={body.name}
        facts={[body.kind, count(now, 'member')].filter(Boolean).join(', ')}
        acts={
          <>
            <Menu
              label="More for this board or group"
              trigger={<Button look="quiet">More</Button>}
              acts={[
                {
                  id: 'file',
                  text: 'Make a calendar file of all its meetings',
                  run: () => makeFile({ bodyId: body.id }),
                },
                {
                  id: 'delete',
                  text: `Delete it, with ${count(members.length, 'spell')} of membership`,
                  run: () => remove.mutate({ bodyId: body.id }),
                },
              ]}
            />
            <Button look="primary" onPress={() => setProposing(true)}>
              Propose a year
            </Button>
          </>
        }
      />
      <Body left={<MeetingsNav />} label={body.name}>
        <Group name="Its meetings">
          <BodyYearList bodyId={body.id} from={from} />
        </Group>
        <Group name="When it meets">
          <BodyMeets body={body} />
        </Group>
        <Group name="Members" note={`${now} now`}>
          <Members bodyId={body.id} members={members} />
        </Group>
        <Group name="What it is">
          <BodyAbout body={body} />
        </Group>
        <Group name="Its minutes">
          <BodyMinutes page={page} />
        </Group>
      </Body>
      {isProposing ? (
        <ProposeDialog
          body={{ ...body, groups: body.groups ?? [] }}
          from={from <= today ? nextYear(from, today) : from}
          onClose={() => setProposing(false)}
        />
      ) : null}
    </>
  );
}

/** The year shown where most of it lies ahead, else the next: that is the one to plan. */
const nextYear = (from: string, today: string): string =>
  today < addMonths(from, 6) ? from : addMonths(from, 12);

const removedInWords = (gone: { members: number; meetings: number; reportingLines: number }): string =>
  [
    count(gone.members, 'member'),
    `${count(gone.meetings, 'meeting')} to come`,
    count(gone.reportingLines, 'reporting line'),
  ].join(', ');
