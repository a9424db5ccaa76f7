import { useEffect, useRef } from 'react';
import { pressInkButton } from './ink-button.ts';

/** Keys of the whole window. A screen that handles a key itself calls preventDefault, and this stands aside. */
export type ShellKeys = {
  find: () => void;
  undo: () => void;
  redo: () => void;
  foldLeft: () => void;
  foldRight: () => void;
};

export function useShellKeys(acts: ShellKeys): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (isInkKey(event)) {
        if (pressInkButton(document.activeElement)) event.preventDefault();
        return;
      }
      const run = actFor(event, latest.current);
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isInkKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
}

function actFor(event: KeyboardEvent, acts: ShellKeys): (() => void) | null {
  if (event.key === 'F6') return () => goRound(event.shiftKey ? -1 : 1);
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'k') return acts.find;
  if (key === '1') return acts.foldLeft;
  if (key === '2') return acts.foldRight;
  // In a text field these undo the typing, as everywhere.
  if (isTyping(event.target)) return null;
  if (key === 'z') return event.shiftKey ? acts.redo : acts.undo;
  if (key === 'y') return acts.redo;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type)
  );
}

const lastFocus = new WeakMap<Element, HTMLElement>();
const tabbable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** What a region is there for: its grid, its list, its tree. What stands above that is Shift Tab away. */
const mainThing = ['[role="grid"]', '[data-row]', '[role="treeitem"]']
  .map((one) => `${one}[tabindex="0"]`)
  .join(', ');

/** F6: to the next region that can take the focus, and there to what had it last, else to what it is there for. */
function goRound(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null || region.getClientRects().length > 0,
  );
  const active = document.activeElement;
  const here = regions.findLastIndex((region) => region.contains(active));
  const left = regions[here];
  if (left && active instanceof HTMLElement) lastFocus.set(left, active);
  for (let n = 1; n <= regions.length; n += 1) {
    const start = here < 0 && step < 0 ? 0 : here;
    const region = regions[(start + step * n + regions.length * 2) % regions.length];
    if (region && focusIn(region)) return;
  }
}

function focusIn(region: HTMLElement): boolean {
  const before = lastFocus.get(region);
  const target =
    before?.isConnected && region.contains(before)
      ? before
      : (region.querySelector<HTMLElement>(mainThing) ?? region.querySelector<HTMLElement>(tabbable));
  if (target) target.focus();
  else {
    region.tabIndex = -1;
    region.focus();
  }
  return region.contains(document.activeElement);
}
