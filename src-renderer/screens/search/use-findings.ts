import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { SearchHit } from '#shared/contract/office.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';

const limit = 60;

export type Findings = {
  /** Hits of these words, or of the words before while the answer is awaited: the list does not blink. */
  hits: readonly SearchHit[];
  /** Words of the register like those typed, where nothing holds what was typed. */
  meant: readonly string[];
  /** False while an answer about exactly these words is awaited. */
  isSettled: boolean;
  isNothing: boolean;
  /** There may be more hits than are shown. */
  isCut: boolean;
  problem: string | null;
};

/** What the register holds of the words typed. */
export function useFindings(text: string): Findings {
  const trpc = useTRPC();
  const asked = useDeferredValue(text.trim());
  const found = useQuery(
    trpc.search.find.queryOptions(
      { text: asked, limit },
      { enabled: asked.length > 0, placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  const isOfThese = asked === text.trim();
  const isAnswered = asked === '' || found.isError || (found.isSuccess && !found.isPlaceholderData);
  const hits = asked ? (found.data ?? []) : [];
  const isNothing = asked !== '' && found.isSuccess && isAnswered && hits.length === 0;
  const like = useQuery(trpc.search.like.queryOptions({ text: asked }, { enabled: isNothing }));
  return {
    hits,
    meant: isNothing ? (like.data ?? []) : [],
    isSettled: isOfThese && isAnswered && !(isNothing && like.isPending),
    isNothing,
    isCut: hits.length === limit,
    problem: found.isError && asked ? wireErrorOf(found.error).message : null,
  };
}
