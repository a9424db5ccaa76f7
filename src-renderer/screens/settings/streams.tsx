import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StreamView } from '#shared/contract/streams.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { StreamDialog } from './stream-dialog.tsx';
import { StreamPays } from './stream-pays.tsx';

type Editing = { stream: StreamView | null; name: string };

/** The office's funding streams, what each pays for, and words of resources that name none yet. */
export function Streams({ entry }: { entry: string | null }) {
  const trpc = useTRPC();
  const streams = useQuery(trpc.streams.list.queryOptions());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [open, setOpen] = useState<string | null>(entry);
  const remove = useMutation(
    trpc.streams.remove.mutationOptions({
      onSuccess: () => say('Funding stream deleted. Undo brings it back.'),
    }),
  );
  useFoot(streams.data ? count(streams.data.streams.length, 'funding stream') : null);
  return (
    <QueryState query={streams} what="The funding streams">
      {({ streams: all, unnamed }) => (
        <div className="settings">
          <p className="read">
            What the resources of an action name is found by these names and their other spellings, in every
            plan. A link may name a stream too.
          </p>
          <Button onPress={() => setEditing({ stream: null, name: '' })}>Add a funding stream</Button>
          {remove.isError ? <Problem title="The stream was not deleted." error={remove.error} /> : null}
          {all.length === 0 ? null : (
            <table className="words stack">
              <caption className="vh">Funding streams</caption>
              <thead>
                <tr>
                  <th scope="col">Stream</th>
                  <th scope="col">Also written</th>
                  <th scope="col">Pays for</th>
                  <th scope="col">
                    <span className="vh">What can be done</span>
                  </th>
                </tr>
              </thead>
              {all.map((stream) => (
                <tbody key={stream.id}>
                  <tr aria-current={stream.id === entry ? 'true' : undefined}>
                    <th scope="row">{stream.name}</th>
                    <td>
                      {stream.also.join('; ')}
                      {stream.note ? <p className="sm q2">{stream.note}</p> : null}
                    </td>
                    <td>
                      {stream.actions === 0 ? (
                        <span className="q2">No action names it</span>
                      ) : (
                        <LinkButton
                          aria-expanded={open === stream.id}
                          onPress={() => setOpen(open === stream.id ? null : stream.id)}
                        >
                          {count(stream.actions, 'action')} of {count(stream.plans, 'plan')}
                        </LinkButton>
                      )}
                    </td>
                    <td className="row-acts">
                      <LinkButton
                        aria-label={`Change ${stream.name}`}
                        onPress={() => setEditing({ stream, name: stream.name })}
                      >
                        Change
                      </LinkButton>
                      <LinkButton
                        aria-label={`Delete ${stream.name}`}
                        onPress={() => remove.mutate({ streamId: stream.id })}
                      >
                        Delete
                      </LinkButton>
                    </td>
                  </tr>
                  {open === stream.id ? (
                    <tr>
                      <td colSpan={4}>
                        <StreamPays streamId={stream.id} />
                      </td>
                    </tr>
                  ) : null}
                </tbody>
              ))}
            </table>
          )}
          {unnamed.length > 0 ? (
            <section>
              <h3>Resources that name no stream yet</h3>
              <ul className="unnamed">
                {unnamed.map(({ words, actions }) => (
                  <li key={words}>
                    <span>“{words}”</span> <span className="q2">{count(actions, 'action')}</span>{' '}
                    <LinkButton
                      aria-label={`Make it a stream: “${words}”`}
                      onPress={() => setEditing({ stream: null, name: words })}
                    >
                      Make it a stream
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {editing ? <StreamDialog {...editing} onClose={() => setEditing(null)} /> : null}
        </div>
      )}
    </QueryState>
  );
}
