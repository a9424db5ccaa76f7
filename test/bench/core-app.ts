import { join } from 'node:path';
import { v7 } from 'uuid';
import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';

/** A core on the register, without backups by themselves, so that nothing else runs beside what is measured. */
export async function appOn(path: string, folder: string) {
  const app = createApp({
    host: 'web',
    version: '0.0.0',
    now: () => new Date().toISOString(),
    newId: () => v7(),
    today: () => '2010-10-12',
    dataDir: folder,
    backupsDir: join(folder, 'backups'),
    automaticBackups: false,
  });
  await app.openPath(path);
  return { app, caller: callerOf(app) };
}
