import type { ReadDb } from '#db/handles.ts';
import { checkedSections } from '#db/queries/checks-records.ts';
import type { Finding } from '#shared/contract/checks.ts';
import { fingerprint } from '#shared/domain/fingerprint.ts';
import { isEnded } from '#shared/domain/states.ts';
import type { AcceptedFinder } from './acceptances.ts';
import { dates, leads, measures } from './find/of-actions.ts';
import { kpis, people, sections } from './find/of-records.ts';
import { references } from './find/of-references.ts';
import { twins } from './find/of-twins.ts';
import { type Data, isIn, type Raw } from './find/raw.ts';
import type { Judgement } from './judge.ts';

const checks = [dates, leads, references, measures, twins, sections, kpis, people] as const;

/** Gaps in the data of a plan, or of all plans, check by check, each with whether it was accepted. */
export function findingsIn(
  db: ReadDb,
  judgement: Judgement,
  planId: string | null,
  accepted: AcceptedFinder,
): Finding[] {
  return rawFindings(db, judgement, planId).map((raw) => {
    const { basis: _, ...found } = raw;
    const of = (recordId: string) => accepted(raw.check, recordId, () => basisOf(raw));
    // That two are two was said of one of them, whichever stood first then.
    return { ...found, accepted: of(recordOf(raw)) ?? (raw.other ? of(raw.other.actionId) : null) };
  });
}

/** `judgement` is of all plans, so that what is said twice is found across them. */
export function rawFindings(db: ReadDb, judgement: Judgement, planId: string | null): Raw[] {
  const data: Data = {
    db,
    judgement,
    planId,
    open: judgement.actions.flatMap(({ action, carriedOn }) =>
      carriedOn || isEnded(action.status?.state ?? null) || !isIn(planId, action.planId) ? [] : [action],
    ),
    sections: checkedSections(db).filter((section) => isIn(planId, section.planId)),
  };
  return checks.flatMap((check) => [...check(data)]);
}

/** What an acceptance of this finding rests on. */
export function basisOf({ check, basis }: Raw): string {
  return fingerprint({ check, basis });
}

export function recordOf(found: Pick<Finding, 'actionId' | 'sectionId' | 'kpiId' | 'personId'>): string {
  return found.actionId ?? found.sectionId ?? found.kpiId ?? found.personId ?? '';
}
