import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SamePair } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { reasonWords, tiesInWords } from './people-words.ts';

/** Pairs that look like one: why, which name stays, and what would change. Merged only when the officer says so. */
export function PairsList() {
  const trpc = useTRPC();
  const pairs = useQuery(trpc.people.pairs.queryOptions());
  useFoot(pairs.data ? count(pairs.data.length, 'pair') : null);
  return (
    <QueryState query={pairs} what="The pairs">
      {(list) =>
        list.length === 0 ? (
          <Empty title="Nobody looks like somebody else.">
            Two spellings of one name are shown here side by side, with what would change if they became one.
            Nothing is merged by itself.
          </Empty>
        ) : (
          <ul className="pairs">
            {list.map((pair) => (
              <li key={`${pair.keep.id} ${pair.other.id}`}>
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Pair({ pair }: { pair: SamePair }) {
  const trpc = useTRPC();
  const [keepId, setKeepId] = useState<string>(pair.keep.id);
  const merge = useMutation(
    trpc.people.merge.mutationOptions({ onSuccess: ({ label }) => say(`${label}.`) }),
  );
  const apart = useMutation(
    trpc.people.setApart.mutationOptions({
      onSuccess: () => say(`${pair.keep.name} and ${pair.other.name} are kept as two.`),
    }),
  );
  const [stays, goes, changing] =
    keepId === pair.keep.id ? [pair.keep, pair.other, pair.otherHas] : [pair.other, pair.keep, pair.keepHas];
  const same = pair.keep.name === pair.other.name;
  const choice = (who: SamePair['keep'], has: SamePair['keepHas']) => ({
    id: who.id as string,
    text: <b>{who.name}</b>,
    help: [who.initials, who.role, who.email, tiesInWords(has) || 'nothing hangs on it']
      .filter(Boolean)
      .join(', '),
  });
  return (
    <section aria-label={`${pair.keep.name} and ${pair.other.name}`} className="same-pair">
      <p className="q2">{reasonWords[pair.reason]}</p>
      <RadioChoices
        label={`Which name stays, ${pair.keep.name} or ${pair.other.name}`}
        hideLabel
        value={keepId}
        onChange={setKeepId}
        choices={[choice(pair.keep, pair.keepHas), choice(pair.other, pair.otherHas)]}
      />
      <div className="what">
        <p>
          {tiesInWords(changing) ? `${tiesInWords(changing)} of ` : 'Nothing hangs on '}“{goes.name}”
          {tiesInWords(changing) ? ` would be ${stays.name}’s.` : '.'}{' '}
          {same ? '' : `“${goes.name}” stays as another spelling. `}The words of the plans stay as written.
        </p>
        <div className="acts">
          <Button
            isPending={merge.isPending}
            onPress={() => merge.mutate({ keepId: stays.id, otherId: goes.id })}
          >
            Merge into {stays.name}
          </Button>
          <Button
            look="quiet"
            isPending={apart.isPending}
            onPress={() => apart.mutate({ personId: pair.keep.id, otherId: pair.other.id })}
          >
            They are two
          </Button>
          <Link
            to="/people/$personId"
            params={{ personId: goes.id }}
            className="hit"
            aria-label={`Look at ${goes.name}`}
          >
            Look at {goes.name}
          </Link>
        </div>
        {merge.isError ? <Problem title="The two were not merged." error={merge.error} /> : null}
        {apart.isError ? <Problem title="The two were not kept apart." error={apart.error} /> : null}
      </div>
    </section>
  );
}
