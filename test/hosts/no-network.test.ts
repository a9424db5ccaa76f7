import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPageIfStale } from '#tools/build.ts';
import { mainPath } from './command-line.ts';

const root = join(import.meta.dirname, '..', '..');
const watch = join(import.meta.dirname, 'network', 'watch.ts');

// Nine programs are started one after the other.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let log: string;
beforeAll(async () => {
  await buildPageIfStale();
  folder = mkdtempSync(join(tmpdir(), 'no-network-'));
  log = join(folder, 'network.log');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program under watch; what it did with the network, line by line. */
async function watched(program: string, argv: readonly string[], meanwhile?: (child: ChildProcess) => void) {
  writeFileSync(log, '');
  const child = spawn(process.execPath, ['--import', watch, program, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NETWORK_LOG: log },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  meanwhile?.(child);
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  return { status, err, did: readFileSync(log, 'utf8').split('\n').filter(Boolean) };
}

describe('the program', () => {
  it('would be seen if it went out (the watch works)', async () => {
    const { did } = await watched(join(import.meta.dirname, 'network', 'fetches.ts'), []);
    expect(did.join('\n')).toMatch(/^connect .*127\.0\.0\.1/m);
  });

  it('makes, imports, reports, drafts e-mails, backs up and checks without a word to any network', async () => {
    const register = join(folder, 'office.register');
    const table = join(folder, 'plan.csv');
    writeFileSync(
      table,
      'Ref,Action,Lead\n1.1,Open a toy library,Ann Marlow\n1.2,See https://example.org/,Bo\n',
    );
    const runs = [
      ['example', '--register', register],
      ['import', table, '--register', register],
      ['report', 'plan', '--register', register, '--out', folder, '--format', 'html,docx,xlsx,csv,eml'],
      ['backup', '--register', register, '--to', join(folder, 'backups')],
      ['check', '--register', register],
    ];
    for (const argv of runs) {
      const { status, err, did } = await watched(mainPath, argv);
      expect({ argv, status, err: status === 0 ? '' : err, did }).toEqual({
        argv,
        status: 0,
        err: '',
        did: [],
      });
    }
  });

  it('as a loopback host listens on 127.0.0.1 alone, and connects to nothing', async () => {
    const register = join(folder, 'office.register');
    const { status, did } = await watched(mainPath, ['serve', '--register', register], (child) =>
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('http://127.0.0.1')) child.kill('SIGTERM');
      }),
    );
    expect(status).toBe(0);
    expect(did.map((line) => line.replace(/"port":\d+/, '"port":0'))).toEqual([
      'listen [{"host":"127.0.0.1","port":0,"exclusive":true}]',
      // Node asks itself whether the host is an address; nothing is sent for one that is.
      expect.stringMatching(/^name \["127\.0\.0\.1"/),
    ]);
  });

  it('has no client of a network in its source', () => {
    const sources = ['db', 'src-shared', 'src-main', 'src-renderer'].flatMap((name) =>
      filesIn(join(root, name)),
    );
    expect(sources.length).toBeGreaterThan(500);
    const client =
      /from 'node:(https|http2|net|tls|dns|dns\/promises|dgram|inspector)'|\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/;
    const named = sources.filter((path) => client.test(readFileSync(path, 'utf8')));
    expect(named.map((path) => path.slice(root.length + 1))).toEqual([]);
    const http = sources.filter((path) => /from 'node:http'/.test(readFileSync(path, 'utf8')));
    expect(http.map((path) => path.slice(root.length + 1)).sort()).toEqual([
      'src-main/web/host.ts',
      'src-main/web/unreadable.ts',
    ]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
