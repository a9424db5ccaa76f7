import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useState,
} from 'react';
import { columnName } from '#shared/contract/grid.ts';
import type { TableView } from '#shared/contract/imports.ts';

type Area = Pick<TableView, 'top' | 'left' | 'bottom' | 'right'>;
type Edge = keyof Area;
const edges: readonly Edge[] = ['top', 'left', 'bottom', 'right'];
const edgeWords: Record<Edge, string> = {
  top: 'Top edge',
  left: 'Left edge',
  bottom: 'Bottom edge',
  right: 'Right edge',
};
const isUpright = (edge: Edge) => edge === 'left' || edge === 'right';

/** Where each row and column of the picture begins and ends, in pixels of the picture. */
type Lines = {
  firstRow: number;
  ys: readonly (readonly [number, number])[];
  xs: readonly (readonly [number, number])[];
};

/**
 * The four edges of a table, to be dragged, or moved with the arrow keys: Enter applies, Esc gives up. Edges that
 * stand on another page of the picture are not there.
 */
export function TableEdges(props: {
  table: TableView;
  /** What the edges lie over; its cells carry their places. */
  over: RefObject<HTMLElement | null>;
  /** Changes when the picture does, so that the edges are measured anew. */
  measureOn: unknown;
  onArea: (area: Area) => void;
}) {
  const { table, over } = props;
  const [lines, setLines] = useState<Lines | null>(null);
  const [draft, setDraft] = useState<Area | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new picture has its lines elsewhere
  useLayoutEffect(() => {
    const element = over.current;
    if (!element) return;
    const measure = () => setLines(linesOf(element));
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, [over, props.measureOn]);
  if (!lines) return null;
  const { top, left, bottom, right } = table;
  const area: Area = draft ?? { top, left, bottom, right };
  const apply = (next: Area | null) => {
    setDraft(null);
    if (next && edges.some((edge) => next[edge] !== table[edge])) props.onArea(next);
  };
  const shown = boxOf(lines, area);
  return (
    <>
      {draft && shown ? <div className="tdraft" style={shown} aria-hidden="true" /> : null}
      {edges.map((edge) => {
        const place = placeOf(lines, area, edge);
        if (!place) return null;
        const upright = isUpright(edge);
        const [least, most] = limitsOf(area, edge, lines);
        return (
          <div
            key={edge}
            className={isUpright(edge) ? 'tedge upright' : 'tedge'}
            data-edge={edge}
            style={place}
            role="slider"
            tabIndex={0}
            aria-label={`${edgeWords[edge]} of the table. Arrows move it, Enter applies.`}
            aria-orientation={upright ? 'horizontal' : 'vertical'}
            aria-valuemin={least + 1}
            aria-valuemax={most + 1}
            aria-valuenow={area[edge] + 1}
            aria-valuetext={upright ? `column ${columnName(area[edge])}` : `row ${area[edge] + 1}`}
            onKeyDown={(event: KeyboardEvent) => {
              const by = stepOf(event.key, upright);
              if (by !== 0) setDraft({ ...area, [edge]: clamp(area[edge] + by, least, most) });
              else if (event.key === 'Enter') apply(draft);
              else if (event.key === 'Escape') setDraft(null);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
            onBlur={() => apply(draft)}
            onPointerDown={(event: PointerEvent<HTMLElement>) => {
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event: PointerEvent<HTMLElement>) => {
              if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
              const at = nearest(over.current, lines, event, upright);
              setDraft({ ...area, [edge]: clamp(at, least, most) });
            }}
            onPointerUp={(event: PointerEvent<HTMLElement>) => {
              event.currentTarget.releasePointerCapture(event.pointerId);
              apply(draft);
            }}
          />
        );
      })}
    </>
  );
}

function linesOf(element: HTMLElement): Lines | null {
  const box = element.getBoundingClientRect();
  const rows = [...element.querySelectorAll<HTMLElement>('tr[data-line]')];
  const columns = [...element.querySelectorAll<HTMLElement>('th[data-letter]')];
  const [first] = rows;
  if (!first || columns.length === 0) return null;
  return {
    firstRow: Number(first.dataset.line),
    ys: rows.map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return [top - box.top, bottom - box.top] as const;
    }),
    xs: columns.map((column) => {
      const { left, right } = column.getBoundingClientRect();
      return [left - box.left, right - box.left] as const;
    }),
  };
}

/** The pixels of a rectangle, as far as it is on this page. */
function boxOf(lines: Lines, area: Area) {
  const last = lines.firstRow + lines.ys.length - 1;
  if (area.bottom < lines.firstRow || area.top > last) return null;
  const y1 = lines.ys[Math.max(0, area.top - lines.firstRow)]?.[0] ?? 0;
  const y2 = lines.ys[Math.min(lines.ys.length - 1, area.bottom - lines.firstRow)]?.[1] ?? 0;
  const x1 = lines.xs[area.left]?.[0] ?? 0;
  const x2 = lines.xs[Math.min(area.right, lines.xs.length - 1)]?.[1] ?? 0;
  return { left: x1, top: y1, width: x2 - x1, height: y2 - y1 };
}

/** The grip in the middle of an edge; the whole length of the edge can be dragged too. */
const grip = { long: 40, thick: 24 };

function placeOf(lines: Lines, area: Area, edge: Edge) {
  const box = boxOf(lines, area);
  const last = lines.firstRow + lines.ys.length - 1;
  if (!box || (edge === 'top' && area.top < lines.firstRow) || (edge === 'bottom' && area.bottom > last))
    return null;
  const { left, top, width, height } = box;
  const upright = isUpright(edge);
  const x = edge === 'right' ? left + width : edge === 'left' ? left : left + width / 2;
  const y = edge === 'bottom' ? top + height : edge === 'top' ? top : top + height / 2;
  const [w, h] = upright ? [grip.thick, grip.long] : [grip.long, grip.thick];
  const style: CSSProperties & Record<'--edge-length', string> = {
    left: x - w / 2,
    top: y - h / 2,
    width: w,
    height: h,
    '--edge-length': `${upright ? height : width}px`,
  };
  return style;
}

/** An edge stays on its own side of the opposite one, and on this page. */
function limitsOf(area: Area, edge: Edge, lines: Lines): [number, number] {
  const lastRow = lines.firstRow + lines.ys.length - 1;
  switch (edge) {
    case 'top':
      return [lines.firstRow, area.bottom];
    case 'bottom':
      return [Math.max(area.top, lines.firstRow), lastRow];
    case 'left':
      return [0, area.right];
    case 'right':
      return [area.left, lines.xs.length - 1];
  }
}

function nearest(
  element: HTMLElement | null,
  lines: Lines,
  event: { clientX: number; clientY: number },
  upright: boolean,
): number {
  const box = element?.getBoundingClientRect();
  const at = upright ? event.clientX - (box?.left ?? 0) : event.clientY - (box?.top ?? 0);
  const spans = upright ? lines.xs : lines.ys;
  const found = spans.findIndex(([, end]) => at < end);
  const index = found < 0 ? spans.length - 1 : found;
  return upright ? index : index + lines.firstRow;
}

function stepOf(key: string, upright: boolean): number {
  if (key === (upright ? 'ArrowLeft' : 'ArrowUp')) return -1;
  return key === (upright ? 'ArrowRight' : 'ArrowDown') ? 1 : 0;
}

const clamp = (at: number, least: number, most: number) => Math.max(least, Math.min(most, at));
