import type Database from 'better-sqlite3';

const take = `INSERT INTO "search_index" ("search_index", "rowid", "title", "body")
  SELECT 'delete', "doc", "title", "body" FROM "search_queue" WHERE "title" IS NOT NULL`;
const give = `INSERT INTO "search_index" ("rowid", "title", "body")
  SELECT d."rowid", d."title", d."body" FROM "search_queue" AS q JOIN "search_docs" AS d ON d."rowid" = q."doc"`;
const clear = 'DELETE FROM "search_queue"';

type Steps = readonly Database.Statement[];
const prepared = new WeakMap<Database.Database, Steps>();

/** Brings the full-text index up to what the documents now say: the last step of every act. */
export function flushSearchQueue(raw: Database.Database): void {
  let steps = prepared.get(raw);
  if (!steps) {
    steps = [take, give, clear].map((text) => raw.prepare(text));
    prepared.set(raw, steps);
  }
  for (const step of steps) step.run();
}
