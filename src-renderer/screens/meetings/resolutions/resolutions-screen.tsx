import '../styles/meeting.css';
import '../styles/resolutions.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { resolutionStates } from '#shared/contract/meeting-records.ts';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { formatDay } from '../../../format/days.ts';
import { count, matches } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { MeetingsNav } from '../list/meetings-nav.tsx';
import { useBodyChoices } from '../list/use-body-choices.ts';
import { resolutionWords, standingWords } from '../meeting-words.ts';
import { Pace } from './pace.tsx';
import { ResolutionRow } from './resolution-row.tsx';

const route = getRouteApi('/meetings/resolutions');
const kinds = Object.entries(resolutionWords).map(([id, text]) => ({ id, text }));

/** How many stand here before one asks for all. */
const few = 60;

/** Everything that was resolved: what is open, what is done, what took its place, and how long it took. */
export function ResolutionsScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const bodies = useBodyChoices();
  const [looked, setLooked] = useState('');
  const [isWhole, setWhole] = useState(false);
  const query = useQuery(trpc.resolutions.list.queryOptions({ bodyId: search.body ?? null }));
  const all = query.data ?? [];
  const found = all.filter((shown) => fits(shown, search) && matches(looked, ...wordsOf(shown)));
  useFoot(
    query.data
      ? `${count(found.length, 'resolution')}${found.length < all.length ? ` of ${all.length}` : ''}`
      : null,
  );
  const go = (change: Partial<typeof search>) => {
    const next = { ...search, ...change };
    const kept = Object.entries(next).filter(([name, value]) => value && name !== 'resolution');
    void navigate({ to: '/meetings/resolutions', search: Object.fromEntries(kept) });
  };
  // What is pointed to stands first, whatever the filters say.
  const pointed = all.find(({ resolution }) => resolution.id === search.resolution);
  const rest = found.filter((one) => one !== pointed);
  const shown = [...(pointed ? [pointed] : []), ...(isWhole ? rest : rest.slice(0, few))];
  return (
    <>
      <PageHead
        title="Resolutions"
        acts={
          all.length > 0 ? (
            <FilterBox label="Filter the resolutions" value={looked} onChange={setLooked} />
          ) : null
        }
      />
      <Body label="Resolutions" left={<MeetingsNav />}>
        <div className="mr-strip">
          <Select
            label="Board or group"
            hideLabel
            value={search.body ?? 'all'}
            choices={bodies}
            onChange={(id) => go({ body: id === 'all' ? '' : id })}
          />
          <Select
            label="How it stands"
            hideLabel
            value={search.show ?? 'all'}
            choices={[
              { id: 'all', text: 'However it stands' },
              ...resolutionStates.map((id) => ({ id: id as string, text: standingWords[id] })),
              { id: 'late', text: 'Open and late' },
            ]}
            onChange={(id) => go({ show: id === 'all' ? '' : id })}
          />
          <Select
            label="What it does"
            hideLabel
            value={search.kind ?? 'all'}
            choices={[{ id: 'all', text: 'Whatever it does' }, ...kinds]}
            onChange={(id) => go({ kind: id === 'all' ? '' : id })}
          />
        </div>
        <QueryState query={query} what="The resolutions">
          {(list) =>
            list.length === 0 ? (
              <Empty
                title="Nothing was resolved yet."
                act={<ButtonLink to="/meetings">All meetings</ButtonLink>}
              >
                What is resolved at a meeting, or stands in minutes brought in, is listed here until it is
                done.
              </Empty>
            ) : (
              <>
                <Pace bodyId={search.body ?? null} />
                {shown.length === 0 ? (
                  <p className="read">
                    {looked === '' ? 'None stands so.' : `No resolution holds “${looked}”.`}
                  </p>
                ) : null}
                <RowList>
                  <ul className="mr-list">
                    {shown.map((one) => (
                      <ResolutionRow
                        key={one.resolution.id}
                        shown={one}
                        isPointed={one === pointed}
                        others={list}
                      />
                    ))}
                  </ul>
                </RowList>
                {shown.length < found.length ? (
                  <Button onPress={() => setWhole(true)}>Show all {count(found.length, 'resolution')}</Button>
                ) : null}
              </>
            )
          }
        </QueryState>
      </Body>
    </>
  );
}

function fits(shown: ResolutionShown, o: { show?: string; kind?: string }): boolean {
  const stands = !o.show || (o.show === 'late' ? shown.late : shown.standing === o.show);
  return stands && (!o.kind || shown.resolution.kind === o.kind);
}

const wordsOf = (shown: ResolutionShown) => [
  shown.ref,
  shown.resolution.text,
  shown.body,
  shown.meeting,
  shown.item,
  shown.because,
  shown.heldOn ? formatDay(shown.heldOn) : null,
  shown.action?.text,
  ...(shown.resolution.leads ?? []).map(({ text }) => text),
];
