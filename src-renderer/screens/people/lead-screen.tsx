import './people.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeadPage } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { StateSummary } from '../../components/state-bar.tsx';
import { formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LeadPlans } from './lead-plans.tsx';
import { LeadSide } from './lead-side.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { kindWords, loadInWords } from './people-words.ts';
import { PersonDialog } from './person-dialog.tsx';

const route = getRouteApi('/people/$personId');

/** All that is one lead’s, over all plans: what is overdue first, with what is known of them beside it. */
export function LeadScreen() {
  const { personId } = route.useParams();
  const trpc = useTRPC();
  const page = useQuery(trpc.people.page.queryOptions({ personId }));
  useFoot(page.data ? loadInWords(page.data.load) : null);
  if (page.data) return <Lead key={personId} page={page.data} />;
  return (
    <>
      <PageHead title="A lead" />
      <Body label="Lead">
        <QueryState query={page} what="This lead">
          {() => null}
        </QueryState>
      </Body>
    </>
  );
}

type Doing = 'edit' | 'handOver' | 'merge' | null;

function Lead({ page }: { page: LeadPage }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const today = useToday();
  const [doing, setDoing] = useState<Doing>(null);
  const { person, load } = page;
  const retire = useMutation(
    trpc.people.retire.mutationOptions({
      onSuccess: () => say(person.retiredOn ? `${person.name} leads again.` : `${person.name} is retired.`),
      onError: () => say(`${person.name} was not changed.`),
    }),
  );
  const close = () => setDoing(null);
  const under = [kindWords[person.kind], person.kind === 'person' ? person.role : null, person.email]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <PageHead
        title={person.name}
        under={person.retiredOn ? `${under}, retired from ${formatDay(person.retiredOn)}` : under}
        acts={
          <>
            <Button onPress={() => setDoing('handOver')}>Hand over</Button>
            <Button onPress={() => setDoing('edit')}>Edit</Button>
            <Menu
              label={`More about ${person.name}`}
              trigger={<Button>More</Button>}
              acts={[
                { id: 'merge', text: 'Is the same as…', run: () => setDoing('merge') },
                {
                  id: 'retire',
                  text: person.retiredOn ? 'Leads again' : 'Retire from today',
                  run: () => retire.mutate({ personId: person.id, on: person.retiredOn ? null : today }),
                },
                ...(person.kind === 'person'
                  ? [
                      {
                        id: 'held',
                        text: 'What is held on them',
                        run: () =>
                          void navigate({ to: '/people/$personId/held', params: { personId: person.id } }),
                      },
                    ]
                  : []),
              ]}
            />
          </>
        }
      >
        <StateSummary counts={page.counts} />
      </PageHead>
      <Body
        label="What they lead"
        right={
          <SidePanel side="right" title="About this lead">
            <LeadSide page={page} />
          </SidePanel>
        }
      >
        <p className="lead-load">
          {loadInWords(load)}.{' '}
          {page.updatesOwed > 0 ? <b>{count(page.updatesOwed, 'update')} owed.</b> : null}
          {person.retiredOn && load.openActions + load.kpis + load.sections > 0
            ? ' They are retired and still named: hand over, so that somebody else is.'
            : null}
        </p>
        <LeadPlans page={page} />
      </Body>
      {doing === 'edit' ? <PersonDialog person={person} onClose={close} /> : null}
      {doing === 'handOver' ? <HandOverDialog person={person} onClose={close} /> : null}
      {doing === 'merge' ? (
        <MergeDialog
          person={person}
          onClose={(keptId) => {
            close();
            if (keptId && keptId !== person.id)
              void navigate({ to: '/people/$personId', params: { personId: keptId } });
          }}
        />
      ) : null}
    </>
  );
}
