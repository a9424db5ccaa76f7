import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Correction } from '#shared/contract/imports.ts';
import { LocalProblem, wireErrorOf } from '../../client/errors.ts';
import { base64Of } from '../../client/save-file.ts';
import { useTRPC, useTRPCClient } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';
import { takeHandedFiles, useHandedFiles } from '../../shell/handed-files.ts';
import { importStageIn, useImportStage, useSetImportStage } from './import-store.ts';

/** The acts of an import: read files, correct the reading, bring in, give up. */
export function useImport() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const stage = useImportStage();
  const setImportStage = useSetImportStage();
  const correct = useMutation(
    trpc.imports.correct.mutationOptions({
      meta: { invalidates: 'none' },
      onSuccess: (preview) => setImportStage({ stage: 'review', preview }),
    }),
  );
  const takeBack = useMutation(
    trpc.imports.takeBack.mutationOptions({
      meta: { invalidates: 'none' },
      onSuccess: (preview) => {
        setImportStage({ stage: 'review', preview });
        say('The last change of the reading is taken back.');
      },
    }),
  );
  const apply = useMutation(
    trpc.imports.bringIn.mutationOptions({
      onSuccess: (result) => setImportStage({ stage: 'done', result }),
      // The core has compared anew with the register as it is now: show that, and say so.
      onError: async (error, { sessionId }) => {
        if (wireErrorOf(error).code !== 'conflict') return;
        setImportStage({ stage: 'review', preview: await client.imports.preview.query({ sessionId }) });
      },
    }),
  );

  const read = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      const names = files.map((file) => file.name);
      const jobId = crypto.randomUUID();
      setImportStage({ stage: 'reading', jobId, names });
      try {
        const bytes = await Promise.all(
          files.map(async (file) => ({ name: file.name, base64: await readable(file) })),
        );
        const preview = await client.imports.start.mutate({ jobId, files: bytes });
        if (isReading(cache, jobId)) setImportStage({ stage: 'review', preview });
        else await client.imports.drop.mutate({ sessionId: preview.sessionId });
      } catch (error) {
        if (isReading(cache, jobId)) setImportStage({ stage: 'refused', names, error });
      }
    },
    [client, cache, setImportStage],
  );

  const stop = useCallback(
    async (jobId: string) => {
      setImportStage({ stage: 'begin' });
      await client.jobs.cancel.mutate({ jobId });
    },
    [client, setImportStage],
  );

  const giveUp = useCallback(
    async (sessionId: string) => {
      setImportStage({ stage: 'begin' });
      await client.imports.drop.mutate({ sessionId });
    },
    [client, setImportStage],
  );

  const later = useCallback(
    async (sessionId: string) => {
      await client.imports.setAside.mutate({ sessionId });
      setImportStage({ stage: 'begin' });
      say('The import is kept as it is. Nothing of it is written.');
    },
    [client, setImportStage],
  );

  return { stage, read, stop, giveUp, later, correct, takeBack, apply };
}

function isReading(cache: QueryClient, jobId: string): boolean {
  const now = importStageIn(cache);
  return now.stage === 'reading' && now.jobId === jobId;
}

/** A folder dropped on the window looks like a file until it is read. */
async function readable(file: File): Promise<string> {
  try {
    return await base64Of(file);
  } catch (error) {
    throw new LocalProblem(
      `"${file.name}" could not be read. If it is a folder, drop the files inside it; if it is open elsewhere, close it there. Nothing was changed.`,
      { cause: error },
    );
  }
}

/** Files dropped on another screen, or chosen at the start, are read as soon as this screen is there. */
export function useHandedFilesRead(read: (files: readonly File[]) => Promise<void>): void {
  const handed = useHandedFiles();
  useEffect(() => {
    if (handed.length > 0) void read(takeHandedFiles());
  }, [handed, read]);
}

/** One correction of the reading, as a screen makes it. */
export type Correct = (corrections: Correction[]) => void;
