import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';

/**
 * Bundled as the Electron host is and run in Node: makes a register (migrations found beside the bundle) and reads
 * a table in the worker (found as an entry of its own). Prints the reconciliation.
 */
const folder = process.argv[2] ?? '';
const app = createApp({ host: 'electron', ...realWorld(), ...dataFolderAt(folder) });
const core = callerOf(app);
await core.register.create({ name: 'Bundled', partnership: 'Wexcombe' });
const base64 = Buffer.from('Ref,Action,Lead\n1.1,Open a toy library,Ann Marlow\n').toString('base64');
const preview = await core.imports.start({ jobId: 'probe', files: [{ name: 'actions.csv', base64 }] });
await core.imports.bringIn({ sessionId: preview.sessionId, jobId: 'probe-apply' });
await app.close();
console.log(JSON.stringify(preview.files[0]?.reconciliation));
