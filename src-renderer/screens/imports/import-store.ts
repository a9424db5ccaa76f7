import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';

/** Where the officer is with an import. Nothing is written until "Bring in". */
export type ImportStage =
  | { readonly stage: 'begin' }
  | { readonly stage: 'reading'; readonly jobId: string; readonly names: readonly string[] }
  | { readonly stage: 'refused'; readonly names: readonly string[]; readonly error: unknown }
  | { readonly stage: 'review'; readonly preview: ImportPreview }
  | { readonly stage: 'done'; readonly result: ImportResult };

const begin: ImportStage = { stage: 'begin' };
const key = ['import-stage'] as const;

/**
 * Kept in the cache of the window and not in the screen: another screen may be looked at in between, and with the
 * register everything of it goes.
 */
export function useImportStage(): ImportStage {
  const { data } = useQuery<ImportStage>({
    queryKey: key,
    queryFn: skipToken,
    initialData: begin,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? begin;
}

export function useSetImportStage(): (stage: ImportStage) => void {
  const client = useQueryClient();
  return useCallback((stage) => void client.setQueryData<ImportStage>(key, stage), [client]);
}

export const importStageIn = (client: QueryClient): ImportStage =>
  client.getQueryData<ImportStage>(key) ?? begin;
