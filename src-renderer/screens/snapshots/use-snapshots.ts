import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SnapshotSummary } from '#shared/contract/reports.ts';
import { useTRPC } from '../../client/trpc.ts';

/** All snapshots, the newest first. */
export function useSnapshots(): UseQueryResult<SnapshotSummary[], unknown> {
  const trpc = useTRPC();
  return useQuery(trpc.snapshots.list.queryOptions(undefined, { select: newestFirst }));
}

const newestFirst = (list: SnapshotSummary[]): SnapshotSummary[] =>
  list.toSorted((a, b) => b.takenAt.localeCompare(a.takenAt));
