import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { Plan } from '#shared/contract/register.ts';
import type { readTimescale } from '#shared/domain/timescales.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { useCanWrite } from '../../client/view.ts';
import type { MenuAct } from '../../components/menu.tsx';
import { usePeople } from '../../components/people.tsx';
import type { GridAct, GridHandle } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { sectionOfBlank } from './plan-lines.ts';
import { readingsOf } from './readings-menu.ts';
import { rowMenuActs } from './row-menu-acts.ts';
import type { PlanTree } from './section-tree.ts';
import type { PlanEdits } from './use-plan-edits.ts';
import { useRowActs } from './use-row-acts.ts';

type ActsOptions = {
  readonly tree: PlanTree;
  readonly byId: ReadonlyMap<string, ActionRow>;
  readonly edits: PlanEdits;
  readonly grid: RefObject<GridHandle | null>;
  readonly readWhen: Parameters<typeof readTimescale>[1];
  readonly onOrigins: () => void;
  readonly onSection: (id: string) => void;
  readonly fixedOrder: string | null;
  readonly onBulk: (ids: readonly string[], key: string | null) => void;
  readonly onFilter: () => void;
  readonly onMoveColumns: (keys: readonly string[], toKey: string, side: 'before' | 'behind') => void;
  readonly columnActs: (key: string) => readonly (MenuAct | 'line')[];
};

/** What of the menu of a row a snapshot has: its leads, and where its words came from. */
const readsOnly = ({ id }: MenuAct): boolean => id === 'origins' || id.startsWith('lead ');

type MenuPlace = { readonly x: number; readonly y: number };

/** What keys, pointer and menus of the grid ask for, and the menus themselves. */
export function usePlanActs(options: ActsOptions) {
  const { tree, byId, edits, grid, readWhen } = options;
  const trpc = useTRPC();
  const people = usePeople();
  const navigate = useNavigate();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [menuActs, setMenuActs] = useState<readonly (MenuAct | 'line')[]>([]);
  const [menuLabel, setMenuLabel] = useState('');
  const remove = useMutation(trpc.plans.remove.mutationOptions());

  const rows = useRowActs(options);
  const canWrite = useCanWrite();
  const openMenu = (place: MenuPlace, label: string, acts: readonly (MenuAct | 'line')[]) => {
    setMenuLabel(label);
    setMenuActs(acts);
    setMenu(place);
  };
  const rowMenu = (ids: readonly string[], place: MenuPlace) =>
    openMenu(
      place,
      'This row',
      rowMenuActs({
        ids,
        tree,
        byId,
        rows,
        onOrigins: options.onOrigins,
        onSection: options.onSection,
        onChange: () => options.onBulk(ids, null),
        leadsOf: (row) => row.leads.flatMap(({ personId }) => (personId && people.get(personId)) || []),
        onHistory: (record) => void navigate({ to: '/history', search: { record } }),
        onLead: (personId) => void navigate({ to: '/people/$personId', params: { personId } }),
      }).filter((act) => canWrite || (act !== 'line' && readsOnly(act))),
    );
  const onAct = (act: GridAct) => {
    switch (act.do) {
      case 'add-row': {
        const blank = act.id === null ? undefined : sectionOfBlank(act.id);
        return void rows.addAfter(act.id, blank ?? null);
      }
      case 'remove-rows':
        return void rows.remove(act.ids);
      case 'duplicate-rows':
        return void rows.duplicate(act.ids);
      case 'move-row':
        return rows.moveBy(act.ids, act.by);
      case 'move-rows':
        return rows.moveRows(act.ids, act.toId, act.side);
      case 'change-rows':
        return options.onBulk(act.ids, act.key);
      case 'filter':
        return options.onFilter();
      case 'move-columns':
        return options.onMoveColumns(act.keys, act.toKey, act.side);
      case 'column-menu':
        return openMenu(act, 'This column', options.columnActs(act.key));
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
    rows,
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
