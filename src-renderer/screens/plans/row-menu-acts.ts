import type { ActionRow } from '#shared/contract/plans.ts';
import type { MenuAct } from '../../components/menu.tsx';
import { count } from '../../format/words.ts';
import { sectionOfBlank } from './plan-lines.ts';
import type { PlanTree } from './section-tree.ts';
import type { RowActs } from './use-row-acts.ts';

/** The acts of the menu of a row, or of the rows chosen. */
export function rowMenuActs(o: {
  readonly ids: readonly string[];
  readonly tree: PlanTree;
  readonly byId: ReadonlyMap<string, ActionRow>;
  readonly rows: RowActs;
  readonly onOrigins: () => void;
  readonly onSection: (id: string) => void;
  readonly onChange: () => void;
  /** The leads of an action whom the register knows. */
  readonly leadsOf: (row: ActionRow) => readonly { id: string; name: string }[];
  readonly onLead: (personId: string) => void;
  /** Shows the acts that wrote a record. */
  readonly onHistory: (recordId: string) => void;
}): (MenuAct | 'line')[] {
  const { ids, tree, byId, rows } = o;
  const chosen = ids.filter((id) => byId.has(id));
  const first = chosen[0];
  const one = chosen.length === 1 ? byId.get(first ?? '') : undefined;
  const blank = sectionOfBlank(ids[0] ?? '');
  const sectionId = byId.get(first ?? '')?.sectionId ?? blank ?? null;
  const these = one ? 'the action' : count(chosen.length, 'action');
  const acts: (MenuAct | 'line')[] = [];
  if (first !== undefined) {
    acts.push({ id: 'above', text: 'Add an action above', run: () => void rows.addAbove(first) });
  }
  acts.push({
    id: 'add',
    text: first === undefined ? 'Add an action' : 'Add an action below',
    keys: 'Ctrl Shift Enter',
    run: () => void rows.addAfter(chosen.at(-1) ?? null, sectionId),
  });
  if (chosen.length > 0) {
    acts.push(
      {
        id: 'copy',
        text: one ? 'Duplicate' : `Duplicate ${these}`,
        keys: 'Ctrl Shift D',
        run: () => void rows.duplicate(chosen),
      },
      { id: 'up', text: 'Move up', keys: 'Alt Shift Up', run: () => rows.moveBy(chosen, -1) },
      { id: 'down', text: 'Move down', keys: 'Alt Shift Down', run: () => rows.moveBy(chosen, 1) },
      {
        id: 'change',
        text: one ? 'Change a field' : `Change a field of ${these}`,
        keys: 'Ctrl Shift E',
        run: o.onChange,
      },
      { id: 'delete', text: `Delete ${these}`, keys: 'Ctrl Delete', run: () => void rows.remove(chosen) },
    );
  }
  for (const { id, name } of one ? o.leadsOf(one) : []) {
    acts.push({ id: `lead ${id}`, text: `All that is ${name}’s`, run: () => o.onLead(id) });
  }
  acts.push('line', { id: 'origins', text: 'Show origins', keys: 'Ctrl Shift O', run: o.onOrigins });
  if (one) acts.push({ id: 'history', text: 'History of the action', run: () => o.onHistory(one.id) });
  if (sectionId !== null) {
    acts.push({
      id: 'section history',
      text: 'History of its section',
      run: () => o.onHistory(sectionId),
    });
    acts.push({ id: 'section', text: 'Edit its section', run: () => o.onSection(sectionId) });
  }
  const others = tree.all.filter(({ section }) => one === undefined || section.id !== one.sectionId);
  if (chosen.length > 0 && others.length > 0) {
    acts.push('line');
    for (const { section } of others) {
      acts.push({
        id: `to ${section.id}`,
        text: `Move to ${[section.ref, section.title].filter(Boolean).join(' ')}`,
        run: () => void rows.moveTo(chosen, { sectionId: section.id, afterActionId: null, first: false }),
      });
    }
  }
  return acts;
}
