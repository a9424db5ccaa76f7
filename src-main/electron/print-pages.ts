import { randomUUID } from 'node:crypto';

/** Pages that wait to be printed, each under an address that nobody could guess and that serves once. */
const waiting = new Map<string, string>();

/** The page to be printed at an address of the program's own scheme; null where there is none. */
export function pageToPrint(pathname: string): string | null {
  const page = waiting.get(pathname) ?? null;
  waiting.delete(pathname);
  return page;
}

/** Lays a page ready; gives its path and the way to take it back. */
export function layReady(page: string): { readonly pathname: string; takeBack(): void } {
  const pathname = `/print/${randomUUID()}`;
  waiting.set(pathname, page);
  return { pathname, takeBack: () => void waiting.delete(pathname) };
}
