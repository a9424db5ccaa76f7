import type { ReadDb } from '../handles.ts';

/** Every word of every record in the register, from the search index: lower case and without accents. */
export function registerWords(db: ReadDb): string[] {
  db.raw.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.register_words USING fts5vocab(main, search_index, row)',
  );
  return db.raw.prepare('SELECT term FROM temp.register_words').pluck().all() as string[];
}
