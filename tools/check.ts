import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '#hosts/hosting/chromium.ts';
import { buildPageIfStale } from './build.ts';
import { findChromium } from './chromium.ts';
import { closingLine, sumOf, type Tally, type TestReport, tallyOf } from './tally.ts';

/**
 * `npm run check`: format and lint, types per layer, then all tests. `npm test`: the tests alone. Both end in
 * one plain line, "N passed, N failed", and exit with 1 where anything is wrong. Words after `--` narrow the
 * tests, as Vitest reads them: `npm test -- test/hosts`.
 */

const root = join(import.meta.dirname, '..');
const bin = (...path: string[]) => join(root, 'node_modules', ...path);
const layers = ['src-shared', 'db', 'src-main', 'src-renderer', 'test'];

/** Runs a tool of the project with the Node that runs this. */
function run(script: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) console.error(error.message);
  return status === 0;
}

function staticChecks(): number {
  console.log('Format and lint');
  let failed = run(bin('@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings', '.']) ? 0 : 1;
  for (const layer of layers) {
    console.log(`Types of ${layer}`);
    if (!run(bin('typescript', 'bin', 'tsc'), ['-p', layer])) failed += 1;
  }
  return failed;
}

/** One of Vitest's projects, counted from its own report. A run that broke without a failed test counts as one. */
function testProject(project: string, filters: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'plan-register-check-'));
  const report = join(folder, 'report.json');
  try {
    const ok = run(bin('vitest', 'vitest.mjs'), [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
    ]);
    return tallyOf(readReport(report), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): TestReport | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TestReport) : null;
}

/** That the browser is there and starts, said before an hour of tests says it worse. */
async function browserComplaint(): Promise<string | null> {
  let browser: Browser;
  try {
    browser = await findChromium();
  } catch (error) {
    return (error as Error).message;
  }
  // Edge and Chrome on Windows open a window instead of telling their version.
  if (process.platform === 'win32') return null;
  const { status, stderr, error } = spawnSync(browser.executablePath, ['--version'], {
    env: { ...process.env, ...browser.env },
    encoding: 'utf8',
  });
  if (status === 0) return null;
  return `The test browser does not start: ${(error?.message ?? stderr).trim()}`;
}

async function tests(filters: readonly string[]): Promise<Tally> {
  const complaint = await browserComplaint();
  if (complaint) {
    console.error(complaint);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (await buildPageIfStale()) console.log('Built the page');
  return sumOf(['node', 'e2e'].map((project) => testProject(project, filters)));
}

const words = process.argv.slice(2);
const onlyTests = words.includes('--tests');
const broken = onlyTests ? 0 : staticChecks();
const tested = await tests(words.filter((word) => word !== '--tests'));
if (broken > 0) console.error(`${broken} of the static checks failed; see above.`);
const tally = { ...tested, failed: tested.failed + broken };
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
