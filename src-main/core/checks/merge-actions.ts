import { refreshStatuses } from '#db/put-rows.ts';
import { moveParts, partsToMove, repointAction, type Worded } from '#db/queries/checks-merge.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { removeActionRows } from '#db/queries/plans-remove.ts';
import { timescaleToColumns } from '#db/records.ts';
import { updateRow } from '#db/rows.ts';
import { actions } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ActionRow } from '#shared/contract/plans.ts';
import { comparable } from '#shared/domain/similarity.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { nameOf } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';
import { noAction } from '../plans/read-plans.ts';

/**
 * Makes one action of two that say the same. The one that stays keeps its words, its reference and its date; from the
 * other it gets what it has not: leads, measures, links, comment, resources, a date or a review day where it had none,
 * and all updates, each as it was given. The other goes to the bin; what pointed to it points to the one that stays.
 * Words and a date of the other that differ are kept in the comment.
 */
export function mergeActions({ register }: Doing, keepId: string, goneId: string): void {
  const found = new Map(actionsById(register.db, [keepId, goneId]).map((one) => [one.id as string, one]));
  const [keep, gone] = [found.get(keepId), found.get(goneId)];
  if (!keep || !gone) throw noAction();
  if (keep.id === gone.id) throw new AppError('wrong-use', 'An action cannot be merged into itself.');
  const planOf = keep.planId === gone.planId ? null : (planHead(register.db, gone.planId)?.title ?? null);
  const label = `Merge of ${nameOf(gone)}${planOf ? ` of ${planOf}` : ''} into ${nameOf(keep)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const parts = partsToMove(tx, gone.id);
    const own = partsToMove(tx, keep.id);
    const over = (what: 'measures' | 'leads' | 'links', among: readonly Worded[]) =>
      moveParts(tx, what, notAmong(parts[what], among), { keep: keep.id, step });
    moveParts(tx, 'updates', parts.updates, { keep: keep.id, step });
    over('measures', own.measures);
    over('leads', ledTwice(gone, keep, own.leads));
    over('links', own.links);
    repointAction(tx, { keep: keep.id, gone: gone.id });
    updateRow(tx, actions, keep.id, {
      comment: joined(keep.comment, gone.comment, differing(keep, gone, planOf)),
      resources: joined(keep.resources, gone.resources),
      bullets: [...keep.bullets, ...gone.bullets.filter((one) => !keep.bullets.includes(one))],
      reviewOn: keep.reviewOn ?? gone.reviewOn,
      ...(keep.timescale === null ? timescaleToColumns(gone.timescale) : {}),
    });
    refreshStatuses(tx, [keep.id]);
    removeActionRows(tx, [gone.id]);
  });
}

/** Those whose words the other does not have yet. */
function notAmong(parts: readonly Worded[], among: readonly Worded[]): string[] {
  const there = new Set(among.map(({ text }) => comparable(text)));
  return parts.flatMap(({ id, text }) => (there.has(comparable(text)) ? [] : [id]));
}

/** A person who leads both may be written in two ways: by those words too they are there already. */
function ledTwice(gone: ActionRow, keep: ActionRow, own: readonly Worded[]): Worded[] {
  const people = new Set(keep.leads.flatMap(({ personId }) => personId ?? []));
  const again = gone.leads.filter(({ personId }) => personId !== null && people.has(personId));
  return [...own, ...again.map(({ text }) => ({ id: '', text }))];
}

function joined(...words: readonly (string | null)[]): string | null {
  const lines = words.filter((one): one is string => one !== null && one.trim() !== '');
  return lines.length === 0 ? null : [...new Set(lines)].join('\n');
}

/** What the other said otherwise, so that nothing is lost to the eye: "Merged with 2.2: “…”, by March 2011". */
function differing(keep: ActionRow, gone: ActionRow, plan: string | null): string | null {
  const words = comparable(keep.text) === comparable(gone.text) ? null : `“${gone.text}”`;
  const when =
    gone.timescale && keep.timescale && gone.timescale.text !== keep.timescale.text
      ? gone.timescale.text
      : null;
  if (words === null && when === null) return null;
  const name = `${gone.ref ?? 'another row'}${plan ? ` of ${plan}` : ''}`;
  return `Merged with ${name}: ${[words, when].filter(Boolean).join(', ')}`;
}
