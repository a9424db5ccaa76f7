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

/** Widths that the screen keeps itself. */
export type KeptWidths = {
  readonly widths: Widths;
  readonly onWidth: (key: string, width: number) => void;
};

/**
 * Column widths as this officer drew them; the register holds nothing of them. A screen that keeps them hands them
 * in, else this machine keeps them under a name.
 */
export function useWidths<Row>(
  storageKey: string,
  columns: readonly GridColumn<Row>[],
  kept: KeptWidths | undefined,
) {
  const name = `grid-widths:${storageKey}`;
  const [widths, setWidths] = useState(() => stored(name));
  const onWidth = kept?.onWidth;
  const set = useCallback(
    (key: string, width: number) => {
      if (onWidth) return onWidth(key, Math.round(Math.max(narrowest, Math.min(width, widest))));
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
    [name, onWidth],
  );
  const sizes = columns.map((column) => {
    const width = (kept?.widths ?? widths)[column.key];
    return width === undefined
      ? { width: column.width, least: column.least, grows: column.grows }
      : { width, least: width, grows: column.grows };
  });
  return { sizes, set };
}
