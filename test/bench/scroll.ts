import type { Page } from 'playwright-core';

export type Scrolled = {
  readonly frames: number;
  /** Frames that came more than 50 ms after the one before: what an eye sees as a stutter. */
  readonly over50: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Frames in which a part of the view had no row yet. */
  readonly blank: number;
};

/**
 * Scrolls the grid from its first row to its last, at every frame by as many views as make about 600 frames of it, and
 * counts the frames that were late or showed a gap. A frame is late by the work of the rows drawn in it.
 */
export function scrollToTheEnd(page: Page): Promise<Scrolled> {
  return page.evaluate(
    () =>
      new Promise<Scrolled>((resolve) => {
        const box = document.querySelector<HTMLElement>('.gs');
        if (!box) throw new Error('no grid to scroll');
        box.scrollTop = 0;
        const wanted = 600;
        const most = 2_000;
        const times: number[] = [];
        let blank = 0;
        let last = performance.now();
        const hasRow = () => {
          const { top, left, height } = box.getBoundingClientRect();
          const found = document.elementFromPoint(left + 60, top + height / 2);
          return found?.closest('[role=row]') != null;
        };
        const step = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (!hasRow()) blank += 1;
          const over = box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
          if (!over && times.length < most) {
            box.scrollTop += Math.max(box.clientHeight * 0.8, box.scrollHeight / wanted);
            requestAnimationFrame(step);
            return;
          }
          times.sort((a, b) => a - b);
          const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
          resolve({
            frames: times.length,
            over50: times.filter((time) => time > 50).length,
            medianMs: at(0.5),
            p95Ms: at(0.95),
            worstMs: at(1),
            blank,
          });
        };
        requestAnimationFrame(step);
      }),
  );
}

/** Megabytes of JavaScript that the page holds once what is not needed was collected, and its nodes. */
export async function memoryOf(
  page: Page,
): Promise<{ readonly heapMegabytes: number; readonly nodes: number }> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const named = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heapMegabytes: Math.round(named('JSHeapUsedSize') / 1e5) / 10, nodes: named('Nodes') };
  } finally {
    await session.detach();
  }
}
