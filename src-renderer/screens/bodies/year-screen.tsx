import { useCanWrite } from '../../client/view.ts';
import './bodies.css';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Closure } from '#shared/contract/meeting-records.ts';
import { addDays, addMonths } from '#shared/domain/dates.ts';
import { formatSpan } from '#shared/domain/periods.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink, IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { MeetingsNav } from '../meetings/list/meetings-nav.tsx';
import { ClosureDialog } from './closure-dialog.tsx';
import { useCalendarFile } from './use-calendar-file.ts';
import { lacking, yearStart } from './year-months.ts';
import { YearTable } from './year-table.tsx';

const route = getRouteApi('/bodies/year');

/** The year of all boards and groups: when each meets, when nobody does, and what is missing. */
export function YearScreen() {
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const from = search.from ?? yearStart(today, settings.data?.financialYearStart ?? 4);
  const year = useQuery({
    ...trpc.cycles.year.queryOptions({ from }),
    enabled: settings.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const makeFile = useCalendarFile();
  const canWrite = useCanWrite();
  const [closure, setClosure] = useState<Closure | 'new' | null>(null);
  const addBankHolidays = useMutation(
    trpc.closures.addBankHolidays.mutationOptions({
      onSuccess: ({ added, there }, { year: of }) =>
        say(
          added === 0
            ? `All ${there} bank holidays of ${of} are in the register.`
            : `${count(added, 'bank holiday')} of ${of} added.`,
        ),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const to = addMonths(from, 12);
  const years = [...new Set([Number(from.slice(0, 4)), Number(addMonths(from, 11).slice(0, 4))])];
  const goTo = (day: string) => void navigate({ search: { from: day } });
  const missing = year.data ? lacking(year.data.bodies) : 0;
  useFoot(year.data ? count(year.data.bodies.length, 'board or group', 'boards and groups') : null);
  return (
    <>
      <PageHead
        title={`Meetings ${formatSpan(from, addDays(to, -1), settings.data?.financialYearStart ?? 4)}`}
        facts={
          year.data
            ? missing === 0
              ? 'Nothing is missing'
              : `${count(missing, 'meeting')} with something missing`
            : null
        }
        acts={
          <>
            <IconButton icon="left" label="The year before" onPress={() => goTo(addMonths(from, -12))} />
            <IconButton icon="right" label="The year after" onPress={() => goTo(to)} />
            <Menu
              label="Days on which nobody meets"
              trigger={<Button>Holidays</Button>}
              acts={[
                { id: 'add', text: 'Add days on which nobody meets', run: () => setClosure('new') },
                ...years.map((one) => ({
                  id: String(one),
                  text: `Add the bank holidays of ${one}`,
                  run: () => addBankHolidays.mutate({ year: one }),
                })),
              ]}
            />
            <Button onPress={() => makeFile({ from, to: addDays(to, -1) })}>Make a calendar file</Button>
          </>
        }
      />
      <Body left={<MeetingsNav />} label="The year">
        <QueryState query={year} what="The year">
          {(data) =>
            data.bodies.length === 0 ? (
              <Empty
                title="No board or group is in the register."
                act={<ButtonLink to="/bodies">Go to boards and groups</ButtonLink>}
              >
                Each board or group has a row here with the days on which it meets. Add one, say how often it
                meets, and let its year be proposed.
              </Empty>
            ) : (
              <YearTable
                year={data}
                onClosure={(one) =>
                  canWrite ? setClosure(one) : say('A snapshot: its holidays stand as they were.')
                }
              />
            )
          }
        </QueryState>
      </Body>
      {closure ? (
        <ClosureDialog closure={closure === 'new' ? null : closure} onClose={() => setClosure(null)} />
      ) : null}
    </>
  );
}
