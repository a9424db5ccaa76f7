import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx as writeWorkbook } from 'hucre';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { composePlan } from '#core/reports/compose/plan-report.ts';
import type { ReportDocument } from '#core/reports/document.ts';
import { csvTables, writeCsv } from '#core/reports/write/csv.ts';
import { writeDocx } from '#core/reports/write/docx.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import { writeXlsx } from '#core/reports/write/xlsx.ts';
import { openSnapshot } from '#core/snapshots/snapshots.ts';
import { appOn } from './core-app.ts';
import { makeRegister } from './make-register.ts';
import { byTurns, inMs, median, watchStops } from './measure.ts';

/**
 * What leaves the office: a snapshot taken and two compared at 20,000 actions, the whole report of a plan of 300 actions
 * in each form, and a workbook of 50,000 rows beside a bare write of the same cells by the same library.
 *   node test/bench/reports.ts
 */
const folder = mkdtempSync(join(tmpdir(), 'plan-register-bench-'));
const say = (what: string, figure: string) => console.log(`${what.padEnd(58)}${figure.padStart(12)}`);

async function timed<T>(what: string, act: () => T | Promise<T>): Promise<T> {
  const begin = performance.now();
  const made = await act();
  say(what, inMs(performance.now() - begin));
  return made;
}

try {
  const large = makeRegister(
    join(folder, 'Large.register'),
    { largePlan: 20_000, plans: 2, kpis: 100 },
    join(folder, 'backups'),
  );
  const { app, caller } = await appOn(large.path, folder);
  const stops = watchStops();
  const first = await timed('snapshot of 20,000 actions', () => caller.snapshots.take({ name: 'First' }));
  const { longest, busiest } = stops();
  say('  longest stop of others meanwhile; in processor time', `${inMs(longest)}; ${inMs(busiest)}`);
  const { actions } = await caller.plans.get({ planId: large.largePlanId });
  await caller.plans.setCells({
    planId: large.largePlanId,
    added: [],
    edits: actions
      .slice(0, 2_000)
      .map(({ id }, n) => ({ actionId: id, field: 'text', text: `Another ${n}` })),
  });
  const second = await timed('snapshot after 2,000 changes', () => caller.snapshots.take({ name: 'Second' }));
  for (const turn of [1, 2, 3]) {
    await timed(`compare the two, ${turn}`, () => caller.snapshots.compare({ a: first.id, b: second.id }));
  }
  await app.close();

  const small = makeRegister(
    join(folder, 'Small.register'),
    { largePlan: 300, plans: 0, kpis: 30 },
    join(folder, 'backups'),
  );
  const office = await appOn(small.path, folder);
  const taken = await office.caller.snapshots.take({ name: 'Board' });
  const { takenAt, hash, content } = openSnapshot(office.app.openedRegister().db, taken.id);
  const index = indexContent(content);
  const plan = index.plans.get(small.largePlanId);
  if (!plan) throw new Error('The plan is not in its own snapshot.');
  const report = await timed('plan report of 300 actions: composed', () =>
    composePlan(index, { snapshotName: 'Board', takenAt, hash }, plan, null),
  );
  const sizes: [string, number][] = [];
  sizes.push(['html', (await timed('  as a web page', () => writeHtml(report))).length]);
  sizes.push(['docx', (await timed('  as a Word document', () => writeDocx(report))).length]);
  sizes.push(['xlsx', (await timed('  as a workbook', () => writeXlsx(report))).length]);
  await timed('  as CSV', () => csvTables(report).map(({ table }) => writeCsv(table)));
  for (const [form, bytes] of sizes) say(`  ${form}`, `${Math.round(bytes / 1_000)} kB`);
  const draft = await office.caller.reports.draft({
    snapshotId: taken.id,
    planId: small.largePlanId,
    reports: [
      { report: 'plan', format: 'html' },
      { report: 'plan', format: 'docx' },
      { report: 'plan', format: 'xlsx' },
    ],
  });
  say('  an e-mail with all three', `${Math.round(Buffer.byteLength(draft.base64, 'base64') / 1_000)} kB`);
  await office.app.close();

  const rows = 50_000;
  const words = ['1.1', 'Open a toy library at the wharf', 'NB', 'By March 2011', 'On track', 'Lease agreed'];
  const big: ReportDocument = {
    ...report,
    blocks: [
      {
        kind: 'table',
        caption: 'Rows',
        sheet: 'Rows',
        rowHeader: 1,
        columns: words.map((label) => ({ label, width: 20 })),
        rows: Array.from({ length: rows }, (_, n) => ({
          kind: 'cells' as const,
          cells: words.map((word) => ({
            pieces: [{ kind: 'words' as const, runs: [{ text: `${word} ${n}` }] }],
          })),
        })),
      },
    ],
  };
  const bare = Array.from({ length: rows }, (_, n) => words.map((word) => `${word} ${n}`));
  const turns = await byTurns(3, {
    report: () => writeXlsx(big),
    bare: () => writeWorkbook({ sheets: [{ name: 'Rows', rows: [words, ...bare] }] }),
  });
  const [ours, theirs] = [median(turns.report ?? []), median(turns.bare ?? [])];
  say('workbook of 50,000 rows / bare write of the same', `${(ours / theirs).toFixed(2)} x`);
  say('', `${inMs(ours)} / ${inMs(theirs)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
