import { useCallback, useState } from 'react';
import type { GridColumn } from './types.ts';

const narrowest = 40;
const widest = 900;

type Widths = Readonly<Record<string, number>>;

function stored(name: string): Widths {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    );
  } catch {
    // A profile that keeps nothing, or words of another program: the widths of the design then.
    return {};
  }
}

/** Column widths as this officer drew them, kept on this machine; the register holds nothing of them. */
export function useWidths<Row>(storageKey: string, columns: readonly GridColumn<Row>[]) {
  const name = `grid-widths:${storageKey}`;
  const [widths, setWidths] = useState(() => stored(name));
  const set = useCallback(
    (key: string, width: number) => {
      setWidths((before) => {
        const after = { ...before, [key]: Math.round(Math.max(narrowest, Math.min(width, widest))) };
        try {
          localStorage.setItem(name, JSON.stringify(after));
        } catch {
          // Storage is off or full: the width holds until the window closes.
        }
        return after;
      });
    },
    [name],
  );
  const sizes = columns.map((column) => {
    const width = widths[column.key];
    return width === undefined
      ? { width: column.width, least: column.least, grows: column.grows }
      : { width, least: width, grows: column.grows };
  });
  return { sizes, set };
}
