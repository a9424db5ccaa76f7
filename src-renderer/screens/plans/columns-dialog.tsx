import { type KeyboardEvent, useRef } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { count } from '../../format/words.ts';
import { orderedKeys, type PlanLook, withMoved } from './plan-look.ts';

type Column = { readonly key: string; readonly title: string };
const mostFrozen = 4;

/** Which columns are shown and in what order. Alt with an arrow moves the one that has the focus. */
export function ColumnsDialog(props: {
  readonly all: readonly Column[];
  readonly look: PlanLook;
  readonly onLook: (change: Partial<PlanLook>) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}) {
  const { all, look, onLook } = props;
  const list = useRef<HTMLUListElement>(null);
  const order = orderedKeys(all, look);
  const shown = order.filter((key) => !look.hidden.includes(key));
  const titleOf = (key: string) => all.find((column) => column.key === key)?.title ?? key;

  const show = (key: string, on: boolean) =>
    onLook({ hidden: on ? look.hidden.filter((one) => one !== key) : [...look.hidden, key] });
  const move = (key: string, by: -1 | 1) => {
    const other = order[order.indexOf(key) + by];
    if (other !== undefined) onLook({ order: withMoved(order, [key], other, by < 0 ? 'before' : 'behind') });
    // The row went elsewhere in the list: the focus goes with it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(key)}"] input`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-column]')?.dataset.column;
    if (key === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const by = event.key === 'ArrowUp' ? -1 : 1;
    event.preventDefault();
    if (event.altKey) return move(key, by);
    const next = order[order.indexOf(key) + by];
    if (next !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(next)}"] input`)?.focus();
    }
  };
  return (
    <Dialog
      title="Columns"
      isOpen
      onClose={props.onClose}
      acts={
        <>
          <LinkButton onPress={props.onReset}>As they were at first</LinkButton>
          <Button look="primary" onPress={props.onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className="q2">
        {shown.length} of {count(all.length, 'column')} shown. Space shows or hides, Alt with an arrow moves.
      </p>
      <ul className="plan-column-list" ref={list} onKeyDown={onKeyDown}>
        {order.map((key, place) => (
          <li key={key} data-column={key}>
            <label>
              <input
                type="checkbox"
                checked={shown.includes(key)}
                // The last one stays: a plan without a column shows nothing.
                disabled={shown.length === 1 && shown[0] === key}
                onChange={(event) => show(key, event.currentTarget.checked)}
              />
              {titleOf(key)}
            </label>
            <span>
              {place > 0 ? (
                <LinkButton aria-label={`Move ${titleOf(key)} up`} onPress={() => move(key, -1)}>
                  Up
                </LinkButton>
              ) : null}
              {place < order.length - 1 ? (
                <LinkButton aria-label={`Move ${titleOf(key)} down`} onPress={() => move(key, 1)}>
                  Down
                </LinkButton>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <Select
        label="Stay in view when the grid scrolls sideways"
        value={String(look.frozen)}
        onChange={(frozen) => onLook({ frozen: Number(frozen) })}
        choices={Array.from({ length: mostFrozen + 1 }, (_, n) => ({
          id: String(n),
          text: n === 0 ? 'None' : n === 1 ? 'The first column' : `The first ${n} columns`,
        }))}
      />
    </Dialog>
  );
}
