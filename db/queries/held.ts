import type { ReadDb } from '../handles.ts';
import { quoted } from '../layout.ts';
import { references } from '../references.ts';
import { listSnapshots } from './snapshots.ts';

type KeptFile = { sha256: string; name: string; at: string; bytes: Buffer };

/** Files brought in whose bytes are kept, one after the other: each may be as large as an import may be. */
export function* keptFilesNamed({ raw }: ReadDb): Generator<KeptFile> {
  const files = raw
    .prepare(
      `SELECT s.sha256, coalesce(min(f.name), '') AS name, s.kept_at AS at
       FROM source_files AS s LEFT JOIN import_files AS f ON f.sha256 = s.sha256 GROUP BY s.sha256 ORDER BY s.kept_at`,
    )
    .all() as Omit<KeptFile, 'bytes'>[];
  const bytesOf = raw.prepare('SELECT bytes FROM source_files WHERE sha256 = ?').pluck();
  for (const file of files) yield { ...file, bytes: bytesOf.get(file.sha256) as Buffer };
}

/** Snapshots with what they froze, one after the other. */
export function* snapshotContents(db: ReadDb) {
  const contentOf = db.raw.prepare('SELECT content FROM snapshots WHERE id = ?').pluck();
  for (const { id, name, takenAt, circulatedAt } of listSnapshots(db))
    yield { id, name, takenAt, circulatedAt, content: contentOf.get(id) as string };
}

/** The rows that point to a person, table by table, each once. */
export function rowsPointingTo(db: ReadDb, personId: string): { table: string; id: string }[] {
  const rows = new Map<string, { table: string; id: string }>();
  for (const { table, column, to } of references(db)) {
    if (to !== 'people') continue;
    const ids = db.raw
      .prepare(`SELECT ${quoted(table.key)} FROM ${quoted(table.name)} WHERE ${quoted(column)} = ?`)
      .pluck()
      .all(personId) as string[];
    for (const id of ids) rows.set(`${table.name} ${id}`, { table: table.name, id });
  }
  return [...rows.values()];
}

/** Meetings whose minutes are confirmed, with the items and resolutions of these. */
export function confirmedMinutes({ raw }: ReadDb): ReadonlySet<string> {
  const ids = raw
    .prepare(
      `WITH held AS (SELECT id FROM meetings WHERE state = 'confirmed')
       SELECT id FROM held
       UNION ALL SELECT id FROM attendance WHERE meeting_id IN (SELECT id FROM held)
       UNION ALL SELECT id FROM agenda_items WHERE meeting_id IN (SELECT id FROM held)
       UNION ALL SELECT id FROM minute_corrections WHERE meeting_id IN (SELECT id FROM held)
       UNION ALL SELECT id FROM resolutions WHERE meeting_id IN (SELECT id FROM held)`,
    )
    .pluck()
    .all() as string[];
  return new Set(ids);
}

/** Every act of the history by its number. */
export function actsBySeq({ raw }: ReadDb): ReadonlyMap<number, { at: string; label: string }> {
  const acts = raw.prepare('SELECT seq, at, label FROM change_sets').all() as {
    seq: number;
    at: string;
    label: string;
  }[];
  return new Map(acts.map(({ seq, at, label }) => [seq, { at, label }]));
}
