import type { WriteDb } from '#db/handles.ts';
import type { App, Register } from '../app.ts';
import { type Looked, lookingShown } from './looked.ts';
import { frozenForEver } from './rules.ts';

/**
 * The core as the screens of a snapshot see it: its register is the snapshot, today is the day the snapshot is as at.
 * All else (jobs, folders, backups) is that of the core that it was opened in.
 */
export function viewApp(live: App, db: WriteDb, looking: Looked): App {
  const { path, name } = live.openedRegister();
  const register: Register = {
    path,
    name,
    db,
    act() {
      throw frozenForEver(looking);
    },
    // The words of a snapshot were indexed when it was laid out.
    index: { wake: () => undefined, finish: () => undefined },
  };
  return {
    options: { ...live.options, today: () => looking.asAt },
    jobs: live.jobs,
    backups: live.backups,
    views: live.views,
    safety: live.safety,
    failed: live.failed,
    leaveFailed: live.leaveFailed,
    get looking() {
      return lookingShown(live.openedRegister().db, looking);
    },
    register,
    openedRegister: () => register,
    openPath: live.openPath,
    close: live.close,
  };
}
