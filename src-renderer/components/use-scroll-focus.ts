import { type RefObject, useEffect, useRef } from 'react';

const focusable = 'a[href], button, input, textarea, select, [tabindex]';

/**
 * A box that scrolls must be reached by the keyboard: where nothing inside takes the focus, the box itself does.
 * Kept up to date as the content comes and the window changes.
 */
export function useScrollFocus<T extends HTMLElement>(active = true): RefObject<T | null> {
  const box = useRef<T>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || !active) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const needed = element.scrollHeight > element.clientHeight + 1 && !element.querySelector(focusable);
      if (needed) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const content = new MutationObserver(soon);
    content.observe(element, { childList: true, subtree: true, characterData: true });
    const size = new ResizeObserver(soon);
    size.observe(element);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      content.disconnect();
      size.disconnect();
    };
  }, [active]);
  return box;
}
