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
  o: { check: CheckName; recordId: string; reason: string; by: string | null },
): string {
  const { db } = doing.register;
  const found = lookFor(doing, o.check, o.recordId);
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

function lookFor({ app, register }: Doing, check: CheckName, recordId: string): ToAccept | null {
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
    (finding) => finding.check === check && recordOf(finding) === recordId,
  );
  if (!raw) return null;
  const { actionId, sectionId, kpiId } = raw;
  return {
    check,
    owner: actionId ? { actionId } : sectionId ? { sectionId } : { kpiId: kpiId ?? '' },
    finding: raw.says,
    basis: basisOf(raw),
    name: raw.ref ?? raw.text,
  };
}
