import { basename, dirname } from 'node:path';
import { restoreBackup } from '#db/backup.ts';
import type { Backup } from '#shared/contract/office.ts';

/**
 * Writes a backup, wherever it lies, as a new register at `to`: for a computer that has no register yet, so
 * none need be open. Nothing is overwritten. Throws `backup-damaged`, `not-found`, `not-possible`, `disk-full`.
 */
export function restoreTo(backup: string, to: string): Pick<Backup, 'id' | 'at' | 'counts'> {
  const { id, at, counts } = restoreBackup({ dir: dirname(backup), id: basename(backup), to });
  return { id, at, counts };
}
