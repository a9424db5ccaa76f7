import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browser, closeBrowser } from '#test/e2e/support/chromium.ts';
import { writeHostileRegister } from './hostile-register.ts';
import { allParts, readPage } from './html-page.ts';
import { pageFaults } from './in-browser.ts';
import { lookAt } from './look-at.ts';
import { exported, makeReports } from './make-reports.ts';
import { exampleSource, type Source, seedSources } from './sources.ts';
import { squashed, wordsOfPlan } from './words-of-plan.ts';

/**
 * node test/looks/run.ts DIR [--only NAME,…] [--reports NAME,…]: makes every report of the example register, of every
 * seed and of a register of hostile words in every format, opens each and looks at it by program; prints a line for each
 * kind and format, with its pages and with what is wrong. Everything stays in DIR, to be looked at by eye. Ends with 1
 * where anything is wrong.
 */
const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, reports: { type: 'string' } },
  allowPositionals: true,
});
const folder = resolve(positionals[0] ?? '');
if (positionals.length !== 1) {
  console.error('Say where to: node test/looks/run.ts DIR [--only NAME,…] [--reports NAME,…]');
  process.exit(2);
}
rmSync(join(folder, 'registers'), { recursive: true, force: true });
const hostileAt = join(folder, 'registers', 'hostile.register');
const sources = [
  await exampleSource(join(folder, 'registers')),
  ...(await seedSources(join(folder, 'registers'))),
  { name: 'hostile', register: hostileAt },
].filter(({ name }) => values.only === undefined || values.only.split(',').includes(name));
writeHostileRegister(hostileAt, join(folder, 'registers'));
let wrong = 0;
try {
  for (const source of sources) wrong += await lookOver(source);
} finally {
  await closeBrowser();
}
console.log(wrong === 0 ? 'Nothing is wrong.' : `${wrong} faults.`);
process.exitCode = wrong === 0 ? 0 : 1;

async function lookOver({ name, register }: Source): Promise<number> {
  const out = join(folder, name);
  rmSync(out, { recursive: true, force: true });
  const reports = values.reports?.split(',');
  const { made, refused } = await makeReports(register, out, reports ? { reports } : {});
  const refusals = Map.groupBy(refused, ({ report, refusal }) => `${report}: ${refusal}`);
  for (const refusal of refusals.keys()) console.log(`${name}  refused  ${refusal}`);
  let faults = 0;
  const missing = await missingWords(
    register,
    out,
    made.filter((one) => one.report === 'plan' && one.format === 'html').map(({ path }) => path),
  );
  for (const one of missing) console.log(`${name}  plan  missing: ${one}`);
  faults += missing.length;
  for (const [kind, files] of Map.groupBy(made, ({ report, format }) => `${report}  ${format}`)) {
    let pages = 0;
    const found: string[] = [];
    for (const file of files) {
      const looked = await lookAt(file);
      pages += looked.pages ?? 0;
      const opened = file.format === 'html' ? await pageFaults(await browser(), file.path) : [];
      found.push(
        ...[...looked.faults, ...opened].map((fault) => `${file.path.slice(out.length + 1)}: ${fault}`),
      );
    }
    console.log(
      `${name}  ${kind}  ${files.length} made${pages > 0 ? `, ${pages} pages` : ''}, ${found.length} faults`,
    );
    for (const fault of found.slice(0, 20)) console.log(`    ${fault}`);
    faults += found.length;
  }
  return faults;
}

/** Words of the register's plans that no plan report holds. */
async function missingWords(register: string, out: string, pages: readonly string[]): Promise<string[]> {
  // Where no plan's report was asked for, none can lack anything.
  if (pages.length === 0) return [];
  const content = await exported(register, join(out, 'register.json'));
  const told = squashed(
    pages
      .flatMap((path) =>
        allParts(readPage(readFileSync(path, 'utf8')))
          .filter(({ name }) => name === 'body')
          .map(({ text }) => text),
      )
      .join('\n'),
  );
  return content.plans.flatMap(({ id }) =>
    wordsOfPlan(content, id)
      .filter(([, text]) => !told.includes(squashed(text)))
      .map(([path, text]) => `${path} “${text.slice(0, 80)}”`),
  );
}
