import type { WriteDb } from '../handles.ts';
import { prepared } from './prepared.ts';

type Owner = 'sectionId' | 'actionId' | 'measureId' | 'kpiId' | 'planId';

const deletions: Record<'leads' | 'links' | 'key', Partial<Record<Owner, string>>> = {
  leads: {
    sectionId: 'DELETE FROM leads WHERE section_id = ?',
    actionId: 'DELETE FROM leads WHERE action_id = ?',
    measureId: 'DELETE FROM leads WHERE measure_id = ?',
    kpiId: 'DELETE FROM leads WHERE kpi_id = ?',
  },
  links: { actionId: 'DELETE FROM action_links WHERE action_id = ?' },
  key: { planId: 'DELETE FROM key_entries WHERE plan_id = ?' },
};

/** Takes out the leads, links or key entries of one owner, to be written anew. */
export function deleteOwned(tx: WriteDb, what: keyof typeof deletions, owner: Owner, id: string): void {
  const text = deletions[what][owner];
  if (text === undefined) throw new Error(`no ${what} hang on ${owner}`);
  prepared(tx, text).run(id);
}

/** Forgets a corrected mapping. */
export function deleteProfile(tx: WriteDb, id: string): void {
  prepared(tx, 'DELETE FROM import_profiles WHERE id = ?').run(id);
}

/** Keeps the bytes of a file once, by their hash. */
export function keepSource(tx: WriteDb, o: { sha256: string; bytes: Uint8Array; at: string }): void {
  prepared(
    tx,
    'INSERT INTO source_files (sha256, bytes, size, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  ).run(
    o.sha256,
    Buffer.from(o.bytes.buffer, o.bytes.byteOffset, o.bytes.byteLength),
    o.bytes.byteLength,
    o.at,
  );
}

/** Settles pieces of the tray that are not placed; gives how many there were. */
export function settlePieces(
  tx: WriteDb,
  ids: readonly string[],
  as: 'kept' | 'discarded' | 'open',
  reason: string | null,
): number {
  const settle = prepared(tx, `UPDATE tray SET state = ?, reason = ? WHERE id = ? AND state <> 'placed'`);
  let settled = 0;
  for (const id of ids) settled += settle.run(as, reason, id).changes;
  return settled;
}
