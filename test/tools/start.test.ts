import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPageIfStale } from '#tools/build.ts';

const root = join(import.meta.dirname, '..', '..');
let data: string;
let started: ChildProcess | null = null;

beforeEach(async () => {
  await buildPageIfStale();
  data = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  started?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** `npm start -- …` without npm; gives what it printed until it says that it is ready, or ends. */
async function start(
  ...argv: string[]
): Promise<{ program: ChildProcess; text: string; status: number | null }> {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', INIT_CWD: '' };
  const program = spawn(process.execPath, ['--import', './tools/node-check.js', 'tools/start.ts', ...argv], {
    cwd: root,
    env,
  });
  started = program;
  let text = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('Ctrl C')) resolve();
      });
    }
  });
  const ended = once(program, 'close').then(([code]) => code as number);
  const status = await Promise.race([ready.then(() => null), ended]);
  return { program, text, status };
}

describe('npm start', () => {
  it('prints a link that opens the page, and closes the register on Ctrl C', async () => {
    const register = join(data, 'office.register');
    const { program, text } = await start('--no-open', '--data', data, '--register', register);
    const link = /http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}/.exec(text)?.[0] ?? '';
    expect(await (await fetch(link)).text()).toContain('<title>Plan Register</title>');
    program.kill('SIGINT');
    expect((await once(program, 'close'))[0]).toBe(0);
    expect(readdirSync(data)).toContain('office.register');
    expect(readdirSync(data).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  it('says in a sentence what is wrong with what it was given', async () => {
    for (const [argv, status, words] of [
      [['--port', 'abc'], 2, '“abc” is no port.'],
      [['--colour'], 2, "Unknown option '--colour'"],
      [['--register', root], 3, root.split('/').at(-1) ?? ''],
    ] as const) {
      const ran = await start('--no-open', '--data', data, ...argv);
      expect(ran.status, ran.text).toBe(status);
      expect(ran.text).toContain(words);
      expect(ran.text).not.toMatch(/\n\s+at /);
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'says plainly that there is no screen for Electron, and goes on',
    async () => {
      const { text } = await start('--data', data);
      expect(text).toContain('There is no screen here for a window of its own.');
      expect(text).toMatch(/opens in the browser instead[\s\S]*#token=/);
    },
  );
});
