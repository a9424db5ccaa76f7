import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Cell } from './geometry.ts';

/** What the pointer went down on. */
export type Hit =
  | { readonly on: 'cell'; readonly cell: Cell }
  | { readonly on: 'number'; readonly row: number }
  | { readonly on: 'head'; readonly col: number }
  | { readonly on: 'all' }
  | { readonly on: 'fill' }
  | { readonly on: 'size'; readonly col: number; readonly width: number };

export type PointerActs = {
  /** The pointer went down; true where dragging on should be followed. */
  readonly down: (hit: Hit, event: PointerEvent) => boolean;
  readonly drag: (from: Hit, over: Hit | null, moved: Moved) => void;
  /** Whether the press takes hold of what is chosen already, to drag it elsewhere. Asked before `down`. */
  readonly holds: (hit: Hit, event: PointerEvent) => boolean;
  readonly up: (from: Hit, held: boolean, moved: boolean) => void;
};

/** How a drag stands: how far it went sideways, and in which half of what is under it the pointer is. */
export type Moved = {
  readonly x: number;
  readonly held: boolean;
  readonly half: { readonly down: boolean; readonly right: boolean };
};
type Drag = { from: Hit; held: boolean; startX: number; x: number; y: number; frame: number };

const edgeZone = 24;

function numberOf(value: string | undefined): number {
  return Number(value ?? -1);
}

/** Reads what is under a point from the marks the cells carry. */
export function hitOf(target: Element | null): Hit | null {
  const element = target?.closest<HTMLElement>(
    '[data-fill],[data-size],[data-c],[data-number],[data-head],[data-all]',
  );
  if (!element) return null;
  const { dataset } = element;
  if (dataset.fill !== undefined) return { on: 'fill' };
  if (dataset.size !== undefined) {
    return { on: 'size', col: numberOf(dataset.size), width: element.parentElement?.offsetWidth ?? 0 };
  }
  if (dataset.c !== undefined) {
    return { on: 'cell', cell: { row: numberOf(dataset.r), col: numberOf(dataset.c) } };
  }
  if (dataset.number !== undefined) return { on: 'number', row: numberOf(dataset.number) };
  if (dataset.head !== undefined) return { on: 'head', col: numberOf(dataset.head) };
  return { on: 'all' };
}

/**
 * Dragging in the grid: to select, to fill, to size a column. While the pointer is at or beyond an edge the
 * grid scrolls on under it. A finger scrolls instead: dragging is for a mouse or pen.
 */
export function usePointer(scroller: RefObject<HTMLDivElement | null>, acts: PointerActs) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef(acts);
  latest.current = acts;

  useEffect(
    () => () => {
      if (drag.current) cancelAnimationFrame(drag.current.frame);
    },
    [],
  );

  const follow = () => {
    const now = drag.current;
    const root = scroller.current;
    if (!now || !root) return;
    const box = root.getBoundingClientRect();
    const x = Math.max(box.left + 1, Math.min(now.x, box.left + root.clientWidth - 2));
    const y = Math.max(box.top + 1, Math.min(now.y, box.top + root.clientHeight - 2));
    const under = document.elementFromPoint(x, y)?.closest('[data-c],[data-number],[data-head]');
    const there = under?.getBoundingClientRect();
    const half = {
      down: there !== undefined && y > there.top + there.height / 2,
      right: there !== undefined && x > there.left + there.width / 2,
    };
    latest.current.drag(now.from, hitOf(under ?? null), { x: now.x - now.startX, held: now.held, half });
  };
  const scrollOn = () => {
    const now = drag.current;
    const root = scroller.current;
    if (!now || !root) return;
    const box = root.getBoundingClientRect();
    const by = (before: number, after: number) =>
      before > 0 ? -Math.min(before, 40) / 2 : after > 0 ? Math.min(after, 40) / 2 : 0;
    const top = by(box.top + 57 - now.y, now.y - box.top - root.clientHeight + edgeZone);
    const left = by(box.left + 92 - now.x, now.x - box.left - root.clientWidth + edgeZone);
    const columnsOnly = now.from.on === 'head';
    if (now.from.on !== 'size' && (top !== 0 || left !== 0)) {
      root.scrollBy({ top: columnsOnly ? 0 : top, left: now.from.on === 'number' ? 0 : left });
      follow();
    }
    now.frame = requestAnimationFrame(scrollOn);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      const target = event.target as Element;
      if (event.button !== 0 || target.closest('[data-keep]')) return;
      const hit = hitOf(target);
      if (!hit) return;
      const held = latest.current.holds(hit, event);
      if (!latest.current.down(hit, event) || event.pointerType === 'touch') return;
      const { clientX: x, clientY: y } = event;
      drag.current = { from: hit, held, startX: x, x, y, frame: 0 };
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      const now = drag.current;
      if (!now) return;
      if (now.frame === 0) {
        // Only once the pointer moves: a captured pointer would swallow the click of a plain press.
        if (Math.abs(event.clientX - now.x) + Math.abs(event.clientY - now.y) < 3) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        now.frame = requestAnimationFrame(scrollOn);
      }
      now.x = event.clientX;
      now.y = event.clientY;
      follow();
    },
    onPointerUp(_event: PointerEvent<HTMLDivElement>) {
      const now = drag.current;
      if (!now) return;
      cancelAnimationFrame(now.frame);
      drag.current = null;
      latest.current.up(now.from, now.held, now.frame !== 0);
    },
  };
}
