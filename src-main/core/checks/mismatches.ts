import type { ReadDb } from '#db/handles.ts';
import { leadsOf } from '#db/queries/checks-facts.ts';
import type { Mismatch, SilentLead } from '#shared/contract/checks.ts';
import type { HomeAction } from '#shared/contract/office.ts';
import type { Lead } from '#shared/contract/register.ts';
import { mismatchInWords } from '#shared/domain/expected-state.ts';
import { daysLate } from '../plans/read-plans.ts';
import { type AcceptedFinder, basisOfMismatch } from './acceptances.ts';
import type { Judged } from './judge.ts';

const badness = { 'off-track': 2, 'at-risk': 1 } as Readonly<Record<string, number>>;

/** The worst first, then what ends soonest. */
function worstFirst(a: Judged, b: Judged): number {
  const by = (badness[b.expected.state ?? ''] ?? 0) - (badness[a.expected.state ?? ''] ?? 0);
  if (by !== 0) return by;
  const [one, other] = [a.action.timescale?.end ?? '9999', b.action.timescale?.end ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

export type MismatchList = {
  /** Those not accepted. */
  readonly open: readonly Judged[];
  readonly accepted: readonly Judged[];
  /** The first `limit` of them, open before accepted, with who leads them. */
  read(limit: number): Mismatch[];
};

export function mismatchesOf(db: ReadDb, judged: readonly Judged[], accepted: AcceptedFinder): MismatchList {
  const all = judged.filter((one) => one.mismatch).sort(worstFirst);
  const how = new Map(
    all.map((one) => [
      one,
      accepted('status', one.action.id, () =>
        basisOfMismatch(one, leadsOf(db, [one.action.id]).get(one.action.id) ?? []),
      ),
    ]),
  );
  const open = all.filter((one) => how.get(one) === null);
  const taken = all.filter((one) => how.get(one) !== null);
  return {
    open,
    accepted: taken,
    read(limit) {
      const listed = [...open, ...taken].slice(0, limit);
      const leads = leadsOf(
        db,
        listed.map(({ action }) => action.id),
      );
      return listed.flatMap((one) => {
        const said = one.action.status;
        if (!said) return [];
        const { id, planId, ref, text } = one.action;
        return {
          actionId: id,
          planId,
          ref,
          text,
          leads: leads.get(id) ?? [],
          said,
          expected: one.expected.state,
          says: mismatchInWords(one.expected, said.label),
          accepted: how.get(one) ?? null,
        };
      });
    },
  };
}

/** Actions on which nobody has written for as long as their plan allows. */
export function silentOnes(judged: readonly Judged[]): Judged[] {
  return judged
    .filter((one) => one.expected.silentFor !== null && !one.carriedOn)
    .sort((a, b) => (b.expected.silentFor ?? 0) - (a.expected.silentFor ?? 0));
}

/** The leads of silent actions, the longest silent first; actions without a lead are nobody's silence. */
export function silentLeads(
  db: ReadDb,
  silent: readonly Judged[],
  nameOf: (lead: Lead) => string,
): SilentLead[] {
  const leads = leadsOf(
    db,
    silent.map(({ action }) => action.id),
  );
  const found = new Map<string, SilentLead>();
  for (const { action, expected, facts } of silent) {
    const wrote = facts.lastUpdate === 'none' || facts.lastUpdate === 'undated' ? null : facts.lastUpdate;
    for (const lead of leads.get(action.id) ?? []) {
      const key = lead.personId ?? lead.text;
      const known = found.get(key);
      if (!known) {
        found.set(key, {
          lead,
          name: nameOf(lead),
          actions: 1,
          lastWrote: wrote,
          silentFor: expected.silentFor ?? 0,
        });
        continue;
      }
      known.actions += 1;
      known.silentFor = Math.min(known.silentFor, expected.silentFor ?? known.silentFor);
      if (wrote !== null && (known.lastWrote === null || wrote > known.lastWrote)) known.lastWrote = wrote;
    }
  }
  return [...found.values()].sort((a, b) => b.silentFor - a.silentFor);
}

/** Actions as Home and its lists show them. */
export function asHomeActions(db: ReadDb, judged: readonly Judged[], today: string): HomeAction[] {
  const leads = leadsOf(
    db,
    judged.map(({ action }) => action.id),
  );
  return judged.map(({ action, carriedOn }) => ({
    id: action.id,
    planId: action.planId,
    ref: action.ref,
    text: action.text,
    leads: leads.get(action.id) ?? [],
    when: action.timescale?.text ?? null,
    end: action.timescale?.end ?? null,
    reviewOn: null,
    daysLate: carriedOn ? null : daysLate(action, today),
    status: action.status,
  }));
}
