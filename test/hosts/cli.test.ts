import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportResult } from '#shared/contract/imports.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { buildPageIfStale } from '#tools/build.ts';
import { jsonOf, run, start } from './command-line.ts';

let folder: string;
let register: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  register = join(folder, 'office.register');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (...argv: string[]) => run(...argv, '--register', register, '--json');
const exported = async (path = register) =>
  RegisterJson.parse(jsonOf(await run('export', '--register', path, '--json')));

const table = [
  'Ref,Action,Lead,Timescale,Status',
  '1.1,Open a toy library in each centre,Ann Marlow,By March 2010,On track',
  '1.2,Train twelve childminders,Ben Okoro,Ongoing,Not started',
  '1.3,Map the crèche places,Ann Marlow,September 2009,Complete',
].join('\n');

/** One story in order, as a person with a script would do it. */
describe('the command line', () => {
  it('says what an import would do without doing it', async () => {
    const file = join(folder, 'actions.csv');
    writeFileSync(file, table);
    const dry = await at('import', file, '--year', '2009-10', '--dry-run');
    expect(dry.status, dry.out).toBe(0);
    const result = jsonOf<{ importId: null; added: Record<string, number> }>(dry);
    expect(result.importId).toBeNull();
    expect(result.added.actions).toBe(3);
    expect(readdirSync(folder)).toEqual(['actions.csv']);
  });

  it('imports, and gives the reconciliation in the form of the contract', async () => {
    const ran = await at('import', join(folder, 'actions.csv'), '--year', '2009-10');
    expect(ran.status, ran.out).toBe(0);
    const result = ImportResult.parse(jsonOf(ran));
    expect(result.files[0]?.reconciliation).toEqual({ cells: 20, placed: 20, tray: 0, lost: 0 });
    expect(ran.err).not.toBe('');
    const { actions, plans, imports } = await exported();
    expect(actions.map((action) => action.text)).toEqual([
      'Open a toy library in each centre',
      'Train twelve childminders',
      'Map the crèche places',
    ]);
    expect(plans.length).toBe(1);
    expect(imports[0]?.id).toBe(result.importId);
  });

  it('lists history, takes the import back in one step and does it again', async () => {
    const before = await exported();
    const sets = jsonOf<{ kind: string; state: string }[]>(await at('history'));
    expect(sets[0]).toMatchObject({ kind: 'import', state: 'done' });
    expect((await at('undo')).status).toBe(0);
    expect((await exported()).actions).toEqual([]);
    expect((await at('redo')).status).toBe(0);
    expect(await exported()).toEqual(before);
  });

  it('takes snapshots, lists them and compares by id, by name and with now', async () => {
    const first = jsonOf<{ id: string; hash: string }>(await at('snapshot', 'take', '--name', 'October'));
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    await at('snapshot', 'take', '--name', 'January');
    const all = jsonOf<{ name: string }[]>(await at('snapshot', 'list'));
    expect(all.map((snapshot) => snapshot.name).sort()).toEqual(['January', 'October']);
    expect(jsonOf(await at('snapshot', 'compare', first.id, 'January'))).toEqual([]);
    expect(jsonOf(await at('snapshot', 'compare', 'October', 'now'))).toEqual([]);
  });

  it('writes reports of one snapshot and an e-mail draft that carries them', async () => {
    const out = join(folder, 'reports');
    const ran = await at('report', 'plan', '--format', 'html,xlsx,eml', '--out', out);
    expect(ran.status, ran.out).toBe(0);
    const { files } = jsonOf<{ files: { path: string; mime: string }[] }>(ran);
    expect(files.length).toBe(3);
    expect(readdirSync(out).length).toBe(3);
    const [html = '', , eml = ''] = files.map((file) => readFileSync(file.path, 'utf8'));
    expect(html).toContain('Open a toy library in each centre');
    expect(eml).toMatch(/^X-Unsent: 1$/m);
    expect((await at('report', 'exceptions', '--format', 'html', '--out', out)).status).toBe(0);
  });

  it('backs up to a folder, restores to a new register, and the two say the same', async () => {
    const made = jsonOf<{ file: string; verdict: string }>(await at('backup', '--to', join(folder, 'safe')));
    expect(made.verdict).toBe('good');
    expect(existsSync(made.file)).toBe(true);
    const copy = join(folder, 'new laptop', 'office.register');
    expect((await run('restore', made.file, '--to', copy, '--json')).status).toBe(0);
    expect(await exported(copy)).toEqual(await exported());
  });

  it('finds a sound register sound', async () => {
    const ran = await at('check');
    expect(ran.status, ran.out).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ sound: true, findings: [] });
  });

  it('exports to a file', async () => {
    const out = join(folder, 'register.json');
    expect((await at('export', '--out', out)).status).toBe(0);
    expect(RegisterJson.parse(JSON.parse(readFileSync(out, 'utf8')))).toEqual(await exported());
  });

  it('writes the example register', async () => {
    const path = join(folder, 'example.register');
    const ran = await run('example', '--register', path, '--json');
    expect(ran.status, ran.out).toBe(0);
    const { plans, actions, kpis } = await exported(path);
    expect(plans.length).toBeGreaterThanOrEqual(4);
    expect(actions.length).toBeGreaterThanOrEqual(120);
    expect(kpis.length).toBeGreaterThanOrEqual(30);
    expect((await run('example', '--register', path, '--json')).status).toBe(3);
  });

  it('serves the register, prints its link, and closes on a signal', async () => {
    await buildPageIfStale();
    const served = start(['serve', '--register', register, '--json']);
    const [first] = (await once(served.stdout?.setEncoding('utf8') ?? served, 'data')) as [string];
    const { url } = JSON.parse(first) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}$/);
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    expect((await at('history')).out).toContain('register-in-use');
    served.kill('SIGTERM');
    const [code] = await once(served, 'close');
    expect(code).toBe(0);
    expect((await at('history')).status).toBe(0);
  });
});
