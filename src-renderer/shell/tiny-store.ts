import { useSyncExternalStore } from 'react';

/** One value that several parts of the shell look at. */
export type TinyStore<T> = {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
};

export function tinyStore<T>(first: T): TinyStore<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useStore = <T>(store: TinyStore<T>): T => useSyncExternalStore(store.subscribe, store.get);

/** A choice of this viewer, kept on this machine only; a browser that forbids storage forgets it, nothing else. */
export function storedChoice<T extends string>(name: string, allowed: readonly T[], usual: T): TinyStore<T> {
  const key = `plan-register.${name}`;
  let found: string | null = null;
  try {
    found = window.localStorage.getItem(key);
  } catch {
    // Storage may be switched off by policy: then the usual choice serves.
  }
  const store = tinyStore<T>(allowed.find((value) => value === found) ?? usual);
  store.subscribe(() => {
    try {
      window.localStorage.setItem(key, store.get());
    } catch {
      // As above: the choice then lasts as long as the window.
    }
  });
  return store;
}
