import { useEffect } from 'react';

/** What a command asks of a screen that it goes to first. */
export type Wish =
  | 'add-plan'
  | 'add-action'
  | 'add-update'
  | 'add-section'
  | 'renumber'
  | 'take-snapshot'
  | 'open-round'
  | 'add-circulation-list'
  | 'plan-meeting';

const listeners = new Map<Wish, () => void>();
/** Asked before its screen stood: granted once it does. */
let pending: { wish: Wish; until: number } | null = null;
/** A screen that takes longer than this is no longer waited for, so that no dialogue opens out of the blue. */
const waitMs = 5_000;

/** Asks a screen for something: at once where it stands, else as soon as it does. */
export function wish(what: Wish): void {
  const listener = listeners.get(what);
  if (listener) listener();
  else pending = { wish: what, until: Date.now() + waitMs };
}

/** Grants a wish while this screen stands. */
export function useWish(what: Wish, grant: () => void): void {
  useEffect(() => {
    listeners.set(what, grant);
    if (pending?.wish === what) {
      const { until } = pending;
      pending = null;
      if (Date.now() <= until) grant();
    }
    return () => {
      if (listeners.get(what) === grant) listeners.delete(what);
    };
  });
}
