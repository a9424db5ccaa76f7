import type { z } from 'zod';
import { revision } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { personNames } from '#db/queries/checks-records.ts';
import { knownPeople } from '#db/queries/people-list.ts';
import { apartIn } from '#db/queries/register-spells.ts';
import type { CheckName } from '#shared/contract/acceptances.ts';
import type { checksContract, Finding } from '#shared/contract/checks.ts';
import type { HomeAction } from '#shared/contract/office.ts';
import { reasonsInWords } from '#shared/domain/expected-state.ts';
import { samePeople } from '#shared/domain/same-people.ts';
import { movesOf, planSlippage, slippageInWords } from '#shared/domain/slippage.ts';
import { capital } from '#shared/domain/words.ts';
import type { Register } from '../app.ts';
import { noAction, noPlan } from '../plans/read-plans.ts';
import { acceptedFinder } from './acceptances.ts';
import { findingsIn } from './findings.ts';
import { type Judgement, judge } from './judge.ts';
import { asHomeActions, mismatchesOf, silentLeads, silentOnes } from './mismatches.ts';

type Answer<K extends keyof typeof checksContract> = z.infer<(typeof checksContract)[K]['output']>;

const firstFew = 4;

/** The last judgement of each register: good until the register or the day is another. */
const held = new WeakMap<Register, { revision: number; today: string; judgement: Judgement }>();

/** All actions of the register, judged on a day. */
export function judgeAll(register: Register, today: string): Judgement {
  const known = heldFor(register, today);
  if (known) return known;
  const judgement = judge(register.db, today, null);
  held.set(register, { revision: revision(register.db), today, judgement });
  return judgement;
}

/** One action, judged on a day: from what is held, else alone, so that nobody waits for all others. */
export function judgeOne(register: Register, today: string, actionId: string): Judgement {
  return heldFor(register, today) ?? judge(register.db, today, { actionId });
}

function heldFor(register: Register, today: string): Judgement | null {
  const known = held.get(register);
  return known && known.revision === revision(register.db) && known.today === today ? known.judgement : null;
}

export function readOverview(db: ReadDb, judgement: Judgement): Answer<'overview'> {
  const list = mismatchesOf(db, judgement.actions, acceptedFinder(db));
  const silent = silentOnes(judgement.actions);
  const names = new Map(knownPeople(db).map((person) => [person.id, person.name]));
  return {
    mismatches: {
      total: list.open.length,
      accepted: list.accepted.length,
      first: list.read(Math.min(firstFew, list.open.length)),
    },
    silent: {
      actions: silent.length,
      days: judgement.silentDays,
      leads: silentLeads(db, silent, (lead) => names.get(lead.personId ?? '') ?? lead.text),
    },
    samePeople: pairsToLookAt(db),
    slippage: planSlippage(judgement.actions.map(({ facts }) => facts.slippage)),
  };
}

/** Pairs of people whose names may be one person's, but for those that the officer said are two. */
function pairsToLookAt(db: ReadDb): number {
  const names = new Map(knownPeople(db).map((person) => [person.id, person.name]));
  const two = new Set(
    apartIn(db).flatMap(({ personId, otherId }) => {
      const [a, b] = [names.get(personId), names.get(otherId)];
      return [`${a}\n${b}`, `${b}\n${a}`];
    }),
  );
  return samePeople(personNames(db))
    .flatMap(({ name, forms }) => forms.map((form) => `${name}\n${form.name}`))
    .filter((pair) => !two.has(pair)).length;
}

/** Mismatches and findings of a plan, or of all. Throws `not-found`. */
export function readPlanChecks(
  db: ReadDb,
  judgement: Judgement,
  { planId, limit }: { planId: string | null; limit: number },
): Answer<'plan'> {
  const plan = planId === null ? null : judgement.plans.get(planId);
  if (plan === undefined) throw noPlan();
  const accepted = acceptedFinder(db);
  const actions = plan
    ? judgement.actions.filter(({ action }) => action.planId === plan.id)
    : judgement.actions;
  const list = mismatchesOf(db, actions, accepted);
  const findings = findingsIn(db, judgement, planId, accepted);
  const totals: Partial<Record<CheckName, number>> = { status: list.open.length };
  const listed = new Map<CheckName, number>();
  const kept: Finding[] = [];
  // What is accepted stands behind what is not, and never takes its place.
  for (const finding of findings.toSorted(
    (a, b) => Number(a.accepted !== null) - Number(b.accepted !== null),
  )) {
    const { check } = finding;
    if (finding.accepted === null) totals[check] = (totals[check] ?? 0) + 1;
    const place = listed.get(check) ?? 0;
    listed.set(check, place + 1);
    if (place < limit) kept.push(finding);
  }
  return {
    mismatches: list.read(limit),
    findings: kept,
    totals,
    slippage: planSlippage(actions.map(({ facts }) => facts.slippage)),
    silentDays: plan?.silentDays ?? judgement.silentDays,
    ownSilentDays: plan?.silentDays ?? null,
  };
}

/** How many findings of each check stand over all plans; checks that find nothing are left out. */
export function readCounts(db: ReadDb, judgement: Judgement): Answer<'counts'> {
  const accepted = acceptedFinder(db);
  const counts: Partial<Record<CheckName, number>> = {};
  const statuses = mismatchesOf(db, judgement.actions, accepted).open.length;
  if (statuses > 0) counts.status = statuses;
  for (const { check, accepted: how } of findingsIn(db, judgement, null, accepted)) {
    if (how === null) counts[check] = (counts[check] ?? 0) + 1;
  }
  return counts;
}

/** What the register makes of one action. Throws `not-found`. */
export function readActionCheck(db: ReadDb, judgement: Judgement, actionId: string): Answer<'action'> {
  const judged = judgement.actions.find(({ action }) => action.id === actionId);
  if (!judged) throw noAction();
  const { facts, expected } = judged;
  const own = mismatchesOf(db, [judged], acceptedFinder(db)).read(1);
  const words = slippageInWords(facts.slippage);
  // What has ended is measured no more, but where its evidence speaks against it.
  const over = (facts.said === 'complete' || facts.said === 'closed' || judged.carriedOn) && own.length === 0;
  return {
    expected: over ? null : expected.state,
    because: over ? '' : reasonsInWords(expected),
    mismatch: own[0] ?? null,
    slippage: words === null ? null : `${capital(words)}.`,
    moves: [...movesOf(facts.slippage)],
  };
}

export function readCheckList(
  db: ReadDb,
  judgement: Judgement,
  o: { list: 'silent' | 'mismatch'; planId: string | null },
  today: string,
): HomeAction[] {
  const actions = judgement.actions.filter(({ action }) => o.planId === null || action.planId === o.planId);
  const chosen =
    o.list === 'silent' ? silentOnes(actions) : [...mismatchesOf(db, actions, acceptedFinder(db)).open];
  return asHomeActions(db, chosen, today);
}
