import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { v7 } from 'uuid';
import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { importRows } from './imports.ts';

/** Imports, one after another, for ever: made to be killed (test/db/kill/loop.ts says what it tells). */
const [path = ''] = process.argv.slice(2);
const app = createApp({
  host: 'cli',
  version: '0.1.0',
  now: () => new Date().toISOString(),
  newId: v7,
  today: () => '2010-06-01',
  dataDir: dirname(path),
  backupsDir: `${path}.backups`,
});
const core = callerOf(app);
await app.openPath(path, { create: true });

for (;;) {
  const name = `harbour-${randomUUID()}`;
  const lines = Array.from(
    { length: importRows },
    (_, at) => `${at + 1}.1,Task ${at + 1} for ${name},RA,Ongoing`,
  );
  const base64 = Buffer.from(['Ref,Action,Lead,Timescale', ...lines].join('\n')).toString('base64');
  writeSync(1, `begin ${name}\n`);
  const { sessionId } = await core.imports.start({
    jobId: `read ${name}`,
    files: [{ name: `${name}.csv`, base64 }],
    options: {},
  });
  await core.imports.bringIn({ sessionId, jobId: `bring ${name}` });
  writeSync(1, `done ${name}\n`);
}
