import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HomeAction } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Group } from '../../components/group.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { usePeople } from '../../components/people.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { isHomeGroup, type ListName, listWordsOf, noneOf } from './action-lists.ts';
import { ActionRow } from './home-rows.tsx';

/** One of Home's lists in full, plan by plan: exactly the actions that Home counts. */
export function ActionList({ list, lead }: { list: ListName; lead: string | null }) {
  const trpc = useTRPC();
  const today = useToday();
  const people = usePeople();
  const [looked, setLooked] = useState('');
  const plans = useQuery(trpc.plans.list.queryOptions());
  const ofHome = useQuery({
    ...trpc.home.group.queryOptions({ group: isHomeGroup(list) ? list : 'overdue' }),
    enabled: isHomeGroup(list),
  });
  const ofChecks = useQuery({
    ...trpc.checks.actions.queryOptions({ list: isHomeGroup(list) ? 'silent' : list }),
    enabled: !isHomeGroup(list),
  });
  const query = isHomeGroup(list) ? ofHome : ofChecks;
  const namesOf = (action: HomeAction) =>
    action.leads.map((one) => people.get(one.personId ?? '')?.name ?? one.text).join(' ');
  const isLeads = (action: HomeAction) =>
    lead === null || action.leads.some((one) => (one.personId ?? one.text) === lead);
  const all = (query.data ?? []).filter(isLeads);
  const found = all.filter((action) =>
    matches(looked, action.ref, action.text, action.when, namesOf(action)),
  );
  useFoot(
    query.data
      ? looked
        ? `${found.length} of ${count(all.length, 'action')}`
        : count(all.length, 'action')
      : null,
  );
  const who = lead === null ? '' : `: ${people.get(lead)?.name ?? lead}`;
  return (
    <>
      <PageHead
        title={`${listWordsOf(list)}${who}`}
        facts={query.data ? count(all.length, 'action') : null}
        acts={
          <>
            <FilterBox label="Filter the actions" value={looked} onChange={setLooked} />
            <ButtonLink to="/plans">All plans</ButtonLink>
          </>
        }
      />
      <Body label="Actions">
        <QueryState query={query} what="The actions">
          {() =>
            found.length === 0 ? (
              <p className="read">{all.length === 0 ? noneOf(list) : `No action here holds “${looked}”.`}</p>
            ) : (
              <RowList className="home">
                {[...Map.groupBy(found, (action) => action.planId)].map(([planId, actions]) => (
                  <Group
                    key={planId}
                    name={plans.data?.find((plan) => plan.id === planId)?.title ?? ''}
                    note={count(actions.length, 'action')}
                  >
                    <ul>
                      {actions.map((action) => (
                        <li key={action.id}>
                          <ActionRow action={action} today={today} />
                        </li>
                      ))}
                    </ul>
                  </Group>
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Body>
    </>
  );
}
