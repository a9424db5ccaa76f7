import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, run } from './command-line.ts';

let folder: string;
let register: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-held-'));
  register = join(folder, 'example.register');
  expect((await run('example', '--register', register)).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('held, from the command line', () => {
  it('tells in numbers what is held on a person, and in full as a file without the name in its own', async () => {
    const out = join(folder, 'out');
    const ran = await run(
      ...['held', 'hal brandreth', '--register', register],
      ...['--format', 'html', '--out', out, '--json'],
    );
    expect(ran.status, ran.out).toBe(0);
    const { now, pointing, files } = jsonOf<{ now: number; pointing: unknown[]; files: string[] }>(ran);
    expect(now).toBeGreaterThan(5);
    expect(pointing.length).toBeGreaterThan(1);
    expect(files[0]).not.toContain('Brandreth');
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain('Hal Brandreth');
  });

  it('refuses nobody, and a form that there is not, and changes nothing', async () => {
    const before = readFileSync(register);
    const nobody = await run('held', 'Nobody Here', '--register', register, '--json');
    expect(nobody.status).toBe(3);
    expect(nobody.out).toContain('Nobody is called');
    const form = await run(
      ...['held', 'Hal Brandreth', '--register', register],
      ...['--format', 'rtf', '--out', join(folder, 'x')],
    );
    expect(form.status).toBe(2);
    expect(readFileSync(register).equals(before)).toBe(true);
  });
});
