import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/**
 * Rows that are one tab stop together: Up, Down, Home and End move among everything marked `data-row` inside,
 * however many lists they stand in. What is marked `data-beside` in a row's `li` or `tr` is reached by Right, or by
 * Tab from its own row, and Left leads back.
 */
export function RowList({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const rows = rowsIn(box.current);
    const current = rows.find((row) => row.tabIndex === 0) ?? rows[0];
    if (current) makeCurrent(box.current, current);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // With Alt or Ctrl an arrow belongs to the screen.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = event.target as HTMLElement;
    // A folded list is not there to be moved to.
    const rows = rowsIn(box.current).filter((row) => row.checkVisibility());
    const row = from.dataset.beside === undefined ? from : rows.find((one) => besideOf(one).includes(from));
    const here = row ? rows.indexOf(row) : -1;
    if (!row || here < 0) return;
    const next =
      event.key === 'ArrowRight' || event.key === 'ArrowLeft'
        ? sideways(row, from, event.key)
        : rows[target(event.key, here, rows.length)];
    if (!next || next === from || (next === row && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // The rows are links or buttons themselves; the box only carries the arrows between them.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the rows inside
    <div
      ref={box}
      className={className}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target instanceof HTMLElement && event.target.dataset.row !== undefined)
          makeCurrent(box.current, event.target);
      }}
    >
      {children}
    </div>
  );
}

const rowsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
const besideOf = (row: HTMLElement) => [
  ...(row.closest('li, tr')?.querySelectorAll<HTMLElement>('[data-beside]') ?? []),
];

function makeCurrent(box: HTMLElement | null, current: HTMLElement): void {
  for (const row of rowsIn(box)) row.tabIndex = row === current ? 0 : -1;
  const own = besideOf(current);
  for (const one of box?.querySelectorAll<HTMLElement>('[data-beside]') ?? [])
    one.tabIndex = own.includes(one) ? 0 : -1;
}

/** What stands right or left of the focus in its row; nothing beyond either end. */
function sideways(row: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const places = [row, ...besideOf(row)];
  return places[places.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)];
}

function target(key: string, here: number, length: number): number {
  if (key === 'ArrowDown') return Math.min(here + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(here - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return here;
}
