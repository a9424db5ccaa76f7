import '../styles/resolutions.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { ButtonLink } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Group } from '../../../components/group.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { Status } from '../../../components/status.tsx';
import { formatDay } from '../../../format/days.ts';
import { count, listWords, matches } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { MeetingsNav } from '../list/meetings-nav.tsx';
import { useBodyChoices } from '../list/use-body-choices.ts';

const route = getRouteApi('/meetings/arising');

/** What the next meeting of each body will ask about: everything resolved that is not done, the late first. */
export function ArisingScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const bodies = useBodyChoices();
  const list = useQuery(trpc.bodies.list.queryOptions());
  const [looked, setLooked] = useState('');
  const query = useQuery(
    trpc.resolutions.list.queryOptions({ bodyId: search.body ?? null, standing: 'open' }),
  );
  const found = (query.data ?? []).filter((one) =>
    matches(looked, one.ref, one.resolution.text, one.body, whoOf(one), one.action?.text),
  );
  const late = found.filter((one) => one.late).length;
  useFoot(query.data ? `${count(found.length, 'matter')} open${late > 0 ? `, ${late} late` : ''}` : null);
  const groups = [...Map.groupBy(found, ({ bodyId }) => bodyId)];
  return (
    <>
      <PageHead
        title="Matters arising"
        acts={<FilterBox label="Filter the matters arising" value={looked} onChange={setLooked} />}
      />
      <Body label="Matters arising" left={<MeetingsNav />}>
        <div className="mr-strip">
          <Select
            label="Board or group"
            hideLabel
            value={search.body ?? 'all'}
            choices={bodies}
            onChange={(id) =>
              void navigate({ to: '/meetings/arising', search: id === 'all' ? {} : { body: id } })
            }
          />
        </div>
        <QueryState query={query} what="The matters arising">
          {(open) =>
            open.length === 0 ? (
              <Empty
                title="Nothing that was resolved is open."
                act={<ButtonLink to="/meetings/resolutions">All resolutions</ButtonLink>}
              >
                What a meeting asks somebody to do stands here until it is done, and by itself on the agenda
                of the next.
              </Empty>
            ) : found.length === 0 ? (
              <p className="read">No open matter holds “{looked}”.</p>
            ) : (
              <RowList>
                {groups.map(([bodyId, those]) => {
                  const next = list.data?.find(({ id }) => id === bodyId)?.next;
                  return (
                    <Group
                      key={bodyId ?? 'none'}
                      name={those[0]?.body ?? 'Of no board or group'}
                      note={
                        next ? (
                          <Link
                            to="/meetings/$meetingId"
                            params={{ meetingId: next.meetingId }}
                            className="hit"
                          >
                            Next {formatDay(next.on)}
                          </Link>
                        ) : (
                          'No meeting ahead'
                        )
                      }
                    >
                      <ul>
                        {those
                          .toSorted((a, b) => Number(b.late) - Number(a.late))
                          .map((one) => (
                            <Matter key={one.resolution.id} one={one} />
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
    </>
  );
}

const whoOf = ({ resolution, action }: ResolutionShown) =>
  listWords((action?.leads ?? resolution.leads ?? []).map(({ text }) => text));

function Matter({ one }: { one: ResolutionShown }) {
  const { action, resolution } = one;
  const facts = [
    whoOf(one) || 'Nobody named',
    action?.when ?? resolution.due?.text ?? null,
    action?.toldOn ? `last told ${formatDay(action.toldOn)}` : null,
  ].filter(Boolean);
  const words = (
    <>
      <span className="q2">{one.ref}</span>
      <span>
        {resolution.text}
        <span className="sm q2">{facts.join(', ')}</span>
      </span>
      <span>
        {action ? (
          <Status status={action.status ?? 'not-started'} />
        ) : (
          <span className="q2">Not tracked</span>
        )}
        {one.late ? <b className="sm"> Late</b> : null}
      </span>
    </>
  );
  return (
    <li>
      {action ? (
        <Link
          to="/plans/$planId"
          params={{ planId: action.planId }}
          search={{ action: action.actionId }}
          className="mr-matter foci"
          data-row=""
        >
          {words}
        </Link>
      ) : (
        <Link
          to="/meetings/resolutions"
          search={{ resolution: resolution.id }}
          className="mr-matter foci"
          data-row=""
        >
          {words}
        </Link>
      )}
    </li>
  );
}
