import { join } from 'node:path';
import { type BackupEntry, listBackups } from './backup-list.ts';
import { manifestName } from './backup-manifest.ts';
import { removeFile } from './files.ts';
import { backupsToKeep } from './retention.ts';

/**
 * Takes out the backups of one register that the rotation no longer keeps; gives their names. What is not good
 * is neither counted nor removed: it is for a person to look at. `isDamaged` knows which were read and found so.
 */
export function pruneBackups(
  dir: string,
  o: { register: string; now: string; isDamaged?: (backup: BackupEntry) => boolean },
): string[] {
  const sound = listBackups(dir, { register: o.register, check: 'size' }).filter(
    (backup) => backup.verdict === 'good' && o.isDamaged?.(backup) !== true,
  );
  const kept = backupsToKeep(
    sound.map((entry) => ({ ...entry, order: entry.manifest?.order ?? 0 })),
    o.now,
  );
  const gone = sound.filter(({ id }) => !kept.has(id));
  for (const { id, path } of gone) {
    // The record last: a file without one is plainly no backup, a record without a file says nothing.
    removeFile(path);
    removeFile(join(dir, manifestName(id)));
  }
  return gone.map(({ id }) => id);
}
