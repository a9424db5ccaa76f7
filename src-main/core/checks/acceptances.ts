import type { ReadDb } from '#db/handles.ts';
import { leadsOf } from '#db/queries/checks-facts.ts';
import { acceptanceById, lastAcceptancePosition } from '#db/queries/checks-records.ts';
import { acceptancesIn } from '#db/queries/register-acceptances.ts';
import { deleteRow, insertRow } from '#db/rows.ts';
import { acceptances } from '#db/schema/index.ts';
import type { Acceptance, CheckName } from '#shared/contract/acceptances.ts';
import type { Accepted } from '#shared/contract/checks.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Lead } from '#shared/contract/register.ts';
import type { ActionFacts, Expected } from '#shared/domain/expected-state.ts';
import { fingerprint } from '#shared/domain/fingerprint.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';
import type { Judged } from './judge.ts';

/** Finds whether a finding was accepted and still is: its `basis` is what was looked at when it was. */
export type AcceptedFinder = (check: CheckName, recordId: string, basis: () => string) => Accepted | null;

export function acceptedFinder(db: ReadDb): AcceptedFinder {
  const byRecord = new Map<string, Acceptance[]>();
  for (const one of acceptancesIn(db)) {
    const key = `${one.check} ${one.actionId ?? one.sectionId ?? one.kpiId ?? one.personId}`;
    byRecord.set(key, [...(byRecord.get(key) ?? []), one]);
  }
  return (check, recordId, basis) => {
    const known = byRecord.get(`${check} ${recordId}`);
    if (!known) return null;
    const now = basis();
    const held = known.findLast((one) => one.basis === now);
    return held ? { id: held.id, reason: held.reason, on: held.on, by: held.by } : null;
  };
}

/**
 * What an accepted mismatch rests on: the action's words, dates, leads and newest update, what was said and what was
 * expected. Time alone does not undo an acceptance, until it makes the register expect worse.
 */
export function basisOfMismatch(
  {
    action,
    facts,
    expected,
  }: {
    action: Pick<Judged['action'], 'text' | 'timescale' | 'status'>;
    facts: ActionFacts;
    expected: Expected;
  },
  leads: readonly Lead[],
): string {
  return fingerprint({
    text: action.text,
    timescale: action.timescale?.text ?? null,
    status: action.status,
    leads: leads.map((lead) => lead.text),
    lastUpdate: facts.lastUpdate,
    words: facts.words,
    measures: facts.measures,
    moves: facts.slippage.moves.length,
    expected: expected.state,
  });
}

/** The basis with the leads read when it is asked for: few actions have an acceptance. */
export function mismatchBasis(db: ReadDb, judged: Judged): () => string {
  return () => basisOfMismatch(judged, leadsOf(db, [judged.action.id]).get(judged.action.id) ?? []);
}

export type ToAccept = {
  check: CheckName;
  owner: { actionId: string } | { sectionId: string } | { kpiId: string } | { personId: string };
  /** The words of the finding. */
  finding: string;
  basis: string;
  /** "2.3 (i)", or the first words. */
  name: string;
};

/** Keeps why a finding is accepted, with the day and by whom. */
export function accept(
  { app, register }: Doing,
  found: ToAccept,
  o: { reason: string; by: string | null },
): string {
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Acceptance of a finding on ${shortened(found.name, 40)}` }, (tx) =>
    insertRow(tx, acceptances, {
      id,
      position: lastAcceptancePosition(tx) + step,
      check: found.check,
      ...found.owner,
      finding: found.finding,
      reason: o.reason.trim(),
      on: app.options.today(),
      by: o.by?.trim() || null,
      basis: found.basis,
    }),
  );
  return id;
}

/** Takes an acceptance back. Throws `not-found`. */
export function withdraw({ register }: Doing, acceptanceId: string): void {
  const found = acceptanceById(register.db, acceptanceId);
  if (!found) {
    throw new AppError('not-found', 'This acceptance is no longer in the register. It may have been undone.');
  }
  register.act({ kind: 'edit', label: `Acceptance taken back: ${shortened(found.finding, 40)}` }, (tx) =>
    deleteRow(tx, acceptances, acceptanceId),
  );
}
