import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErrorCode, isErrorCode } from '#shared/contract/errors.ts';
import {
  billionLaughs,
  blankBomb,
  emptyStyledCells,
  externalEntity,
  goodWorkbook,
  lyingBomb,
  oleFile,
} from '../fixtures/bad-files.ts';
import { jsonOf, mainPath, type Ran, run, runProcess, start } from './command-line.ts';

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Whether a namespace with a file system of its own may be made here: root on Linux. */
function mayMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type Refusal = { error?: { code: string; message: string } };

const badFiles: [what: string, name: string, bytes: () => Uint8Array | string, code: ErrorCode | null][] = [
  ['an empty file', 'empty.xlsx', () => '', 'file-empty'],
  ['a truncated zip', 'cut.xlsx', () => goodWorkbook().subarray(0, 300), 'file-damaged'],
  ['an encrypted workbook', 'locked.xlsx', () => oleFile('EncryptedPackage'), 'file-encrypted'],
  ['an .xls of nothing but its container', 'old.xlsx', () => oleFile('Workbook'), 'file-damaged'],
  ['a part that says it is smaller than it is', 'liar.xlsx', () => lyingBomb(), null],
  ['a million rows of styled empty cells', 'rows.xlsx', () => emptyStyledCells(), null],
  ['an external entity', 'xxe.xlsx', () => externalEntity(), 'file-hostile'],
  ['a billion laughs', 'laughs.xlsx', () => billionLaughs(), 'file-hostile'],
];

describe('bad input, given to the command line', () => {
  let folder: string;
  let register: string;
  let whole: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
    register = join(folder, 'office.register');
    expect((await run('example', '--register', register)).status).toBe(0);
    whole = digest(register);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  /** Status 3, a closed code, a sentence without a stack, and the register byte for byte as it was. */
  function expectRefused(
    ran: { status: number; out: string; err: string },
    code: ErrorCode | null = null,
  ): void {
    expect(ran.status).toBe(3);
    const { error } = jsonOf<Refusal>(ran);
    expect(isErrorCode(error?.code)).toBe(true);
    if (code) expect(error?.code).toBe(code);
    expect(error?.message).toMatch(/[.!]$/);
    expect(`${error?.message}${ran.err}`).not.toMatch(/\n\s+at |node:internal|\.ts:\d/);
    expect(digest(register)).toBe(whole);
    expect(readdirSync(folder).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  }

  const importOf = (path: string): Promise<Ran> => run('import', path, '--register', register, '--json');

  it.each(badFiles)('refuses %s and leaves the register byte for byte', async (_what, name, bytes, code) => {
    expectRefused(await importOf(write(name, bytes())), code);
  });

  it('refuses 400 MB of blanks in under 1 MB, in under 2 seconds', async () => {
    const bomb = blankBomb();
    expect(bomb.length).toBeLessThan(1_000_000);
    const path = write('bomb.xlsx', bomb);
    const begun = performance.now();
    expectRefused(await importOf(path));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('refuses a folder', async () => {
    mkdirSync(join(folder, 'plans.xlsx'), { recursive: true });
    expectRefused(await importOf(join(folder, 'plans.xlsx')), 'not-a-file');
  });

  it.skipIf(process.getuid?.() !== 0)('refuses a file without permission', async () => {
    const path = write('private.xlsx', goodWorkbook());
    chmodSync(path, 0o600);
    chmodSync(folder, 0o777);
    chmodSync(register, 0o666);
    // Another officer of the machine: the register is theirs to write, the workbook not theirs to read.
    const ran = await runProcess(['import', path, '--register', register, '--json'], { uid: 65_534 });
    expectRefused(ran, 'no-permission');
  });

  it.skipIf(!mayMount())('refuses where the disk is full, with nothing half written', () => {
    const small = join(folder, 'small');
    mkdirSync(small, { recursive: true });
    const rows = Array.from(
      { length: 9_000 },
      (_, at) => `${at},Visit family ${at} at home and leave the pack,RA`,
    );
    const csv = write('large.csv', ['Ref,Action,Lead', ...rows].join('\n'));
    const script = `mount -t tmpfs -o size=4m none "${small}"
      cp "${register}" "${small}/office.register"
      set +e
      "${process.execPath}" "${mainPath}" import "${csv}" --register "${small}/office.register" --json
      echo; echo "status $?"
      sha256sum "${small}/office.register"; ls "${small}"`;
    const said = execFileSync('unshare', ['-m', 'sh', '-ec', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(said).toContain('"code":"disk-full"');
    expect(said).toContain(whole);
  });

  it('refuses a register of a newer program, another program’s database, and a damaged one', async () => {
    const csv = write('plan.csv', 'Ref,Action,Lead\n1.1,Open the room,RA\n');
    const newer = join(folder, 'newer.register');
    copyFileSync(register, newer);
    const raw = new Database(newer);
    raw.pragma('user_version = 9999');
    raw.close();
    const foreign = join(folder, 'foreign.register');
    const other = new Database(foreign);
    other.exec('CREATE TABLE birds (name TEXT)');
    other.close();
    const damaged = join(folder, 'damaged.register');
    const bytes = readFileSync(register);
    bytes.fill(0xa5, 8_192, bytes.length - 8_192);
    writeFileSync(damaged, bytes);
    for (const [path, code] of [
      [newer, 'register-newer'],
      [foreign, 'register-foreign'],
      [damaged, 'register-damaged'],
    ] as const) {
      const before = digest(path);
      const ran = await run('import', csv, '--register', path, '--json');
      expectRefused(ran, code);
      expect(digest(path)).toBe(before);
      expect(existsSync(`${path}-wal`)).toBe(false);
    }
  });

  it('refuses a register that is open elsewhere', async () => {
    const csv = write('plan.csv', 'Ref,Action,Lead\n1.1,Open the room,RA\n');
    const path = join(folder, 'shared.register');
    copyFileSync(register, path);
    const other = start(['serve', '--register', path, '--json']);
    await new Promise((resolve) => other.stdout?.once('data', resolve));
    try {
      const ran = await run('import', csv, '--register', path, '--json');
      expect(ran.status).toBe(3);
      expect(jsonOf<Refusal>(ran).error?.code).toBe('register-in-use');
    } finally {
      other.kill('SIGTERM');
      await new Promise((resolve) => other.once('close', resolve));
    }
  });
});
