import { useMutation } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { Plan } from '#shared/contract/register.ts';
import type { readTimescale } from '#shared/domain/timescales.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import type { MenuAct } from '../../components/menu.tsx';
import { count } from '../../format/words.ts';
import type { GridAct, GridHandle } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { sectionOfBlank } from './plan-lines.ts';
import { readingsOf } from './readings-menu.ts';
import type { PlanTree } from './section-tree.ts';
import type { PlanEdits } from './use-plan-edits.ts';

type ActsOptions = {
  readonly tree: PlanTree;
  readonly byId: ReadonlyMap<string, ActionRow>;
  readonly edits: PlanEdits;
  readonly grid: RefObject<GridHandle | null>;
  readonly readWhen: Parameters<typeof readTimescale>[1];
  readonly onOrigins: () => void;
  readonly onSection: (id: string) => void;
};

type MenuPlace = { readonly x: number; readonly y: number };

/** The acts on whole rows: add, delete, move, and the menus that offer them. */
export function usePlanActs(options: ActsOptions) {
  const { tree, byId, edits, grid, readWhen } = options;
  const trpc = useTRPC();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [menuActs, setMenuActs] = useState<readonly (MenuAct | 'line')[]>([]);
  const [menuLabel, setMenuLabel] = useState('');
  const remove = useMutation(trpc.plans.remove.mutationOptions());

  /** Adds a row below another, or at the end of a section, and opens its words for typing. */
  const addAfter = async (afterId: string | null, section: string | null) => {
    const after = afterId === null ? undefined : byId.get(afterId);
    const sectionId = after ? after.sectionId : section;
    const ids = await edits.addActions({ sectionId, afterActionId: after?.id ?? null, rows: [{}] });
    const id = ids[0];
    if (id !== undefined) grid.current?.show(id, 'text', { edit: 'words' });
  };
  const removeRows = async (ids: readonly string[]) => {
    const there = ids.filter((id) => byId.has(id));
    if (there.length === 0) return;
    await edits.removeActions(there);
    say(`Deleted: ${count(there.length, 'action')}. Undo brings ${there.length === 1 ? 'it' : 'them'} back.`);
  };
  const siblingsOf = (action: ActionRow): readonly ActionRow[] =>
    tree.all.find((node) => node.section.id === action.sectionId)?.own ?? tree.loose;
  /**
   * One place up or down in its section. The register puts an action behind another, so going up to the first
   * place is the one above going down.
   */
  const moveBy = async (id: string, by: -1 | 1) => {
    const action = byId.get(id);
    if (!action) return;
    const siblings = siblingsOf(action);
    const place = siblings.findIndex((one) => one.id === id);
    const other = siblings[place + by];
    if (!other) {
      const end = by < 0 ? 'first' : 'last';
      say(`This is the ${end} action of its section. The menu of its row moves it to another.`);
      return;
    }
    const [moved, behind] = by > 0 ? [action, other] : [other, action];
    await edits.moveAction({ actionId: moved.id, sectionId: action.sectionId, afterActionId: behind.id });
  };
  const moveTo = (id: string, sectionId: string) =>
    edits.moveAction({ actionId: id, sectionId, afterActionId: null });

  const openMenu = (place: MenuPlace, label: string, acts: readonly (MenuAct | 'line')[]) => {
    setMenuLabel(label);
    setMenuActs(acts);
    setMenu(place);
  };
  const rowMenu = (ids: readonly string[], place: MenuPlace) => {
    const rows = ids.filter((id) => byId.has(id));
    const one = rows.length === 1 ? byId.get(rows[0] ?? '') : undefined;
    const firstId = ids[0] ?? null;
    const blank = firstId === null ? undefined : sectionOfBlank(firstId);
    const sectionId = one?.sectionId ?? blank ?? null;
    const acts: (MenuAct | 'line')[] = [
      {
        id: 'add',
        text: one ? 'Add an action below' : 'Add an action',
        keys: 'Ctrl Shift Enter',
        run: () => void addAfter(rows.at(-1) ?? null, sectionId),
      },
    ];
    if (one) {
      acts.push(
        { id: 'up', text: 'Move up', keys: 'Alt Shift Up', run: () => void moveBy(one.id, -1) },
        { id: 'down', text: 'Move down', keys: 'Alt Shift Down', run: () => void moveBy(one.id, 1) },
      );
    }
    if (rows.length > 0) {
      acts.push({
        id: 'delete',
        text: rows.length === 1 ? 'Delete the action' : `Delete ${count(rows.length, 'action')}`,
        keys: 'Ctrl Delete',
        run: () => void removeRows(rows),
      });
    }
    acts.push('line', { id: 'origins', text: 'Show origins', keys: 'Ctrl Shift O', run: options.onOrigins });
    if (sectionId !== null) {
      acts.push({ id: 'section', text: 'Edit its section', run: () => options.onSection(sectionId) });
    }
    const others = one ? tree.all.filter((node) => node.section.id !== one.sectionId) : [];
    if (one && others.length > 0) {
      acts.push('line');
      for (const { section } of others) {
        acts.push({
          id: `to ${section.id}`,
          text: `Move to ${[section.ref, section.title].filter(Boolean).join(' ')}`,
          run: () => void moveTo(one.id, section.id),
        });
      }
    }
    openMenu(place, 'This row', acts);
  };

  const onAct = (act: GridAct) => {
    switch (act.do) {
      case 'add-row': {
        const blank = act.id === null ? undefined : sectionOfBlank(act.id);
        return void addAfter(act.id, blank ?? null);
      }
      case 'remove-rows':
        return void removeRows(act.ids);
      case 'move-row':
        return void moveBy(act.id, act.by);
      case 'origins':
        return options.onOrigins();
      case 'menu':
        return rowMenu(act.ids, act);
    }
  };
  /** The "?" of an ambiguous date: its readings, each an ordinary edit that Undo takes back. */
  const onAsk = (id: string, _key: string, anchor: HTMLElement) => {
    const row = byId.get(id);
    if (!row) return;
    const box = anchor.getBoundingClientRect();
    const readings = readingsOf(row, readWhen);
    openMenu({ x: box.left, y: box.bottom }, 'Which reading is meant?', [
      ...readings.map((reading) => ({
        id: reading.says,
        text: reading.says,
        run: () =>
          void edits.change({
            cause: 'type',
            cells: [{ id, key: 'timescale', text: reading.words }],
            added: [],
            left: 0,
          }),
      })),
      'line',
      {
        id: 'write',
        text: 'Write it anew',
        run: () => grid.current?.show(id, 'timescale', { edit: 'words' }),
      },
    ]);
  };
  const removePlan = async (plan: Plan, then: () => unknown) => {
    try {
      await remove.mutateAsync({ planId: plan.id });
      await then();
      say(`Deleted: ${plan.title}. Undo brings it back.`);
    } catch (error) {
      say(`The plan was not deleted. ${wireErrorOf(error).message}`);
    }
  };
  return {
    addAfter,
    onAct,
    onAsk,
    removePlan,
    menu,
    menuActs,
    menuLabel,
    closeMenu: () => {
      setMenu(null);
      grid.current?.focus();
    },
  };
}
