import type { Action } from '#shared/contract/register.ts';
import type { RolledForward, YearChoice } from '#shared/contract/years.ts';
import type { NextAction } from '#shared/domain/next-actions.ts';
import { actionsOf } from '#shared/domain/year-choices.ts';

type Done = RolledForward['actions'];

/** What became of each action, in the reading order of the old plan. */
export function actionsDone(
  old: readonly Action[],
  choices: readonly YearChoice[],
  next: readonly NextAction[],
  ids: readonly string[],
): Done {
  const place = new Map(old.map((action, at) => [action.id as string, at]));
  const byId = new Map(old.map((action) => [action.id as string, action]));
  const became = new Map<string, { action: NextAction; id: string }[]>();
  next.forEach((action, at) => {
    const [{ id }] = action.from;
    became.set(id, [...(became.get(id) ?? []), { action, id: ids[at] ?? '' }]);
  });
  const first = (choice: YearChoice) => Math.min(...actionsOf(choice).map((id) => place.get(id) ?? 0));
  return choices
    .toSorted((a, b) => first(a) - first(b))
    .map((choice): Done[number] => {
      const from = actionsOf(choice)
        .flatMap((id) => byId.get(id) ?? [])
        .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
      const to = became.get(from[0]?.id ?? '') ?? [];
      const ends = choice.kind === 'closed' || choice.kind === 'dropped';
      return {
        kind: choice.kind,
        reason: ends ? choice.reason?.trim() || null : null,
        measuredChange: ends ? null : (to[0]?.action.measuredChange ?? null),
        from: from.map(({ id, ref, text }) => ({ id, ref, text })),
        to: ends ? [] : to.map(({ id, action }) => ({ id, ref: action.ref, text: action.text })),
      };
    });
}
