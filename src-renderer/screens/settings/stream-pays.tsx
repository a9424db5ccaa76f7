import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { QueryState } from '../../components/query-state.tsx';
import { Status } from '../../components/status.tsx';

/** What a stream pays for, plan by plan. */
export function StreamPays({ streamId }: { streamId: string }) {
  const trpc = useTRPC();
  const paid = useQuery(trpc.streams.pays.queryOptions({ streamId }));
  return (
    <QueryState query={paid} what="What it pays for">
      {(actions) => (
        <ul className="stream-pays">
          {[...Map.groupBy(actions, (action) => action.planId).values()].map((list) => (
            <li key={list[0]?.planId}>
              <h3>{list[0]?.plan}</h3>
              <ul>
                {list.map((action) => (
                  <li key={action.actionId}>
                    <Link
                      to="/plans/$planId"
                      params={{ planId: action.planId }}
                      search={{ action: action.actionId }}
                      className="hit"
                    >
                      {[action.ref, action.text].filter(Boolean).join(' ')}
                    </Link>
                    <p className="sm q2">
                      {action.status ? <Status status={action.status} /> : null} {action.resources}
                    </p>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}
