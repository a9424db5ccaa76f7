import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import { tinyStore, useStore } from '../../shell/tiny-store.ts';

/**
 * Where the officer is with an import. Kept outside the screen, so that another screen may be looked at in
 * between; nothing is written until "Bring in".
 */
export type ImportStage =
  | { readonly stage: 'begin' }
  | { readonly stage: 'reading'; readonly jobId: string; readonly names: readonly string[] }
  | { readonly stage: 'refused'; readonly names: readonly string[]; readonly error: unknown }
  | { readonly stage: 'review'; readonly preview: ImportPreview }
  | { readonly stage: 'done'; readonly result: ImportResult };

const stage = tinyStore<ImportStage>({ stage: 'begin' });

export const useImportStage = (): ImportStage => useStore(stage);
export const setImportStage = (next: ImportStage): void => stage.set(next);
export const importStage = (): ImportStage => stage.get();
