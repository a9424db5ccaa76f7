import './people.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { PairsList } from './pairs-list.tsx';
import { PeopleTable } from './people-table.tsx';
import { belongsTo, type Show, showOf, shows } from './people-words.ts';
import { PersonDialog } from './person-dialog.tsx';
import { UnledList } from './unled-list.tsx';

const route = getRouteApi('/people');

/** Everybody who can lead something, what nobody leads, and those who may be one. */
export function PeopleScreen() {
  const show = showOf(route.useSearch().show);
  const trpc = useTRPC();
  const navigate = useNavigate();
  const people = useQuery(trpc.people.list.queryOptions());
  const loads = useQuery(trpc.people.loads.queryOptions());
  const [looked, setLooked] = useState('');
  const [adding, setAdding] = useState(false);
  const all = people.data ?? [];
  const countOf = (id: Show): number | null => {
    if (id === 'no-lead') return loads.data?.unled ?? null;
    if (id === 'same') return loads.data?.pairs ?? null;
    return people.data ? all.filter((person) => belongsTo(person, id)).length : null;
  };
  return (
    <>
      <PageHead
        title="People"
        acts={
          <>
            {show === 'same' ? null : (
              <FilterBox
                label={show === 'no-lead' ? 'Filter what has no lead' : 'Filter the people'}
                value={looked}
                onChange={setLooked}
              />
            )}
            <Button onPress={() => setAdding(true)}>Add a lead</Button>
          </>
        }
      />
      <Body
        label="People"
        left={
          <SidePanel side="left" title="Lists of people">
            <ul className="people-parts">
              {shows.map(({ id, name }) => (
                <li key={id}>
                  <Link
                    to="/people"
                    search={id === 'all' ? {} : { show: id }}
                    activeOptions={{ exact: true, includeSearch: true }}
                  >
                    <span>{name}</span>
                    <span className="q2">{countOf(id)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </SidePanel>
        }
      >
        {show === 'no-lead' ? (
          <UnledList looked={looked} />
        ) : show === 'same' ? (
          <PairsList />
        ) : (
          <QueryState query={people} what="The people">
            {(list) => (
              <PeopleTable
                people={list}
                loads={loads.data?.loads ?? null}
                show={show}
                looked={looked}
                onAdd={() => setAdding(true)}
              />
            )}
          </QueryState>
        )}
      </Body>
      {adding ? (
        <PersonDialog
          person={null}
          onClose={(personId) => {
            setAdding(false);
            if (personId) void navigate({ to: '/people/$personId', params: { personId } });
          }}
        />
      ) : null}
    </>
  );
}
