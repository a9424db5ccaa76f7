import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frozenTables, keptTables, layoutOf, loggedTables } from '#db/layout.ts';
import { expectedSchema, migrationsFolder, schemaObjects, schemaVersion } from '#db/migrate.ts';
import * as schema from '#db/schema/index.ts';
import { digestOf, digestOfToday } from '#db/schema-check.ts';
import { searchPieces } from '#db/search-pieces.ts';
import { derivedObjects } from '#db/triggers.ts';
import { indexedKinds } from '#shared/contract/office.ts';
import { tempFolder } from './temp-register.ts';

const tables = Object.values(schema) as SQLiteTable[];
const root = new URL('../../', import.meta.url).pathname;

let place = tempFolder();
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

describe('the schema', () => {
  it('is in the database as drizzle has it: every table, column, type and NOT NULL', () => {
    const { raw } = place.open().db;
    for (const table of tables) {
      const { name, columns } = layoutOf(table);
      const found = raw.pragma(`table_info("${name}")`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      expect(
        found.map((column) => ({ name: column.name, type: column.type, notNull: column.notnull === 1 })),
        name,
      ).toEqual(
        columns.map(({ name: column, column: drizzle }) => ({
          name: column,
          type: drizzle.getSQLType().toUpperCase(),
          notNull: drizzle.notNull,
        })),
      );
    }
  });

  it('has a strict table for each of its tables, and every reference is an index too', () => {
    const { raw } = place.open().db;
    const strict = raw.pragma('table_list') as { name: string; strict: number; type: string }[];
    for (const table of tables) {
      const { name } = getTableConfig(table);
      expect(strict.find((one) => one.name === name)?.strict, name).toBe(1);
      const indexed = (raw.pragma(`index_list("${name}")`) as { name: string }[]).flatMap((index) =>
        (raw.pragma(`index_info("${index.name}")`) as { seqno: number; name: string }[])
          .filter(({ seqno }) => seqno === 0)
          .map((column) => column.name),
      );
      const references = raw.pragma(`foreign_key_list("${name}")`) as { from: string; table: string }[];
      // Files are taken out by undoing their import only: looking through a table once is quicker than an index.
      for (const { from } of references.filter((one) => one.table !== 'import_files')) {
        expect([...indexed, 'change_set_seq'], `${name}.${from}`).toContain(from);
      }
    }
  });

  it('has nothing for drizzle-kit to generate', () => {
    const copy = place.path('migrations');
    cpSync(migrationsFolder, copy, { recursive: true });
    const before = readdirSync(copy, { recursive: true }).sort();
    const config = place.path('drizzle.config.ts');
    // drizzle-kit takes folders relative to where it runs.
    const settings = { dialect: 'sqlite', schema: './db/schema/index.ts', casing: 'snake_case' };
    writeFileSync(config, `export default ${JSON.stringify({ ...settings, out: relative(root, copy) })};\n`);
    const kit = `${root}node_modules/drizzle-kit/bin.cjs`;
    const said = execFileSync(process.execPath, [kit, 'generate', '--config', config], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(said).toMatch(/No schema changes/);
    expect(readdirSync(copy, { recursive: true }).sort()).toEqual(before);
  }, 60_000);

  it('says STRICT in every migration that makes a table', () => {
    for (const name of readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql'))) {
      const sql = readFileSync(`${migrationsFolder}/${name}`, 'utf8');
      expect(sql.match(/CREATE TABLE/g)?.length ?? 0, name).toBe(sql.match(/^\) STRICT;/gm)?.length ?? 0);
    }
  });

  it('has the triggers of its version: changing one asks for a migration, which may be empty', () => {
    // Files made before would be refused, as if somebody had altered them (docs/decisions/0013-migrations.md).
    const sql = derivedObjects.map((object) => object.sql).join('\n');
    expect([schemaVersion(), hash('sha256', sql).slice(0, 16)]).toEqual([14, '8d94e61cdd06c6f4']);
  });

  it('has the digest by which a register of this version is known at once', () => {
    // Another one costs an opening a tenth of a second, and nothing else: each object is compared then.
    const made = expectedSchema(schemaVersion(), true);
    expect(digestOfToday).toBe(digestOf(made));
    expect(digestOf(schemaObjects(place.open().db.raw))).toBe(digestOfToday);
    expect(digestOf(made.slice(1))).not.toBe(digestOfToday);
  });

  it('logs, freezes or keeps every table but those of the log itself', () => {
    const own = ['change_head', 'change_sets', 'changes', 'search_docs'];
    const covered = [...loggedTables, ...[...frozenTables, ...keptTables].map((table) => layoutOf(table))];
    expect([...covered.map(({ name }) => name), ...own].sort()).toEqual(
      tables.map((table) => layoutOf(table).name).sort(),
    );
  });

  it('has words of every kind of record that stands in the index', () => {
    const { raw } = place.open().db;
    const kinds = searchPieces.map(({ kind }) => kind).filter((kind) => typeof kind === 'string');
    expect(new Set(kinds)).toEqual(new Set(indexedKinds));
    const triggers = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
    for (const { table } of searchPieces) {
      for (const what of ['insert', 'update', 'delete'])
        expect(triggers).toContain(`search_${table}_${what}`);
    }
  });
});
