import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const electron = join(root, 'node_modules', 'electron');
/** Written when fetching failed, so that a start does not wait in vain twice on one day. */
const failedMark = join(root, 'node_modules', '.cache', 'electron-not-fetched');
const dayMs = 24 * 3_600_000;

/** Where Electron's program is, or why it is not to be had, as a sentence. */
export type ElectronBinary = { readonly path: string } | { readonly missing: string };

/** The binary where it lies already; no attempt to fetch it. */
export function electronInPlace(): string | null {
  const pointer = join(electron, 'path.txt');
  if (!existsSync(pointer)) return null;
  const path = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'),
    readFileSync(pointer, 'utf8').trim(),
  );
  return existsSync(path) ? path : null;
}

/** The binary, fetched by Electron's own installer where that takes no longer than `patienceMs`. */
export async function findElectron(o: { patienceMs: number; again: boolean }): Promise<ElectronBinary> {
  const found = electronInPlace();
  if (found) return { path: found };
  if (!existsSync(join(electron, 'install.js')))
    return { missing: 'Electron is not among the packages installed.' };
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    return {
      missing: 'Electron is not on this machine, and ELECTRON_SKIP_BINARY_DOWNLOAD says not to fetch it.',
    };
  }
  const triedMs = existsSync(failedMark) ? statSync(failedMark).mtimeMs : 0;
  if (!o.again && Date.now() - triedMs < dayMs) {
    return {
      missing:
        'Electron is not on this machine and could not be fetched today (“npm start -- --electron” tries again).',
    };
  }
  const failed = await fetchElectron(o.patienceMs);
  const fetched = electronInPlace();
  if (fetched) {
    rmSync(failedMark, { force: true });
    return { path: fetched };
  }
  mkdirSync(dirname(failedMark), { recursive: true });
  writeFileSync(failedMark, `${failed}\n`);
  return { missing: `Electron is not on this machine and could not be fetched (${failed}).` };
}

/** Runs the installer; gives what went wrong, or an empty text. */
async function fetchElectron(patienceMs: number): Promise<string> {
  const patience = AbortSignal.timeout(patienceMs);
  const installer = spawn(process.execPath, [join(electron, 'install.js')], {
    cwd: electron,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: patience,
  });
  let complaint = '';
  installer.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  try {
    const [code] = await once(installer, 'close');
    return code === 0 ? '' : reasonIn(complaint);
  } catch {
    return patience.aborted
      ? `not there after ${Math.round(patienceMs / 1000)} seconds`
      : reasonIn(complaint);
  }
}

/** The one line of an installer's complaint that says why, without its stack and addresses. */
function reasonIn(complaint: string): string {
  const code = /\b(E[A-Z]{4,}|ERR_[A-Z_]+|HTTP Error \d+|\b[45]\d\d\b)/.exec(complaint)?.[1];
  return code ? `the download answered ${code}` : 'the download failed';
}
