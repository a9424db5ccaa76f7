import './duties.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DutyView } from '#shared/contract/duties.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count, matches } from '../../format/words.ts';
import { DutyDialog } from './duty-dialog.tsx';
import { DutyRow } from './duty-row.tsx';

const route = getRouteApi('/duties');

/** The statutory duties of the office with what answers each; those that nothing answers stand first. */
export function DutiesScreen() {
  const { duty: looked } = route.useSearch();
  const trpc = useTRPC();
  const duties = useQuery(trpc.duties.list.queryOptions());
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<DutyView | 'new' | null>(null);
  const open = duties.data?.filter((duty) => duty.answers.length === 0).length ?? 0;
  return (
    <>
      <PageHead
        title="Duties"
        facts={duties.data && duties.data.length > 0 ? factsOf(duties.data.length, open) : null}
        acts={
          <>
            <FilterBox label="Filter the duties" value={words} onChange={setWords} />
            <Button look="primary" onPress={() => setEditing('new')}>
              Add a duty
            </Button>
          </>
        }
      />
      <Body label="Duties">
        <QueryState query={duties} what="The duties">
          {(all) => {
            if (all.length === 0) {
              return (
                <Empty
                  title="No duty is in the register."
                  act={<Button onPress={() => setEditing('new')}>Add a duty</Button>}
                >
                  What the law asks of the partnership, with the day since when: each is answered by an
                  action, a part of a plan or a KPI, and those that nothing answers stand here first. A plan
                  that lists its duties brings them along.
                </Empty>
              );
            }
            const shown = all.filter((one) =>
              matches(words, one.text, one.basis, one.plan, ...one.answers.map((answer) => answer.text)),
            );
            if (shown.length === 0) return <p>No duty holds “{words}”.</p>;
            return (
              <>
                <Group
                  name="Nothing answers these"
                  duties={shown.filter((one) => one.answers.length === 0)}
                  looked={looked}
                  onEdit={setEditing}
                />
                <Group
                  name="Answered"
                  duties={shown.filter((one) => one.answers.length > 0)}
                  looked={looked}
                  onEdit={setEditing}
                />
              </>
            );
          }}
        </QueryState>
      </Body>
      {editing ? (
        <DutyDialog duty={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}

const factsOf = (all: number, open: number): string =>
  `${count(all, 'duty', 'duties')}, ${open === 0 ? 'each answered' : `${open} that nothing answers`}`;

function Group(props: {
  name: string;
  duties: readonly DutyView[];
  looked: string | undefined;
  onEdit: (duty: DutyView) => void;
}) {
  if (props.duties.length === 0) return null;
  return (
    <section className="duty-group">
      <h2>
        {props.name} <span className="cnt">{props.duties.length}</span>
      </h2>
      <ul>
        {props.duties.map((duty) => (
          <DutyRow
            key={duty.id}
            duty={duty}
            isLooked={duty.id === props.looked}
            onEdit={() => props.onEdit(duty)}
          />
        ))}
      </ul>
    </section>
  );
}
