import type { WriteDb } from '#db/handles.ts';
import { inTreeOrder, planHead } from '#db/queries/plans-list.ts';
import { movePositions, type SectionPlace, sectionPlace, sectionPlaces } from '#db/queries/plans-order.ts';
import { type Removed, removeSectionRows } from '#db/queries/plans-remove.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { sections } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Section } from '#shared/contract/register.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from './edit-plan.ts';
import { shortened } from './labels.ts';
import { placeAfter } from './positions.ts';
import { noPlan } from './read-plans.ts';
import { writeLeads } from './write-parts.ts';

export type NewSection = {
  planId: string;
  parentId: string | null;
  afterSectionId: string | null;
  kind: Section['kind'];
  ref: string | null;
  title: string;
};

/** Adds a section behind another with all below it, or else as the last of its parent. Gives its id. */
export function addSection({ app, register }: Doing, o: NewSection): string {
  if (!planHead(register.db, o.planId)) throw noPlan();
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Section ${sectionName(o)} added` }, (tx) => {
    insertRow(tx, sections, {
      id,
      planId: o.planId,
      parentId: o.parentId,
      position: positionFor(tx, o),
      kind: o.kind,
      ref: o.ref?.trim() || null,
      title: o.title.trim(),
      bullets: [],
      details: [],
    });
  });
  return id;
}

/** The plan's sections lie in one row of positions, in the order in which they are read. */
function positionFor(tx: WriteDb, o: NewSection): number {
  const order = inTreeOrder(sectionPlaces(tx, o.planId));
  const before = o.afterSectionId ?? o.parentId;
  let index = order.length;
  if (before !== null) {
    const found = order.findIndex((section) => section.id === before);
    const parent = order[found]?.parentId ?? null;
    if (found === -1 || (o.afterSectionId !== null && parent !== o.parentId)) throw noSection();
    index = found + 1 + below(order, before);
  }
  const after = order[index - 1]?.position ?? null;
  const behind = order.slice(index);
  const { placed, moved } = placeAfter(
    after,
    behind.map((section) => section.position),
    1,
  );
  movePositions(
    tx,
    'sections',
    behind.slice(0, moved.length).map(({ id }, at) => ({ id, position: moved[at] ?? 0 })),
  );
  return placed[0] ?? 0;
}

/** How many sections stand below one, at any depth; in tree order they follow it without a gap. */
export function below(order: readonly SectionPlace[], id: string): number {
  const under = new Set([id]);
  for (const section of order) if (section.parentId && under.has(section.parentId)) under.add(section.id);
  return under.size - 1;
}

export type SectionPatch = {
  sectionId: string;
  ref?: string | null;
  title?: string;
  kind?: Section['kind'];
  bullets?: string[];
  /** As typed; read as a cell of leads is. */
  leads?: string;
};

export function editSection({ app, register }: Doing, { sectionId, leads, ...patch }: SectionPatch): void {
  const section = sectionPlace(register.db, sectionId);
  if (!section) throw noSection();
  register.act(
    { kind: 'edit', label: `Section ${sectionName({ ref: null, ...section, ...patch })}` },
    (tx) => {
      updateRow(tx, sections, sectionId, { ...patch, title: patch.title?.trim() });
      if (leads === undefined) return;
      const { newId } = app.options;
      const read = readLeads(leads);
      writeLeads({ tx, newId }, { sectionId }, peopleFinder(tx, newId).settle(read));
    },
  );
}

/** Takes a section out with all below it and their actions; its KPIs stay with the plan. */
export function removeSection({ register }: Doing, sectionId: string): Removed {
  const section = sectionPlace(register.db, sectionId);
  if (!section) throw noSection();
  return register.act(
    { kind: 'edit', label: `Deletion of section ${sectionName({ ref: null, ...section })}` },
    (tx) => removeSectionRows(tx, sectionId),
  );
}

export function sectionName({ ref, title }: { ref: string | null; title: string }): string {
  return ref ? `${ref} ${shortened(title, 40)}` : shortened(title, 48);
}

export function noSection(): AppError {
  return new AppError('not-found', 'This section is no longer in the plan. Look at the plan again.');
}
