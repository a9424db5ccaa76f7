import { tinyStore, useStore } from './tiny-store.ts';

const files = tinyStore<readonly File[]>([]);

/** Files chosen or dropped elsewhere (the start screen, any screen), on their way to the import. */
export function handFiles(given: Iterable<File>): void {
  files.set([...given]);
}

/** The import takes what was handed over, once. */
export function takeHandedFiles(): readonly File[] {
  const given = files.get();
  files.set([]);
  return given;
}

/** For the import screen, to notice files dropped while it is shown. */
export const useHandedFiles = (): readonly File[] => useStore(files);
