import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDb } from '#db/handles.ts';
import { loggedTables, quoted } from '#db/layout.ts';

/** Every row of every logged table and every search document, so that two states can be compared. */
export function dumpRows(db: ReadDb): Record<string, unknown[]> {
  const tables = loggedTables.map(({ name, key }): [string, unknown[]] => [
    name,
    db.raw.prepare(`SELECT * FROM ${quoted(name)} ORDER BY ${quoted(key)}`).all(),
  ]);
  const docs = db.raw
    .prepare('SELECT kind, record_id, piece_id, title, body FROM search_docs ORDER BY piece_id')
    .all();
  return { ...Object.fromEntries(tables), search_docs: docs };
}

/** Names, sizes and content of everything in a folder: what "nothing was touched" means. */
export function dumpFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) return [name, 'folder'];
        return [name, createHash('sha256').update(readFileSync(path)).digest('hex')];
      }),
  );
}
