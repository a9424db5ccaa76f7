import type { CheckName } from '#shared/contract/acceptances.ts';
import type { Accepted, Finding, Mismatch } from '#shared/contract/checks.ts';

/** A mismatch or a finding in one form. */
export type CheckItem = {
  readonly key: string;
  readonly check: CheckName;
  readonly planId: string | null;
  readonly recordId: string;
  readonly mismatch: Mismatch | null;
  readonly finding: Finding | null;
  readonly accepted: Accepted | null;
};

export function itemOf(found: Mismatch | Finding): CheckItem {
  const { planId, accepted } = found;
  if (!('check' in found)) {
    const recordId = found.actionId;
    return {
      key: `status ${recordId}`,
      check: 'status',
      planId,
      recordId,
      mismatch: found,
      finding: null,
      accepted,
    };
  }
  const { check, other } = found;
  const recordId = found.actionId ?? found.sectionId ?? found.kpiId ?? found.personId ?? '';
  const key = `${check} ${recordId} ${other?.actionId ?? ''}`;
  return { key, check, planId, recordId, mismatch: null, finding: found, accepted };
}

/** What is being done about a row that is open. */
export type Asking = 'accept' | 'correct' | 'write' | null;

/** What one can do about a row, each under its key, in the order of its buttons. */
export type CheckAct =
  | { readonly key: string; readonly words: string; readonly ask: Exclude<Asking, null> }
  | { readonly key: string; readonly words: string; readonly remedy: number }
  | { readonly key: string; readonly words: string; readonly do: 'two' | 'withdraw' };

/** The acts that fit a row now. Readings and other remedies are counted from 1: the likeliest is one key away. */
export function actsOf({ mismatch, finding, accepted }: CheckItem, writeWords: string | null): CheckAct[] {
  if (accepted) return [{ key: 'B', words: 'Take the acceptance back', do: 'withdraw' }];
  return [
    ...(mismatch ? [{ key: 'C', words: 'Correct the status', ask: 'correct' } as const] : []),
    ...(finding?.remedies ?? []).map(({ words }, place) => ({
      key: String(place + 1),
      words,
      remedy: place,
    })),
    ...(writeWords === null ? [] : [{ key: 'W', words: writeWords, ask: 'write' } as const]),
    ...(finding?.check === 'duplicate' ? [{ key: 'T', words: 'These are two', do: 'two' } as const] : []),
    { key: 'A', words: 'Not a fault, because …', ask: 'accept' },
  ];
}
