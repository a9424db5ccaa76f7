import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt } from '#hosts/hosting/data-folder.ts';

/**
 * Bundled as the Electron host is and run in Node: makes a register (migrations found beside the bundle) and reads
 * a table in the worker (found as an entry of its own), then draws a chart into a Word report (engine and font found
 * beside the bundle). Prints the reconciliation and how many pictures the report holds.
 */
const folder = process.argv[2] ?? '';
const app = createApp({ host: 'electron', ...realWorld(), ...dataFolderAt(folder) });
const core = callerOf(app);
await core.register.create({ name: 'Bundled', partnership: 'Wexcombe' });
const base64 = Buffer.from('Ref,Action,Lead\n1.1,Open a toy library,Ann Marlow\n').toString('base64');
const preview = await core.imports.start({ jobId: 'probe', files: [{ name: 'actions.csv', base64 }] });
await core.imports.bringIn({ sessionId: preview.sessionId, jobId: 'probe-apply' });
const [plan] = await core.plans.list();
if (!plan) throw new Error('the file brought no plan');
const { kpiId } = await core.kpis.add({
  planId: plan.id,
  sectionId: null,
  name: 'Visits',
  ref: null,
  unit: '%',
});
await core.kpis.setValues({
  edits: ['2008-09', '2009-10'].map((period) => ({ kpiId, role: 'actual' as const, period, text: '58%' })),
});
const report = await core.reports.make({
  snapshotId: null,
  report: 'plan',
  planId: plan.id,
  format: 'docx',
});
const pictures = Buffer.from(report.base64, 'base64').toString('latin1').split('\x89PNG').length - 1;
await app.close();
console.log(JSON.stringify({ ...preview.files[0]?.reconciliation, pictures }));
