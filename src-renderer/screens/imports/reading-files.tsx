import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '../../client/trpc.ts';
import { Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { listWords } from '../../format/words.ts';

/** While files are read: what, how far, Stop. Other screens may be used meanwhile. */
export function ReadingFiles(props: { jobId: string; names: readonly string[]; onStop: () => void }) {
  const trpc = useTRPC();
  const { data } = useSubscription(trpc.jobs.watch.subscriptionOptions({ jobId: props.jobId }));
  const names = listWords(props.names);
  return (
    <>
      <PageHead title={names} facts="Nothing is written yet." />
      <Body label="Import">
        <Working
          what={data?.what ?? `Reading ${names}`}
          done={data?.done ?? 0}
          of={data?.of ?? null}
          onStop={props.onStop}
          canGoOn
        />
      </Body>
    </>
  );
}
