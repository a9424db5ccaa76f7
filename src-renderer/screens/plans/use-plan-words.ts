import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LinkTargetShown } from '#shared/contract/links.ts';
import { useTRPC } from '../../client/trpc.ts';
import { type TermReader, useTerms } from '../../components/terms.tsx';

/** What the words of a plan may point to and what explains them. */
export type PlanWords = {
  readonly planId: string;
  /** Everything that a link may point to but actions; nothing until the register has answered. */
  readonly linkTargets: readonly LinkTargetShown[];
  readonly terms: TermReader;
};

const none: readonly LinkTargetShown[] = [];

export function usePlanWords(planId: string): PlanWords {
  const trpc = useTRPC();
  const linkTargets = useQuery(trpc.links.targets.queryOptions()).data ?? none;
  const terms = useTerms(planId);
  return useMemo(() => ({ planId, linkTargets, terms }), [planId, linkTargets, terms]);
}
