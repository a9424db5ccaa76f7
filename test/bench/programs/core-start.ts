import { dirname } from 'node:path';
import { v7 } from 'uuid';
import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';

/** The core from its start to its first answer, every check of the file included. */
const [path = '', what = 'state'] = process.argv.slice(2);
const app = createApp({
  host: 'cli',
  version: '0.0.0',
  now: () => new Date().toISOString(),
  newId: () => v7(),
  today: () => '2010-10-12',
  dataDir: dirname(path),
  backupsDir: dirname(path),
});
await app.openPath(path);
const caller = callerOf(app);
const answer = what === 'home' ? await caller.home.get() : await caller.register.state();
console.log(JSON.stringify(answer).length);
await app.close();
