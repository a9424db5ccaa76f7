import { createContext, useContext } from 'react';
import type { StatusChoice } from '#shared/contract/plans.ts';
import type { KeyEntry, Person } from '#shared/contract/register.ts';
import type { PlanEdits } from './use-plan-edits.ts';
import type { PlanWords } from './use-plan-words.ts';

/** What the editors of the plan's grid need beside their cell. */
export type PlanDesk = {
  readonly planKey: readonly KeyEntry[];
  readonly choices: readonly StatusChoice[];
  readonly people: readonly Person[];
  readonly today: string;
  readonly addProgress: PlanEdits['addProgress'];
  readonly change: PlanEdits['change'];
  readonly words: PlanWords;
};

const Desk = createContext<PlanDesk | null>(null);
export const PlanDeskProvider = Desk.Provider;

export function usePlanDesk(): PlanDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('usePlanDesk stands outside a plan');
  return desk;
}
