import { copyFileSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { quoted } from '#db/layout.ts';
import { schemaVersion, userVersion } from '#db/migrate.ts';
import { columnsOf, tablesIn } from './past-register.ts';

/** Words that have broken programs: quotes and SQL, other scripts, joined and lone marks, NUL, right to left, very long. */
const hostile = [
  `O'Brien"; DROP TABLE plans; --`,
  'Łódź 漢字 مرحبا 👩‍👩‍👧',
  'before\u0000after',
  '\u202Eturned\u202C',
  '\uFEFF  \t\r\n ',
  'e\u0301'.repeat(50),
  'a very long cell '.repeat(6_000),
  '=HYPERLINK("http://x")',
];

/** Columns that hold free words in every version there has been. */
const wordsIn: Readonly<Record<string, string>> = {
  plans: 'title',
  actions: 'text',
  sections: 'title',
  measures: 'text',
  people: 'name',
  progress: 'text',
  glossary: 'meaning',
};

/**
 * A register as a hard life leaves it: hostile words, documents that wait to be indexed, and the last saves in a log
 * that was never written back because the program was killed.
 */
export function dirtied(path: string): void {
  const raw = new Database(path);
  raw.pragma('wal_autocheckpoint = 0');
  raw.transaction(() => {
    raw.exec('UPDATE change_head SET replaying = 1');
    for (const [table, column] of Object.entries(wordsIn)) soil(raw, table, column);
    if (userVersion(raw) < schemaVersion())
      raw.exec(`INSERT INTO search_queue (doc, title, body) VALUES (900000, 'gone', 'gone')`);
    raw.exec('UPDATE change_head SET replaying = 0');
  })();
  // The log as a killed program leaves it: closing would have written it back.
  copyFileSync(path, `${path}.kept`);
  copyFileSync(`${path}-wal`, `${path}.kept-wal`);
  raw.close();
  renameSync(`${path}.kept`, path);
  renameSync(`${path}.kept-wal`, `${path}-wal`);
}

function soil(raw: Database.Database, table: string, column: string): void {
  if (!tablesIn(raw).includes(table) || !columnsOf(raw, table).includes(column)) return;
  const rows = raw
    .prepare(`SELECT rowid FROM ${quoted(table)} ORDER BY rowid LIMIT 24`)
    .pluck()
    .all();
  const update = raw.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE rowid = ?`);
  rows.forEach((row, index) => {
    update.run(hostile[index % hostile.length], row);
  });
}
