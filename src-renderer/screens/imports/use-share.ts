import { type RefObject, useEffect, useState } from 'react';

/** Row numbers and brackets, and a bar to scroll by. */
const beside = 72;
/** Narrower than this share of its own width a sheet does not read; it is scrolled instead. */
const least = 0.7;

/** The share of its own width that a sheet is drawn at, so that a little too wide a one is seen whole. */
export function useShare(box: RefObject<HTMLElement | null>, columnsWidth: number): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth - beside));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  if (room <= 0 || columnsWidth <= room || columnsWidth * least > room) return 1;
  return room / columnsWidth;
}
