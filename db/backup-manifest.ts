import { z } from 'zod';
import { Backup } from '#shared/contract/office.ts';

/**
 * What is recorded beside a backup once it is finished: without it, or unlike it, a file is no backup.
 * The hash is what finds a damaged backup: SQLite's own check sees few changed bytes.
 */
export const BackupManifest = Backup.omit({ verdict: true }).extend({
  /** The file name of the register it is a copy of. */
  register: z.string(),
  programVersion: z.string(),
  schemaVersion: z.int(),
  /** The revision of the register when it was copied. */
  revision: z.int(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const manifestName = (backup: string): string => `${backup}.json`;

export const manifestText = (manifest: BackupManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The manifest in a text, or null where it is not one. */
export function readManifest(text: string): BackupManifest | null {
  try {
    return BackupManifest.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it, it vouches for nothing.
    return null;
  }
}
