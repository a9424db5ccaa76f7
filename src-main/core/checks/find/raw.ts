import type { ReadDb } from '#db/handles.ts';
import type { CheckedAction } from '#db/queries/checks-facts.ts';
import type { CheckedSection } from '#db/queries/checks-records.ts';
import type { DataCheck, Finding, Remedy } from '#shared/contract/checks.ts';
import type { Judgement } from '../judge.ts';

/** A finding before it is said whether it was accepted, with what it rests on. */
export type Raw = Omit<Finding, 'accepted'> & { basis: unknown };

/** What the checks of the data look at. */
export type Data = {
  readonly db: ReadDb;
  /** Of all plans, so that what is said twice is found across them. */
  readonly judgement: Judgement;
  /** The plan that is looked at; null for all. */
  readonly planId: string | null;
  /** Actions still to be done, which nobody took on into another year. */
  readonly open: readonly CheckedAction[];
  readonly sections: readonly CheckedSection[];
};

export const isIn = (planId: string | null, of: string | null) => planId === null || planId === of;

const nowhere = {
  planId: null,
  ref: null,
  actionId: null,
  sectionId: null,
  kpiId: null,
  personId: null,
  other: null,
  remedies: [],
  write: null,
};

/** A finding on a record that is no action. */
export const finding = (of: Partial<Raw> & Pick<Raw, 'check' | 'text' | 'says' | 'basis'>): Raw => ({
  ...nowhere,
  ...of,
});

/** A finding on an action; it rests on its words, its date and what was found, unless `more` says otherwise. */
export function onAction(
  check: DataCheck,
  action: CheckedAction,
  says: string,
  more: Partial<Raw> = {},
): Raw {
  const { id, planId, ref, text } = action;
  const basis = { text, timescale: action.timescale?.text ?? null, says };
  return finding({ check, planId, ref, text, actionId: id, says, basis, ...more });
}

/** An act that settles a finding on an action. */
export const remedyOf = (
  recordId: string,
  kind: Remedy['kind'],
  words: string,
  value: string | null = null,
): Remedy => ({ kind, words, recordId, value });
