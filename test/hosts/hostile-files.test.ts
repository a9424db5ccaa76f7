import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isErrorCode } from '#shared/contract/errors.ts';
import { type BundledProgram, bundledProgram } from '../bundled-program.ts';
import { type HostileFile, namedHostileFiles } from '../fixtures/hostile-files.ts';
import { mutatedFiles } from '../fixtures/mutated-files.ts';
import { run } from './command-line.ts';

/**
 * Two hundred broken and hostile files through the whole program, one after the other in one process into one register.
 * HOSTILE_FILES=5000 gives it so many (nightly), HOSTILE_SEED other ones.
 */
const wanted = Number(process.env.HOSTILE_FILES ?? 200);
const seed = Number(process.env.HOSTILE_SEED ?? 1);
const files: readonly HostileFile[] = [
  ...namedHostileFiles,
  ...mutatedFiles(Math.max(0, wanted - namedHostileFiles.length), seed),
];

type Told = {
  readonly name: string;
  readonly status: number;
  readonly ms: number;
  readonly code: string | null;
  readonly message: string | null;
  readonly stack: boolean;
  readonly unchanged: boolean;
  readonly polluted: boolean;
};

let program: BundledProgram;
let folder: string;

beforeAll(async () => {
  // Bundled as the packaged program is: from the sources each of the two hundred workers would load them anew.
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  program = await bundledProgram(join(import.meta.dirname, '..', 'fixtures', 'import-in-turn.ts'));
  mkdirSync(join(folder, 'files'));
  for (const file of files) writeFileSync(join(folder, 'files', file.name), file.bytes());
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function importAll(register: string): Promise<{ told: Told[]; megabytes: number }> {
  const child = spawn(process.execPath, [program.script, join(folder, 'files'), register], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status, err).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told & { megabytes: number });
  return { told: lines.slice(0, -1), megabytes: lines.at(-1)?.megabytes ?? Number.NaN };
}

describe('two hundred broken and hostile files', () => {
  it(
    'are refused in words or read without harm: no crash, no hang, bounded memory, nothing half written',
    async () => {
      expect(new Set(files.map((file) => file.name)).size).toBe(Math.max(wanted, namedHostileFiles.length));
      const register = join(folder, 'office.register');
      expect((await run('example', '--register', register)).status).toBe(0);
      const { told, megabytes } = await importAll(register);
      expect(told.map((one) => one.name).sort()).toEqual(files.map((file) => file.name).sort());
      for (const one of told) {
        const what = `${one.name}: ${one.code} ${one.message}`;
        expect(one.ms, what).toBeLessThan(30_000);
        expect(one.stack || one.polluted, what).toBe(false);
        if (one.status === 0) continue;
        expect(one.status, what).toBe(3);
        expect(one.unchanged, what).toBe(true);
        expect(isErrorCode(one.code) && one.code !== 'fault', what).toBe(true);
        // What happened to which file, and what to do: sentences of a sensible length.
        expect(one.message, what).toContain(one.name);
        expect(one.message, what).toMatch(/^(In )?“.+[.!]$/s);
        expect(one.message?.length, what).toBeLessThan(420);
      }
      const read = new Map(told.map((one) => [one.name, one]));
      for (const file of files) if (file.refused) expect(read.get(file.name)?.status, file.name).toBe(3);
      // What harms nobody is read: a reader that refused everything would pass all of the above.
      expect(read.get('flat.fods')?.status).toBe(0);
      expect(read.get('prototype.xlsx')?.status).toBe(0);
      expect(read.get('script.html')?.status).toBe(0);
      expect(told.filter((one) => one.status === 0).length).toBeGreaterThan(20);
      expect(megabytes).toBeLessThan(700);
      expect((await run('check', '--register', register)).status).toBe(0);
    },
    1_800_000 + wanted * 500,
  );
});
