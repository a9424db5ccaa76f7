import type { CheckName } from '#shared/contract/acceptances.ts';
import { AppError } from '#shared/contract/errors.ts';
import { mismatchInWords } from '#shared/domain/expected-state.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { accept, acceptedFinder, mismatchBasis, type ToAccept } from './acceptances.ts';
import { basisOf, rawFindings, recordOf } from './findings.ts';
import { judgeAll } from './read-checks.ts';

/**
 * Accepts the finding that a check makes of a record now, with a reason; gives the acceptance's id. Throws `conflict`
 * where the check finds nothing any more, or it was accepted already.
 */
export function acceptFinding(
  doing: Doing,
  o: { check: CheckName; recordId: string; otherId: string | null; reason: string; by: string | null },
): string {
  const { db } = doing.register;
  const found = lookFor(doing, o);
  if (!found) {
    throw new AppError(
      'conflict',
      'The register no longer finds this: something about it has changed. Look again.',
    );
  }
  if (acceptedFinder(db)(o.check, o.recordId, () => found.basis)) {
    throw new AppError('conflict', 'This was accepted already, and nothing about it has changed since.');
  }
  return accept(doing, found, o);
}

function lookFor(
  { app, register }: Doing,
  { check, recordId, otherId }: { check: CheckName; recordId: string; otherId: string | null },
): ToAccept | null {
  const judgement = judgeAll(register, app.options.today());
  if (check === 'status') {
    const judged = judgement.actions.find(({ action }) => action.id === recordId);
    if (!judged?.mismatch) return null;
    const { action, expected } = judged;
    return {
      check,
      owner: { actionId: recordId },
      finding: mismatchInWords(expected, action.status?.label ?? ''),
      basis: mismatchBasis(register.db, judged)(),
      name: action.ref ?? action.text,
    };
  }
  const raw = rawFindings(register.db, judgement, null).find(
    (one) => one.check === check && isAbout(one, recordId, otherId),
  );
  if (!raw) return null;
  const { actionId, sectionId, kpiId, personId } = raw;
  return {
    check,
    // Of two that say the same it hangs on the one that the officer looked at.
    owner: actionId
      ? { actionId: recordId }
      : sectionId
        ? { sectionId }
        : personId
          ? { personId }
          : { kpiId: kpiId ?? '' },
    finding: raw.says,
    basis: basisOf(raw),
    name: raw.ref ?? raw.text,
  };
}

/** Of two that say the same either may be the one that is named; which other is meant matters only where one is named. */
function isAbout(
  found: ReturnType<typeof rawFindings>[number],
  recordId: string,
  otherId: string | null,
): boolean {
  const own = recordOf(found);
  const other = found.other?.actionId ?? null;
  if (own === recordId) return otherId === null || other === otherId;
  return other === recordId && (otherId === null || own === otherId);
}
