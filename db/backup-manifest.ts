import { hash } from 'node:crypto';
import { z } from 'zod';
import { Backup } from '#shared/contract/office.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

/**
 * What is recorded beside a backup once it is finished: without it, or unlike it, a file is no backup.
 * The hash is what finds a damaged backup: SQLite's own check sees few changed bytes.
 */
export const BackupManifest = z.strictObject({
  ...Backup.omit({ verdict: true }).shape,
  /** The file name of the register it is a copy of. */
  register: z.string(),
  programVersion: z.string(),
  schemaVersion: z.int(),
  /** The revision of the register when it was copied. */
  revision: z.int(),
  /** Counts the backups of a folder in the order they were made, whatever the clock said. Older ones have none. */
  order: z.int().optional(),
  /** The installation that made it: backups of others in a shared place are never touched. */
  madeBy: z.string().optional(),
  /** SHA-256 of everything else in this record, so that a changed record is found as a changed backup is. */
  seal: z.string().optional(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const manifestName = (backup: string): string => `${backup}.json`;

/** The record as it stands in its file, sealed. */
export function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 2)}\n`;
}

/** The manifest in a text, or null where it is not one or was changed since it was sealed. */
export function readManifest(text: string): BackupManifest | null {
  try {
    const { seal, ...manifest } = BackupManifest.parse(JSON.parse(text));
    return seal === undefined || seal === sealOf(manifest) ? manifest : null;
  } catch {
    // Whatever is wrong with it, it vouches for nothing.
    return null;
  }
}

function sealOf({ seal: _before, ...manifest }: BackupManifest): string {
  return hash('sha256', canonicalJson(manifest));
}
