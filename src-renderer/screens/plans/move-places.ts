import { sectionOfBlank } from './plan-lines.ts';
import type { PlanTree } from './section-tree.ts';

/** A place for actions: behind another of the section, before all of them, or (both empty) at their end. */
export type Place = {
  readonly sectionId: string | null;
  readonly afterActionId: string | null;
  readonly first: boolean;
};
type List = { readonly sectionId: string | null; readonly own: readonly string[] };

/** The plan as lists of actions, in reading order; those in no section first, where there are any. */
function listsOf(tree: PlanTree): List[] {
  const lists = tree.all.map(
    ({ section, own }): List => ({
      sectionId: section.id,
      own: own.map(({ id }) => id),
    }),
  );
  const loose = tree.loose.map(({ id }) => id as string);
  return loose.length > 0 || lists.length === 0 ? [{ sectionId: null, own: loose }, ...lists] : lists;
}

/** The place at which actions become the `index`th of those that stay in the list. */
function placeAt({ sectionId, own }: List, moving: ReadonlySet<string>, index: number): Place {
  const rest = own.filter((id) => !moving.has(id));
  const afterActionId = rest[index - 1] ?? null;
  return { sectionId, afterActionId, first: afterActionId === null };
}

/**
 * One step up or down for actions of one list, over its end into the next section. Null at the plan's own end;
 * 'several' where the actions stand in more than one section.
 */
export function stepPlace(tree: PlanTree, ids: readonly string[], by: -1 | 1): Place | 'several' | null {
  const lists = listsOf(tree);
  const moving = new Set(ids);
  const holding = lists.filter(({ own }) => own.some((id) => moving.has(id)));
  const [list] = holding;
  if (!list) return null;
  if (holding.length > 1) return 'several';
  const places = list.own.flatMap((id, place) => (moving.has(id) ? [place] : []));
  const restBefore = (place: number) => list.own.slice(0, place).filter((id) => !moving.has(id)).length;
  const rest = list.own.length - places.length;
  const other = lists[lists.indexOf(list) + by];
  if (by < 0) {
    const before = restBefore(places[0] ?? 0);
    if (before > 0) return placeAt(list, moving, before - 1);
    return other ? placeAt(other, moving, other.own.length) : null;
  }
  const before = restBefore(places.at(-1) ?? 0);
  if (before < rest) return placeAt(list, moving, before + 1);
  return other ? placeAt(other, moving, 0) : null;
}

/** Where actions go that are dropped before or behind a line: an action, or the blank row of a section. */
export function dropPlace(
  tree: PlanTree,
  ids: readonly string[],
  toId: string,
  side: 'before' | 'behind',
): Place | null {
  const blank = sectionOfBlank(toId);
  const lists = listsOf(tree);
  const moving = new Set(ids);
  const list =
    blank === undefined
      ? lists.find(({ own }) => own.includes(toId))
      : lists.find(({ sectionId }) => sectionId === blank);
  if (!list) return null;
  const rest = list.own.filter((id) => !moving.has(id));
  if (blank !== undefined) return placeAt(list, moving, rest.length);
  return placeAt(list, moving, rest.indexOf(toId) + (side === 'behind' ? 1 : 0));
}
