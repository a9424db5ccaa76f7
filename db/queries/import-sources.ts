import type { ReadDb } from '../handles.ts';
import { rowOf } from './prepared.ts';

/** A file of an import as it was kept; `bytes` is null where only what was read of it is known. */
export type KeptFile = {
  name: string;
  at: string;
  sha256: string;
  reading: unknown;
  bytes: Buffer | null;
};

/** The file of an import with this name; undefined where there is none. */
export function keptFile(db: ReadDb, importId: string, name: string): KeptFile | undefined {
  const row = rowOf<Omit<KeptFile, 'reading'> & { reading: string | null }>(
    db,
    `SELECT f.name, i.at, f.sha256, f.reading, s.bytes FROM import_files f JOIN imports i ON i.id = f.import_id
       LEFT JOIN source_files s ON s.sha256 = f.sha256 WHERE f.import_id = ? AND f.name = ? ORDER BY f.position LIMIT 1`,
    importId,
    name,
  );
  return row && { ...row, reading: row.reading === null ? null : (JSON.parse(row.reading) as unknown) };
}
