import { inTreeOrder } from '#db/queries/plans-list.ts';
import { movePositions, type SectionPlace, sectionPlace, sectionPlaces } from '#db/queries/plans-order.ts';
import { updateRow } from '#db/rows.ts';
import { sections } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Doing } from './edit-plan.ts';
import { below, noSection, sectionName } from './edit-sections.ts';
import { placeAfter } from './positions.ts';

export type SectionMove = {
  sectionId: string;
  parentId: string | null;
  afterSectionId: string | null;
  first?: boolean | undefined;
};

/**
 * Moves a section with all below it and all their actions. References stay as they are until they are renumbered.
 * Throws `not-found` where a place is gone, and `wrong-use` where a section would stand within itself.
 */
export function moveSection({ register }: Doing, o: SectionMove): void {
  const section = sectionPlace(register.db, o.sectionId);
  if (!section) throw noSection();
  register.act({ kind: 'edit', label: `Move of section ${sectionName({ ref: null, ...section })}` }, (tx) => {
    const order = inTreeOrder(sectionPlaces(tx, section.planId));
    const from = order.findIndex(({ id }) => id === o.sectionId);
    const size = 1 + below(order, o.sectionId);
    const moving = order.slice(from, from + size);
    const rest = [...order.slice(0, from), ...order.slice(from + size)];
    if (moving.some(({ id }) => id === o.parentId || id === o.afterSectionId)) {
      throw new AppError('wrong-use', 'A section cannot stand within itself. Choose another place for it.');
    }
    const index = placeIn(rest, o);
    const behind = rest.slice(index);
    const { placed, moved } = placeAfter(
      rest[index - 1]?.position ?? null,
      behind.map(({ position }) => position),
      size,
    );
    movePositions(
      tx,
      'sections',
      behind.slice(0, moved.length).map(({ id }, at) => ({ id, position: moved[at] ?? 0 })),
    );
    if (section.parentId !== o.parentId) updateRow(tx, sections, o.sectionId, { parentId: o.parentId });
    movePositions(
      tx,
      'sections',
      moving.map(({ id }, at) => ({ id, position: placed[at] ?? 0 })),
    );
  });
}

/** The index among the other sections, in tree order, at which the section goes in. */
function placeIn(rest: readonly SectionPlace[], { parentId, afterSectionId, first }: SectionMove): number {
  const before = afterSectionId ?? parentId;
  if (before === null) return first ? 0 : rest.length;
  const found = rest.findIndex(({ id }) => id === before);
  const parent = rest[found]?.parentId ?? null;
  if (found === -1 || (afterSectionId !== null && parent !== parentId)) throw noSection();
  if (afterSectionId === null && first) return found + 1;
  return found + 1 + below(rest, before);
}
