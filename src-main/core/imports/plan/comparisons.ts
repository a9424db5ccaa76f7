import type { KnownContent } from '#db/queries/imports-match.ts';
import { type Decisions, noDecisions } from './decisions.ts';
import { planGone } from './plan-gone.ts';
import type { ImportPlan } from './plan-types.ts';

/** The plans of the register that the files of one import are of, and what of each plan its files hold. */
export type Comparisons = {
  /** `met` are the ids of the records that the file holds. */
  note(planId: string, o: { known: KnownContent; met: ReadonlySet<string>; of: ComparedFile }): void;
  /** Once every file has been compared: what no file holds is gone from its plan. */
  planGone(plan: ImportPlan, o: Gone): void;
};
type ComparedFile = { readonly name: string; readonly decisions: Decisions };
type Gone = { today: string; newId: () => string; nextPosition: (list: string) => number };

export function newComparisons(): Comparisons {
  const all = new Map<string, { known: KnownContent; met: Set<string>; files: ComparedFile[] }>();
  return {
    note(planId, { known, met, of }) {
      const before = all.get(planId);
      if (before) {
        for (const id of met) before.met.add(id);
        before.files.push(of);
      } else all.set(planId, { known, met: new Set(met), files: [of] });
    },
    planGone(plan, o) {
      for (const { known, met, files } of all.values()) {
        planGone(plan, {
          ...o,
          known,
          met,
          files: files.map((file) => file.name),
          decisions: files.at(-1)?.decisions ?? noDecisions,
        });
      }
    },
  };
}
