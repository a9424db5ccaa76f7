import type { ReadDb } from '#db/handles.ts';
import { planSummaries } from '#db/queries/plans-list.ts';
import { readWords as wordsIn } from '#db/queries/register-office.ts';
import { ranksOf } from '#db/queries/register-parts.ts';
import type { WordsView } from '#shared/contract/office.ts';

/** The glossary and the duties of the register, in reading order, each with the plan it came with. */
export function readWords(db: ReadDb): WordsView {
  const plans = planSummaries(db);
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  const { glossary, duties } = wordsIn({ db, sourceOf: () => null }, ranksOf(plans));
  const planOf = (planId: string | null) => titles.get(planId ?? '') ?? null;
  return {
    glossary: glossary.map(({ id, term, meaning, planId }) => ({
      id,
      term,
      meaning,
      planId,
      plan: planOf(planId),
    })),
    duties: duties.map(({ id, text, basis, inForceFrom, planId }) => ({
      id,
      text,
      basis,
      inForce: inForceFrom?.text ?? null,
      planId,
      plan: planOf(planId),
    })),
  };
}
