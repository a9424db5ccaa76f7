import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import type { Difference } from '#shared/contract/reports.ts';
import { stateOfLabel } from '#shared/domain/difference-words.ts';
import { usePlanOptions } from '../../client/plan-query.ts';
import { type PlanKey, Status } from '../../components/status.tsx';

const Keys = createContext<ReadonlyMap<string, PlanKey>>(new Map());

/** The keys of those plans whose changes name a status in words of the plan's own. */
export function KeyWords({ all, children }: { all: readonly Difference[]; children: ReactNode }) {
  const planOptions = usePlanOptions();
  const isOwnWord = (label: string | null) => stateOfLabel(label) === null;
  const planIds = new Set(
    all.flatMap((one) =>
      one.kind === 'status-changed' && one.planId && (isOwnWord(one.before) || isOwnWord(one.after))
        ? one.planId
        : [],
    ),
  );
  const keys = useQueries({
    queries: [...planIds].map(planOptions),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ? [[data.plan.id, data.plan.key] as const] : []))),
  });
  return <Keys value={keys}>{children}</Keys>;
}

/** A status as it was called: with the shape of its state, where the words are usual or in the plan's key. */
export function StatusWords({ label, planId }: { label: string | null; planId: string | null }) {
  const key = useContext(Keys).get(planId ?? '');
  if (label === null) return <span className="q2">No status</span>;
  const entry = key?.find((one) => sameWords(one, label));
  const state = entry?.state ?? stateOfLabel(label);
  return state ? <Status status={{ state, label }} planKey={key} /> : <span>{label}</span>;
}

const sameWords = (entry: KeyEntry, label: string) =>
  entry.label.trim().toLocaleLowerCase('en-GB') === label.trim().toLocaleLowerCase('en-GB');
