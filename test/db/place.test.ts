import { execFileSync, spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpFolder } from './dump.ts';
import { tempFolder } from './temp-register.ts';

/** What only another process can show: locks, and places that do not let the officer write. */

const child = new URL('./child-open.ts', import.meta.url).pathname;
const isRoot = process.getuid?.() === 0;
const mayMount = isRoot && canMount();

let place = tempFolder();
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => {
  chmodSync(place.folder, 0o700);
  place.remove();
});

function made(): string {
  const register = place.open();
  register.close();
  return register.path;
}

/** What the child says about opening, as a user without special rights where this test runs as root. */
function tryToOpen(path: string, asAnybody = false): string {
  const user = asAnybody && isRoot ? { uid: 65_534, gid: 65_534 } : {};
  return execFileSync(process.execPath, [child, path], { encoding: 'utf8', ...user }).trim();
}

describe('a register open in another process', () => {
  it('is refused until that process ends, even by being killed', async () => {
    const path = made();
    const holder = spawn(process.execPath, [child, path, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const before = dumpFolder(place.folder);
    expect(tryToOpen(path)).toBe('register-in-use');
    expect(dumpFolder(place.folder)).toEqual(before);
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    expect(tryToOpen(path)).toBe('open');
    expect(Object.keys(dumpFolder(place.folder))).toEqual(['office.register']);
  });

  it('is refused when it is open here', () => {
    const register = place.open();
    expect(tryToOpen(register.path)).toBe('register-in-use');
    register.close();
    expect(tryToOpen(register.path)).toBe('open');
  });
});

describe.skipIf(process.platform === 'win32')('a place that does not let the officer', () => {
  it('write the file is refused, with nothing touched', () => {
    const path = made();
    chmodSync(place.folder, 0o777);
    chmodSync(path, 0o444);
    const before = dumpFolder(place.folder);
    expect(tryToOpen(path, true)).toBe('register-read-only');
    expect(dumpFolder(place.folder)).toEqual(before);
  });

  it('write the folder is refused, with nothing touched', () => {
    const path = made();
    chmodSync(path, 0o666);
    chmodSync(place.folder, 0o555);
    expect(tryToOpen(path, true)).toBe('register-read-only');
    chmodSync(place.folder, 0o755);
    expect(Object.keys(dumpFolder(place.folder))).toEqual(['office.register']);
  });

  it('read the file is refused', () => {
    const path = made();
    chmodSync(place.folder, 0o777);
    chmodSync(path, 0o000);
    expect(tryToOpen(path, true)).toBe('no-permission');
  });
});

/** In a mount namespace of its own; skipped where that may not be made. */
describe.skipIf(!mayMount)('a disk', () => {
  const inNamespace = (script: string) =>
    execFileSync('unshare', ['-m', 'sh', '-ec', script], { encoding: 'utf8' }).trim().split('\n');

  it('that can only be read is refused', () => {
    const path = made();
    const folder = place.folder;
    const said = inNamespace(
      `mount --bind "${folder}" "${folder}"; mount -o remount,ro,bind "${folder}"; "${process.execPath}" "${child}" "${path}"`,
    );
    expect(said).toEqual(['register-read-only']);
  });

  it('that is full refuses the save that does not fit, and keeps every one it acknowledged', () => {
    const path = place.path('office.register');
    const [first, saved, refused, copied] = inNamespace(
      `mount -t tmpfs -o size=4m none "${place.folder}"
       "${process.execPath}" "${child}" "${path}" fill
       mkdir -p "${place.folder}.kept"; cp "${path}"* "${place.folder}.kept"; echo copied`,
    );
    expect(first).toBe('open');
    expect(refused).toBe('disk-full');
    expect(copied).toBe('copied');
    const count = Number(saved?.replace('saved ', ''));
    expect(count).toBeGreaterThan(10);
    const register = place.open(`../${place.folder.split('/').at(-1)}.kept/office.register`);
    expect(register.db.raw.prepare('SELECT count(*) FROM people').pluck().get()).toBe(count);
    register.close();
    execFileSync('rm', ['-r', `${place.folder}.kept`]);
  });
});

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('skipped: the tests of full and read-only disks need the right to mount');
    return false;
  }
}
