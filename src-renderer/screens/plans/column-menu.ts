import type { MenuAct } from '../../components/menu.tsx';
import { sortWords } from './column-values.ts';
import { orderedKeys, type PlanLook, withMoved } from './plan-look.ts';

type Column = { readonly key: string; readonly title: string };

/** The acts of one column's menu (Alt Up, or the second button of the mouse on its head). */
export function columnActs(o: {
  readonly column: Column;
  readonly all: readonly Column[];
  readonly look: PlanLook;
  readonly filtered: boolean;
  readonly onLook: (change: Partial<PlanLook>) => void;
  readonly onValues: () => void;
  readonly onAllValues: () => void;
  readonly onFit: () => void;
  readonly onColumns: () => void;
}): (MenuAct | 'line')[] {
  const { column, all, look, onLook } = o;
  const { key, title } = column;
  const words = sortWords(key);
  const shown = orderedKeys(all, look).filter((one) => !look.hidden.includes(one));
  const place = shown.indexOf(key);
  const move = (by: -1 | 1) => {
    const other = shown[place + by];
    if (other === undefined) return;
    onLook({ order: withMoved(orderedKeys(all, look), [key], other, by < 0 ? 'before' : 'behind') });
  };
  const acts: (MenuAct | 'line')[] = [
    { id: 'up', text: words.up, run: () => onLook({ sort: { key, way: 'up' } }) },
    { id: 'down', text: words.down, run: () => onLook({ sort: { key, way: 'down' } }) },
  ];
  if (look.sort) acts.push({ id: 'order', text: 'Back to reading order', run: () => onLook({ sort: null }) });
  acts.push('line', { id: 'values', text: 'Choose by values', run: o.onValues });
  if (o.filtered) acts.push({ id: 'all', text: 'Show every value', run: o.onAllValues });
  acts.push('line');
  if (place > 0) acts.push({ id: 'left', text: 'Move left', run: () => move(-1) });
  if (place < shown.length - 1) acts.push({ id: 'right', text: 'Move right', run: () => move(1) });
  acts.push({ id: 'fit', text: 'As wide as its words', run: o.onFit });
  acts.push(
    place < look.frozen
      ? { id: 'freeze', text: 'Let all columns scroll', run: () => onLook({ frozen: 0 }) }
      : { id: 'freeze', text: `Keep up to ${title} in view`, run: () => onLook({ frozen: place + 1 }) },
  );
  if (shown.length > 1) {
    acts.push({ id: 'hide', text: `Hide ${title}`, run: () => onLook({ hidden: [...look.hidden, key] }) });
  }
  acts.push({ id: 'columns', text: 'All columns', run: o.onColumns });
  return acts;
}
