import '../styles/meeting.css';
import '../styles/resolutions.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwedReportShown } from '#shared/contract/resolutions.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Group } from '../../../components/group.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { count, matches } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { MeetingsNav } from '../list/meetings-nav.tsx';
import { useBodyChoices } from '../list/use-body-choices.ts';
import { OwedDialog } from './owed-dialog.tsx';
import { OwedRow } from './owed-row.tsx';

const route = getRouteApi('/meetings/reports');

const groups: readonly { name: string; holds: (one: OwedReportShown) => boolean }[] = [
  { name: 'Late', holds: ({ daysLate }) => daysLate !== null },
  { name: 'Owed next', holds: ({ daysLate, report }) => daysLate === null && report.nextOn !== null },
  {
    name: 'No day set',
    holds: ({ report, deliveries }) => report.nextOn === null && deliveries.length === 0,
  },
  {
    name: 'Nothing more owed',
    holds: ({ report, deliveries }) => report.nextOn === null && deliveries.length > 0,
  },
];

/** The reports that bodies asked for again and again: what is owed next, what is late, what was given. */
export function OwedScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const bodies = useBodyChoices();
  const [looked, setLooked] = useState('');
  const [dialog, setDialog] = useState<OwedReportShown | 'new' | null>(null);
  const query = useQuery(trpc.owedReports.list.queryOptions({ bodyId: search.body ?? null }));
  const found = (query.data ?? []).filter(({ report, toBody, ref }) =>
    matches(looked, report.title, report.every, report.officer?.text, toBody, ref),
  );
  const late = found.filter(({ daysLate }) => daysLate !== null).length;
  useFoot(query.data ? `${count(found.length, 'report')} owed${late > 0 ? `, ${late} late` : ''}` : null);
  return (
    <>
      <PageHead
        title="Reports owed"
        acts={
          <>
            <FilterBox label="Filter the reports owed" value={looked} onChange={setLooked} />
            <Button onPress={() => setDialog('new')}>Add a report</Button>
          </>
        }
      />
      <Body label="Reports owed" left={<MeetingsNav />}>
        <div className="mr-strip">
          <Select
            label="Board or group"
            hideLabel
            value={search.body ?? 'all'}
            choices={bodies}
            onChange={(id) =>
              void navigate({ to: '/meetings/reports', search: id === 'all' ? {} : { body: id } })
            }
          />
        </div>
        <QueryState query={query} what="The reports owed">
          {(list) =>
            list.length === 0 ? (
              <Empty
                title="No report is owed to any body."
                act={<Button onPress={() => setDialog('new')}>Add a report</Button>}
              >
                A resolution that asks for a report, “quarterly” or “to each meeting”, puts it here with the
                day on which the next is due.
              </Empty>
            ) : found.length === 0 ? (
              <p className="read">No report owed holds “{looked}”.</p>
            ) : (
              <RowList>
                {groups.map(({ name, holds }) => {
                  const those = found.filter(holds);
                  if (those.length === 0) return null;
                  return (
                    <Group key={name} name={name} note={count(those.length, 'report')}>
                      <ul>
                        {those.map((one) => (
                          <OwedRow
                            key={one.report.id}
                            shown={one}
                            isPointed={one.report.id === search.report}
                            onEdit={() => setDialog(one)}
                          />
                        ))}
                      </ul>
                    </Group>
                  );
                })}
              </RowList>
            )
          }
        </QueryState>
      </Body>
      {dialog ? (
        <OwedDialog shown={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}
