import type { CheckedPlan } from '#db/queries/checks-facts.ts';
import { type Twin, twinsAmong } from '#shared/domain/near-words.ts';
import { otherRow } from '#shared/domain/references.ts';
import { shortened } from '../../plans/labels.ts';
import type { Judgement } from '../judge.ts';
import { type Data, isIn, onAction, type Raw, remedyOf } from './raw.ts';

/** What all plans say twice, looked for once a judgement. */
const alikeOf = new WeakMap<Judgement, readonly Twin[]>();

function alikeIn(judgement: Judgement): readonly Twin[] {
  const known = alikeOf.get(judgement);
  if (known) return known;
  const going = judgement.actions.filter(
    ({ carriedOn, action }) => !carriedOn && otherRow(action.text) === null,
  );
  const alike = twinsAmong(going.map(({ action: { id, text } }) => ({ id, text })));
  alikeOf.set(judgement, alike);
  return alike;
}

/** What is said twice, in one plan or in plans of the same time. */
export function* twins({ judgement, planId }: Data): Generator<Raw> {
  const byId = new Map(judgement.actions.map(({ action }) => [action.id, action]));
  for (const { first, other, same } of alikeIn(judgement)) {
    const [a, b] = [byId.get(first), byId.get(other)];
    if (!a || !b || !meet(judgement.plans.get(a.planId), judgement.plans.get(b.planId))) continue;
    // In a list of one plan the row of that plan stands first, whichever was found first.
    const [here, there] = isIn(planId, b.planId) ? [b, a] : [a, b];
    if (!isIn(planId, here.planId)) continue;
    const title = there.planId === here.planId ? null : judgement.plans.get(there.planId)?.title;
    const where =
      title === null ? (there.ref ?? 'Another row') : `${there.ref ?? 'A row'} of ${title ?? 'another plan'}`;
    const name = (one: typeof here) => one.ref ?? `“${shortened(one.text, 30)}”`;
    const into = (keep: typeof here, gone: typeof here) =>
      remedyOf(
        keep.id,
        'merge',
        `Merge into ${name(keep)}${keep === there && title ? ` of ${title}` : ''}`,
        gone.id,
      );
    yield onAction('duplicate', here, `${where} says ${same ? 'the same' : 'nearly the same'}.`, {
      other: { planId: there.planId, actionId: there.id, ref: there.ref, text: there.text },
      remedies: [into(there, here), into(here, there)],
      // The same from whichever plan it is looked at.
      basis: [here, there].map(({ id, text }) => [id, text]).sort(([x = ''], [y = '']) => (x < y ? -1 : 1)),
    });
  }
}

/** Do two plans run at one time? Last year's words in this year's plan are no duplicate. */
function meet(a: CheckedPlan | undefined, b: CheckedPlan | undefined): boolean {
  if (!a || !b || a.id === b.id) return true;
  if (!a.periodStart || !a.periodEnd || !b.periodStart || !b.periodEnd) return true;
  return a.periodStart <= b.periodEnd && b.periodStart <= a.periodEnd;
}
