import { checkedKpis, peopleByInitials } from '#db/queries/checks-records.ts';
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
  for (const { id, planId, ref, name, source, targets, unit, polarity, numbers } of checkedKpis(db)) {
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
    // Words and blanks need neither.
    if (numbers === 0 && targets === 0) continue;
    if (!unit?.trim())
      yield finding({
        check: 'kpi-no-unit',
        ...on,
        says: 'Nothing says what its figures count.',
        write: { into: 'kpi-unit', words: '' },
      });
    if (polarity === null)
      yield finding({
        check: 'kpi-no-polarity',
        ...on,
        says: 'Nothing says whether more is better, so no figure can be judged.',
        remedies: [
          remedyOf(id, 'polarity', 'More is better', 'up'),
          remedyOf(id, 'polarity', 'Less is better', 'down'),
        ],
      });
  }
}

/** People known by initials only. They are of the office, and so of no plan. */
export function people({ db, planId }: Data): Raw[] {
  if (planId !== null) return [];
  return peopleByInitials(db)
    .filter(({ name }) => isInitials(name))
    .map(({ id, name }) =>
      finding({
        check: 'person-no-name',
        text: name,
        personId: id,
        says: 'Only initials are known, so nobody can be asked by name.',
        write: { into: 'person-name', words: '' },
        basis: name,
      }),
    );
}

/** "JW", "J.W.", "JuT": capitals, with at most one small letter after each. */
const isInitials = (name: string) =>
  /^(?:\p{Lu}\p{Ll}?\.?){2,4}$/u.test(name.trim()) || name.trim().length < 2;
