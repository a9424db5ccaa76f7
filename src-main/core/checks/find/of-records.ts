import { checkedKpis } from '#db/queries/checks-records.ts';
import { type Data, finding, isIn, type Raw, remedyOf } from './raw.ts';

/** Sections with nothing in them nor below them. */
export function* sections({ sections: all }: Data): Generator<Raw> {
  const parents = new Set(all.map((section) => section.parentId));
  for (const section of all) {
    if (section.held > 0 || parents.has(section.id)) continue;
    const { id, planId, ref, title, bullets } = section;
    yield finding({
      check: 'empty-section',
      planId,
      ref,
      text: title,
      sectionId: id,
      says: bullets > 0 ? 'No action stands under its words.' : 'Nothing stands in it.',
      remedies: bullets > 0 ? [] : [remedyOf(id, 'remove-section', 'Remove the section')],
      write: { into: 'add-action', words: '' },
      basis: { title, bullets },
    });
  }
}

export function* kpis({ db, planId: wanted }: Data): Generator<Raw> {
  for (const { id, planId, ref, name, source, targets } of checkedKpis(db)) {
    if (!isIn(wanted, planId)) continue;
    const on = { planId, ref, text: name, kpiId: id, basis: name };
    if (targets === 0)
      yield finding({
        check: 'kpi-no-target',
        ...on,
        says: 'It has no target, so no figure can meet it.',
      });
    if (!source?.trim())
      yield finding({
        check: 'kpi-no-source',
        ...on,
        says: 'Nothing says where its figures come from.',
        write: { into: 'kpi-source', words: '' },
      });
  }
}
