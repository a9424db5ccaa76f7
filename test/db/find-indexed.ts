import type { WriteDb } from '#db/handles.ts';
import { find } from '#db/search.ts';
import { finishIndex } from '#db/search-queue.ts';

/** Searches as the core does: what waits to be indexed is indexed first. */
export function findIndexed(db: WriteDb, text: string, limit: number): ReturnType<typeof find> {
  finishIndex(db);
  return find(db, text, limit);
}
