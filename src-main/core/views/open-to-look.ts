import type { LookedAt } from '#shared/contract/looking.ts';
import type { App } from '../app.ts';
import { lookingShown } from './looked.ts';

/** Opens a snapshot for the screens, as work that can be watched and stopped. */
export async function openToLook(
  app: App,
  { snapshotId, jobId }: { snapshotId: string; jobId: string },
): Promise<LookedAt> {
  const looked = await app.jobs.run(jobId, 'Opening the snapshot', (job) => app.views.open(snapshotId, job));
  return lookingShown(app.openedRegister().db, looked);
}
