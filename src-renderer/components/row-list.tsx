import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/**
 * Rows that are one tab stop together: Up, Down, Home and End move among everything marked `data-row` inside,
 * however many lists they stand in.
 */
export function RowList({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const rows = rowsIn(box.current);
    const current = rows.find((row) => row.tabIndex === 0) ?? rows[0];
    for (const row of rows) row.tabIndex = row === current ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = rowsIn(box.current);
    const here = rows.indexOf(event.target as HTMLElement);
    const next = here < 0 ? undefined : rows[target(event.key, here, rows.length)];
    if (!next || next === event.target) return;
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
        if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
        for (const row of rowsIn(box.current)) row.tabIndex = row === event.target ? 0 : -1;
      }}
    >
      {children}
    </div>
  );
}

const rowsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

function target(key: string, here: number, length: number): number {
  if (key === 'ArrowDown') return Math.min(here + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(here - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return here;
}
