import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActName, ChangeSet, RecordChange } from '#shared/contract/history.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';
import { capital, count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { isUndone } from './act-words.ts';

/** Above this many entries it takes seconds to tell whether an act can be undone: it is told on trying. */
const toldBeforehand = 5_000;

/** What one act wrote, record by record, and its undoing. */
export function ActDetail({ set }: { set: ChangeSet }) {
  const trpc = useTRPC();
  const act = useQuery(trpc.history.act.queryOptions({ id: set.id }));
  return (
    <div className="act">
      {isUndone(set) ? null : <UndoOf set={set} />}
      {set.undoes ? (
        <p className="q2">
          It undid <ActLink act={set.undoes} />.
        </p>
      ) : null}
      {set.undoneBy ? (
        <p className="q2">
          It was undone by <ActLink act={set.undoneBy} />. To do it again, undo that.
        </p>
      ) : null}
      <QueryState query={act} what="The act">
        {({ records, more }) => (
          <>
            {records.length === 0 ? (
              <p className="q2">It froze what was there, or wrote only what the program keeps for itself.</p>
            ) : (
              <ul className="recs">
                {records.map((record) => (
                  <li key={`${record.what} ${record.id}`}>
                    <Changed record={record} />
                  </li>
                ))}
              </ul>
            )}
            {more > 0 ? <p className="q2">And {count(more, 'more entry', 'more entries')}.</p> : null}
          </>
        )}
      </QueryState>
    </div>
  );
}

function UndoOf({ set }: { set: ChangeSet }) {
  const trpc = useTRPC();
  const standing = useQuery(
    trpc.history.standing.queryOptions({ id: set.id }, { enabled: set.rows <= toldBeforehand }),
  );
  const undo = useMutation(
    trpc.history.undoAct.mutationOptions({
      onSuccess: ({ label }) => say(`Undone: ${label}`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  if (standing.data && !standing.data.possible) {
    const { why, inTheWay } = standing.data;
    return (
      <div className="why">
        <p>{why}</p>
        {inTheWay.length > 0 ? (
          <p className="q2">
            In the way:{' '}
            {inTheWay.slice(0, 5).map((act, index) => (
              <span key={act.id}>
                {index > 0 ? '; ' : ''}
                <ActLink act={act} />
              </span>
            ))}
          </p>
        ) : null}
      </div>
    );
  }
  if (standing.isPending && set.rows <= toldBeforehand) return null;
  return (
    <Button small isPending={undo.isPending} onPress={() => undo.mutate({ id: set.id })}>
      Undo this act
    </Button>
  );
}

export function ActLink({ act }: { act: ActName }) {
  return (
    <Link to="/history" search={{ act: act.id }} className="hit">
      “{act.label}”, {formatDay(dayOfInstant(act.at))}
    </Link>
  );
}

const hows = { added: 'Added', changed: '', removed: 'Deleted' } as const;

function Changed({ record }: { record: RecordChange }) {
  return (
    <>
      <p>
        <span className="q2">
          {hows[record.how] ? `${hows[record.how]} ` : ''}
          {hows[record.how] ? record.what : capital(record.what)}
        </span>{' '}
        <Named record={record} />
        {record.plan ? <span className="q sm"> {record.plan}</span> : null}
      </p>
      {record.fields.length > 0 ? (
        <dl>
          {record.fields.map((field) => (
            <div key={`${field.field} ${field.before} ${field.after}`}>
              <dt>{field.field}</dt>
              <dd>
                {record.how === 'added' && field.before === null ? (
                  field.after
                ) : (
                  <WordChange before={field.before} after={field.after} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function Named({ record: { name, planId, actionId, kpiId, meetingId, how } }: { record: RecordChange }) {
  if (how === 'removed') return <b>{name}</b>;
  if (kpiId)
    return (
      <Link to="/kpis/$kpiId" params={{ kpiId }} className="hit">
        {name}
      </Link>
    );
  if (meetingId)
    return (
      <Link to="/meetings/$meetingId" params={{ meetingId }} className="hit">
        {name}
      </Link>
    );
  if (planId)
    return (
      <Link
        to="/plans/$planId"
        params={{ planId }}
        search={actionId ? { action: actionId } : {}}
        className="hit"
      >
        {name}
      </Link>
    );
  return <b>{name}</b>;
}
