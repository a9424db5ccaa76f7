import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PlaceFacts, type PlaceKind, placeKindOf } from '#shared/domain/place-kind.ts';

/** What kind of place a folder is on this machine. What the machine does not tell is left open, never guessed. */
export async function placeOf(folder: string): Promise<PlaceKind> {
  const real = realFolder(folder);
  const { platform, env } = process;
  const mount = platform === 'linux' ? linuxMount(real) : null;
  const drive = platform === 'win32' ? await windowsDrive(real) : null;
  const facts: PlaceFacts = {
    platform,
    folder: real,
    env,
    marks: marksAbove(real),
    fileSystem: mount?.fileSystem ?? (drive === 'network' ? 'cifs' : ''),
    removable: mount ? mount.removable : drive === 'removable' ? true : drive === 'fixed' ? false : null,
  };
  return placeKindOf(facts);
}

/** Mapped and substituted drives and links are followed: Windows then gives the share's own name. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    // What cannot be followed is judged by its name.
    return folder;
  }
}

/** Names in the folder and in those above it. Services look after whole trees, and leave their marks at the top. */
function marksAbove(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    try {
      found.push(...readdirSync(at).filter((name) => name.startsWith('.')));
    } catch {
      // A folder above that may not be listed says nothing; the officer's own can be.
    }
    if (dirname(at) === at) return found;
  }
}

type Mount = { readonly fileSystem: string; readonly removable: boolean | null };

function linuxMount(folder: string): Mount | null {
  try {
    return mountIn(readFileSync('/proc/self/mountinfo', 'utf8'), folder, removableDevice);
  } catch {
    // No such list on this system: nothing is known of the disk.
    return null;
  }
}

/** The mount that holds a folder, from the text of mountinfo (proc(5)): the one with the longest path, the last if several. */
export function mountIn(
  text: string,
  folder: string,
  isRemovable: (device: string) => boolean | null,
): Mount | null {
  let best: { point: string; device: string; fileSystem: string } | null = null;
  for (const line of text.split('\n')) {
    const [left = '', right = ''] = line.split(' - ');
    const [, , device = '', , rawPoint = ''] = left.split(' ');
    const point = rawPoint.replace(/\\(\d{3})/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    );
    const holds = point === '/' || folder === point || folder.startsWith(`${point}/`);
    if (point !== '' && holds && point.length >= (best?.point.length ?? 0)) {
      best = { point, device, fileSystem: right.split(' ')[0] ?? '' };
    }
  }
  if (!best) return null;
  const byName = /^\/(media|run\/media)\//.test(best.point) ? true : null;
  return { fileSystem: best.fileSystem, removable: isRemovable(best.device) || byName };
}

/** What the kernel says of the disk that a partition is on: https://docs.kernel.org/admin-guide/abi-stable.html */
function removableDevice(device: string): boolean | null {
  for (const place of ['', '..']) {
    try {
      return readFileSync(join('/sys/dev/block', device, place, 'removable'), 'utf8').trim() === '1';
    } catch {
      // A partition has no such file; its disk, one above, has.
    }
  }
  return null;
}

/**
 * The kind of a drive of Windows as `fsutil fsinfo drivetype C:` tells it, which needs no rights. Its words follow the
 * language of Windows; what is not English says nothing. Unproved on a real machine: no more depends on it than a warning.
 */
function windowsDrive(folder: string): Promise<'network' | 'removable' | 'fixed' | null> {
  const letter = /^[a-z]:/i.exec(folder)?.[0];
  if (!letter) return Promise.resolve(null);
  return new Promise((resolve) => {
    const o = { timeout: 3_000, windowsHide: true };
    execFile('fsutil.exe', ['fsinfo', 'drivetype', letter], o, (error, said) => {
      if (error) resolve(null);
      else if (/network|remote/i.test(said)) resolve('network');
      else if (/removable/i.test(said)) resolve('removable');
      else resolve(/fixed/i.test(said) ? 'fixed' : null);
    });
  });
}
