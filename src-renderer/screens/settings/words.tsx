import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WordsView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count, matches } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { TermDialog } from './term-dialog.tsx';

type Term = WordsView['glossary'][number];

/** The glossary: the office's terms and those of its plans. `entry` is the one a search led to. */
export function Words({ entry }: { entry: string | null }) {
  const trpc = useTRPC();
  const words = useQuery(trpc.settings.words.queryOptions());
  const [looked, setLooked] = useState('');
  const [editing, setEditing] = useState<Term | 'new' | null>(null);
  const remove = useMutation(
    trpc.glossary.remove.mutationOptions({ onSuccess: () => say('Term deleted. Undo brings it back.') }),
  );
  useFoot(words.data ? count(words.data.glossary.length, 'term') : null);
  return (
    <QueryState query={words} what="The glossary">
      {({ glossary }) => {
        const terms = glossary.filter((one) => matches(looked, one.term, one.meaning, one.plan));
        return (
          <div className="settings">
            <p className="read">
              A term is marked where it first stands in the words of its plan, or of every plan where it is
              the office’s; the focus or the pointer on it gives the meaning.
            </p>
            <div className="words-head">
              {glossary.length > 0 ? (
                <FilterBox label="Filter the terms" value={looked} onChange={setLooked} />
              ) : null}
              <Button onPress={() => setEditing('new')}>Add a term</Button>
            </div>
            {remove.isError ? <Problem title="The term was not deleted." error={remove.error} /> : null}
            {glossary.length === 0 ? (
              <p className="q2">No term yet. A plan that explains its short forms brings them along.</p>
            ) : terms.length === 0 ? (
              <p>No term holds these words.</p>
            ) : (
              <table className="words stack">
                <caption className="vh">Glossary</caption>
                <thead>
                  <tr>
                    <th scope="col">Term</th>
                    <th scope="col">Meaning</th>
                    <th scope="col">Holds in</th>
                    <th scope="col">
                      <span className="vh">What can be done</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {terms.map((one) => (
                    <tr
                      key={one.id}
                      aria-current={one.id === entry ? 'true' : undefined}
                      ref={one.id === entry ? intoView : undefined}
                    >
                      <th scope="row">{one.term}</th>
                      <td>{one.meaning}</td>
                      <PlanCell planId={one.planId} plan={one.plan} />
                      <td className="row-acts">
                        <LinkButton aria-label={`Change ${one.term}`} onPress={() => setEditing(one)}>
                          Change
                        </LinkButton>
                        <LinkButton
                          aria-label={`Delete ${one.term}`}
                          onPress={() => remove.mutate({ termId: one.id })}
                        >
                          Delete
                        </LinkButton>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {editing ? (
              <TermDialog term={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
            ) : null}
          </div>
        );
      }}
    </QueryState>
  );
}

// One function for all time, so that the row is brought into view once and not at every letter typed.
const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' });

function PlanCell({ planId, plan }: { planId: string | null; plan: string | null }) {
  return (
    <td className="q2">
      {planId && plan ? (
        <Link to="/plans/$planId" params={{ planId }} className="hit">
          {plan}
        </Link>
      ) : (
        'Every plan'
      )}
    </td>
  );
}
