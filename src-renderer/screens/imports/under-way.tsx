import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { useSetImportStage } from './import-store.ts';

/** Imports that were put aside: nothing of them is written, and they are kept while the program runs. */
export function UnderWay() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const setImportStage = useSetImportStage();
  const { data = [] } = useQuery(trpc.imports.underWay.queryOptions(undefined, { staleTime: 0 }));
  const again = () => cache.invalidateQueries({ queryKey: trpc.imports.underWay.queryKey() });
  const open = useMutation({
    mutationFn: (sessionId: string) => client.imports.preview.query({ sessionId }),
    meta: { invalidates: 'none' },
    onSuccess: (preview) => setImportStage({ stage: 'review', preview }),
    onError: again,
  });
  const drop = useMutation(
    trpc.imports.drop.mutationOptions({ meta: { invalidates: 'none' }, onSettled: again }),
  );
  const aside = data.filter((one) => one.aside);
  if (aside.length === 0) return null;
  return (
    <section className="past">
      <h2>To be finished</h2>
      {open.isError ? <Problem title="It could not be opened." error={open.error} /> : null}
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">Files</th>
            <th scope="col">Read on</th>
            <th scope="col">So far</th>
            <th scope="col">
              <span className="vh">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {aside.map((one) => (
            <tr key={one.sessionId}>
              <th scope="row">
                <i>{listWords(one.names)}</i>
              </th>
              <td className="nw">{formatInstant(one.startedAt)}</td>
              <td>
                {count(one.openQuestions, 'question')} open, {count(one.corrected, 'change')} made
              </td>
              <td className="nw">
                <LinkButton onPress={() => open.mutate(one.sessionId)}>Finish it</LinkButton>{' '}
                <LinkButton onPress={() => drop.mutate({ sessionId: one.sessionId })}>
                  Leave it out
                </LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sm q2">Nothing of these is written. They are kept until the program is closed.</p>
    </section>
  );
}
