import { createHash } from 'node:crypto';
import {
  chmodSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { jsonOf, type Ran, run, runProcess } from './command-line.ts';

let folder: string;
let register: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  register = join(folder, 'office.register');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function expectRefusal(ran: Ran, status: number, code: ErrorCode): void {
  const { error } = jsonOf<{ error: { code: string; message: string } }>(ran);
  expect({ status: ran.status, code: error.code }).toEqual({ status, code });
  expect(error.message).toMatch(/^["“A-Z0-9/].*\S$/s);
  expect(ran.out + ran.err).not.toMatch(/\n\s+at |node:internal|Error:/);
}

describe('the command line, used wrongly', () => {
  it('lists its commands when asked, and when given none', async () => {
    expect(await run('help')).toMatchObject({ status: 0, out: expect.stringContaining('snapshot compare') });
    expect((await run()).status).toBe(2);
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['a half command', ['snapshot']],
    ['an unknown option', ['history', '--colour', 'red']],
    ['an option without its value', ['history', '--register']],
    ['no register', ['history']],
    ['an empty register', ['history', '--register', '']],
    ['a word too many', ['history', 'extra', '--register', 'x']],
    ['a word too few', ['snapshot', 'compare', 'one', '--register', 'x']],
    ['an import of nothing', ['import', '--register', 'x']],
    ['a snapshot without a name', ['snapshot', 'take', '--register', 'x']],
    ['an unknown report', ['report', 'gossip', '--register', 'x', '--format', 'html', '--out', 'y']],
    [
      'an unknown format',
      ['report', 'plan', '--register', 'x', '--format', 'html,wordperfect', '--out', 'y'],
    ],
    [
      'a meeting for a report of none',
      ['report', 'plan', '--register', 'x', '--meeting', 'm', '--format', 'html', '--out', 'y'],
    ],
    ['a report to nowhere', ['report', 'plan', '--register', 'x', '--format', 'html']],
    ['a legend without a state', ['import', 'f.xlsx', '--register', 'x', '--legend', '#00B050']],
    ['a legend with an unknown state', ['import', 'f.xlsx', '--register', 'x', '--legend', '#00B050=green']],
    ['a round without a name', ['round', 'open', '--register', 'x', '--out', 'y']],
    [
      'a round that is due on no day',
      ['round', 'open', '--register', 'x', '--name', 'Q3', '--out', 'y', '--due', 'soon'],
    ],
    ['a merge of nothing', ['round', 'merge', '--register', 'x']],
    ['a port that is none', ['serve', '--register', 'x', '--port', '99999']],
  ])('says so for %s, and exits with 2', async (_what, argv) => {
    expectRefusal(await run(...argv, '--json'), 2, 'wrong-use');
    expect(existsSync('x')).toBe(false);
  });

  it('puts the sentence on stderr and nothing on stdout without --json', async () => {
    const ran = await run('history', '--register', register);
    expect(ran).toMatchObject({ status: 3, out: '' });
    expect(ran.err).toMatch(/^There is no register at .*\n$/);
  });
});

describe('the command line, refused', () => {
  it.each([['history'], ['undo'], ['redo'], ['export'], ['check'], ['snapshot', 'list']])(
    'makes no register for a command that only reads or takes back: %s %s',
    async (...argv) => {
      expectRefusal(await run(...argv.filter(Boolean), '--register', register, '--json'), 3, 'not-found');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('takes a folder, a missing file and a huge one for what they are, before any register is made', async () => {
    mkdirSync(join(folder, 'plans.xlsx'));
    const importOf = (path: string) => run('import', path, '--register', register, '--json');
    expectRefusal(await importOf(join(folder, 'plans.xlsx')), 3, 'not-a-file');
    expectRefusal(await importOf(join(folder, 'none.xlsx')), 3, 'not-found');
    expectRefusal(await importOf(join(folder, 'plans.xlsx', 'none.xlsx')), 3, 'not-found');
    expectRefusal(await importOf(write('huge.xlsx', Buffer.alloc(26 * 1024 * 1024))), 3, 'file-too-large');
    expect(existsSync(register)).toBe(false);
  });

  it('takes away a register that it made for an import which was then refused', async () => {
    expectRefusal(
      await run('import', write('empty.xlsx', ''), '--register', register, '--json'),
      3,
      'file-empty',
    );
    expect(readdirSync(folder)).toEqual(['empty.xlsx']);
  });

  it.each([
    ['an empty file', 'empty.csv', '', 'file-empty'],
    ['a workbook cut off', 'cut.xlsx', Buffer.from('504b0304140000000800', 'hex'), 'file-damaged'],
    [
      'an old workbook under a new name',
      'old.xlsx',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(3_000, '0'), 'hex'),
      null,
    ],
  ] as const)('leaves a register byte for byte as it was when given %s', async (_what, name, bytes, code) => {
    expect((await run('snapshot', 'take', '--register', register, '--name', 'One', '--json')).status).toBe(0);
    const before = digest(register);
    const ran = await run('import', write(name, bytes), '--register', register, '--json');
    expect(ran.status).toBe(3);
    if (code) expectRefusal(ran, 3, code);
    expect(digest(register)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual([name, 'office.register'].sort());
  });

  it('names the reason for another program’s file, and leaves it alone', async () => {
    const path = write('letter.register', 'Dear Ms Whitlock');
    const before = digest(path);
    const ran = await run('export', '--register', path, '--json');
    expect(ran.status).toBe(3);
    expect(jsonOf<{ error: { code: string } }>(ran).error.code).toMatch(/^register-(foreign|damaged)$/);
    expect(digest(path)).toBe(before);
  });

  it('says that there is nothing to undo', async () => {
    await run('snapshot', 'take', '--register', register, '--name', 'One');
    expectRefusal(await run('undo', '--register', register, '--json'), 3, 'not-possible');
  });

  it('names a snapshot that is not there, and one whose name two bear', async () => {
    await run('snapshot', 'take', '--register', register, '--name', 'One');
    await run('snapshot', 'take', '--register', register, '--name', 'One');
    const compare = (a: string) => run('snapshot', 'compare', a, 'now', '--register', register, '--json');
    expectRefusal(await compare('Two'), 3, 'not-found');
    expectRefusal(await compare('One'), 3, 'not-found');
  });

  it('overwrites nothing when restoring', async () => {
    await run('snapshot', 'take', '--register', register, '--name', 'One');
    const made = jsonOf<{ file: string }>(
      await run('backup', '--register', register, '--to', join(folder, 'safe'), '--json'),
    );
    const before = digest(register);
    expectRefusal(await run('restore', made.file, '--to', register, '--json'), 3, 'not-possible');
    expect(digest(register)).toBe(before);
  });

  // Root may read everything, so the test needs somebody else to be: nobody, where root runs it.
  it.skipIf(process.platform === 'win32')('says that it may not read or write', async () => {
    const root = process.getuid?.() === 0;
    const secret = write('secret.csv', 'Ref,Action\n1,Write');
    chmodSync(secret, 0o000);
    chmodSync(folder, 0o755);
    try {
      const ran = root
        ? await runProcess(['import', secret, '--register', register, '--json'], { uid: 65_534 })
        : await run('import', secret, '--register', register, '--json');
      // Where the checkout itself lies in a private folder, nobody cannot even start the program.
      if (root && /EACCES|MODULE_NOT_FOUND|ERR_MODULE/.test(ran.err)) return;
      expectRefusal(ran, 3, 'no-permission');
    } finally {
      chmodSync(secret, 0o600);
    }
  });

  it('gives the same as a process: status, JSON, and no stack', async () => {
    const ran = await runProcess(['history', '--register', register, '--json']);
    expectRefusal(ran, 3, 'not-found');
    expect(ran.err).toBe('');
    expect((await runProcess(['nonsense'])).status).toBe(2);
  });
});
