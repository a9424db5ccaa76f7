import { type RefObject, useEffect, useRef } from 'react';

/**
 * What was settled takes the focus with it, for its row is gone: the row that took its place has it then. For the box
 * round rows marked `data-row`.
 */
export function useNextRow(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef({ place: -1, rows: 0 });
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const rows = rowsIn(box.current);
      const inside = target instanceof Element && box.current?.contains(target);
      const row = inside ? target.closest('li')?.querySelector('[data-row]') : null;
      last.current = { place: row ? rows.indexOf(row as HTMLElement) : -1, rows: rows.length };
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    const { place, rows: before } = last.current;
    const rows = rowsIn(box.current);
    if (place < 0 || rows.length >= before || document.activeElement !== document.body) return;
    rows[Math.min(place, rows.length - 1)]?.focus();
  });
  return box;
}

const rowsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
