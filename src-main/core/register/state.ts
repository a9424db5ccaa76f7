import { basename } from 'node:path';
import { inReadTransaction, revision } from '#db/change-log.ts';
import { lastChangeAt, undoLabels } from '#db/queries/history-changes.ts';
import { shellCounts } from '#db/queries/home-groups.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { RegisterState } from '#shared/contract/office.ts';
import { financialYearOf } from '#shared/domain/dates.ts';
import type { App } from '../app.ts';
import { registerExtension } from './file-names.ts';

/** What the shell shows at all times. */
export function stateOf(app: App): RegisterState {
  const { host, version, today } = app.options;
  const day = today();
  const { register, looking } = app;
  const failed = app.failed ? basename(app.failed.path, registerExtension) : null;
  if (!register) return { host, version, today: day, looking, failed, open: null };
  const backup = app.backups.newestGood(register);
  const open = inReadTransaction(register.db, (db) => {
    const settings = readSettings(db);
    return {
      name: register.name,
      partnership: settings.partnership,
      year: financialYearOf(day, settings.financialYearStart).label,
      counts: shellCounts(db),
      revision: revision(db),
      savedAt: lastChangeAt(db),
      backup,
      backupTrouble: app.backups.trouble(),
      ...undoLabels(db),
    };
  });
  return { host, version, today: day, looking, failed, open };
}
