import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTRPCClient } from '../client/trpc.ts';
import { Problem, Working } from '../components/notices.tsx';

type Step = { readonly what: string; readonly done: number; readonly of: number | null };

/** Opens the snapshot before its first screen is shown: told while it lasts, stopped by Stop, its reason where it cannot be. */
export function OpeningSnapshot({ snapshotId, children }: { snapshotId: string; children: ReactNode }) {
  const client = useTRPCClient();
  const [jobId] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<Step | null>(null);
  const opened = useQuery({
    queryKey: ['opening', snapshotId],
    queryFn: () => client.snapshots.open.mutate({ snapshotId, jobId }),
  });
  const isWaiting = opened.isPending;
  useEffect(() => {
    if (!isWaiting) return;
    const watching = client.jobs.watch.subscribe({ jobId }, { onData: setStep });
    return () => watching.unsubscribe();
  }, [client, jobId, isWaiting]);
  if (opened.data) return children;
  return (
    <main className="screen opening">
      {opened.isError ? (
        <Problem
          title="The snapshot was not opened."
          error={opened.error}
          onRetry={() => void opened.refetch()}
          acts={
            <a className="btn" href="#/snapshots">
              Back to the register
            </a>
          }
        />
      ) : (
        <Working
          what={step?.what ?? 'Opening the snapshot'}
          done={step?.done ?? 0}
          of={step?.of ?? null}
          unit="records"
          onStop={() => void client.jobs.cancel.mutate({ jobId })}
        />
      )}
    </main>
  );
}
