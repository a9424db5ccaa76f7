import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, oneOf } from './checks.ts';

/** One act of bringing files in. */
export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  at: text().notNull(),
  label: text().notNull(),
});

/** One file of an import, with its reconciliation: cells with content, placed, in the tray, lost. */
export const importFiles = sqliteTable(
  'import_files',
  {
    id: text().primaryKey(),
    importId: text()
      .notNull()
      .references(() => imports.id),
    position: integer().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    format: text().notNull(),
    cells: integer().notNull(),
    placed: integer().notNull(),
    inTray: integer().notNull(),
    lost: integer().notNull(),
    /** What was recognised, for "where it came from" and next year's mapping (contract FileView tables). */
    reading: text({ mode: 'json' }).$type<unknown>(),
  },
  (t) => [
    index('import_files_import').on(t.importId),
    index('import_files_sha256').on(t.sha256),
    isJson('reading', 'any'),
  ],
);

/** The bytes of every file brought in, once per content. Insert-only, outside the change log. */
export const sourceFiles = sqliteTable('source_files', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  size: integer().notNull(),
  keptAt: text().notNull(),
});

/** What was read and not placed: worked off by placing, keeping as a note, or discarding with a reason. */
export const tray = sqliteTable(
  'tray',
  {
    id: text().primaryKey(),
    importFileId: text()
      .notNull()
      .references(() => importFiles.id),
    position: integer().notNull(),
    where: text().notNull(),
    text: text().notNull(),
    state: text().$type<'open' | 'placed' | 'kept' | 'discarded'>().notNull(),
    reason: text(),
  },
  (t) => [
    index('tray_import_file').on(t.importFileId),
    index('tray_state').on(t.state),
    oneOf('state', ['open', 'placed', 'kept', 'discarded']),
  ],
);

/** A corrected mapping, kept under the signature of the headers it was made for. */
export const importProfiles = sqliteTable(
  'import_profiles',
  {
    id: text().primaryKey(),
    signature: text().notNull().unique(),
    mapping: text({ mode: 'json' }).$type<unknown>().notNull(),
    usedAt: text().notNull(),
  },
  () => [isJson('mapping', 'any')],
);
