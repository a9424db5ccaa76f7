import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';

/** A browser to drive: where it is, how to start it, and what its environment must hold. */
export type Browser = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const root = join(import.meta.dirname, '..', '..');

/**
 * Finds a Chromium: CHROMIUM_PATH where set, else an installed Edge, Chrome or Chromium, else the one that npm brings
 * to a checkout on Linux x64. Tests take that one first (`packedFirst`), so that they see the same browser everywhere.
 * Null where there is none; throws a sentence where CHROMIUM_PATH names nothing.
 */
export async function findBrowser(o: { packedFirst?: boolean } = {}): Promise<Browser | null> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) {
      throw new AppError('not-possible', `CHROMIUM_PATH names ${named}, which is not there.`);
    }
    return { executablePath: named, args: headlessArgs(), env: {} };
  }
  const packed = () => (hasPacked() ? unpackedChromium(packedAt) : null);
  if (o.packedFirst && hasPacked()) return packed();
  const installed = installedBrowsers().find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: headlessArgs(), env: {} };
  return packed();
}

const packedAt = join(root, 'node_modules', '@sparticuz', 'chromium');

const hasPacked = () =>
  process.platform === 'linux' && process.arch === 'x64' && existsSync(join(packedAt, 'bin', 'chromium.br'));

/** Nothing of Chromium's own talks to a network; only what is asked for is loaded. */
function headlessArgs(): string[] {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--no-pings',
    '--font-render-hinting=none',
    '--lang=en-GB',
  ];
  // Chromium refuses its sandbox to root; containers that run as somebody else seldom offer one either.
  if (process.platform === 'linux' && (process.getuid?.() === 0 || process.env.CI)) args.push('--no-sandbox');
  return args;
}

function installedBrowsers(): string[] {
  if (process.platform === 'win32') {
    const places = [process.env['ProgramFiles(x86)'], process.env.ProgramFiles, process.env.LOCALAPPDATA];
    return places
      .filter((place): place is string => Boolean(place))
      .flatMap((place) => [
        join(place, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(place, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      ]);
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  );
}

/**
 * The packed Chromium, unpacked once per version under node_modules/.cache. Unpacking goes to a folder of its
 * own that is renamed when complete, so an interrupted or simultaneous run never leaves half a browser.
 */
async function unpackedChromium(packed: string): Promise<Browser> {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) {
    mkdirSync(cache, { recursive: true });
    const part = mkdtempSync(join(cache, 'chromium-part-'));
    try {
      const bin = join(packed, 'bin');
      await Promise.all([
        pipeline(
          createReadStream(join(bin, 'chromium.br')),
          createBrotliDecompress(),
          createWriteStream(join(part, 'chromium'), { mode: 0o755 }),
        ),
        unpackTar(join(bin, 'al2023.tar.br'), part),
        unpackTar(join(bin, 'swiftshader.tar.br'), part),
        unpackTar(join(bin, 'fonts.tar.br'), part),
      ]);
      renameOrYield(part, home);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }
  writeFileSync(join(home, 'fonts.conf'), fontConfiguration(home));
  return {
    executablePath: join(home, 'chromium'),
    args: headlessArgs(),
    env: {
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      // Fontconfig writes its cache below the home folder, which need not exist.
      XDG_CACHE_HOME: join(home, 'cache'),
    },
  };
}

/**
 * The archives are plain tar under brotli; tar itself is part of every Debian. It is given a file and not a pipe: tar
 * stops reading at the end of the archive, and what still came down a pipe would then break it.
 */
async function unpackTar(archive: string, into: string): Promise<void> {
  const plain = join(into, `${basename(archive)}.plain`);
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain));
  const tar = spawn('tar', ['-x', '-f', plain, '-C', into], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(tar, 'close');
  if (code !== 0) throw new Error(`tar could not unpack ${archive} (exit status ${code}).`);
  rmSync(plain);
}

/** Another run may have unpacked the same version meanwhile: then its copy serves. */
function renameOrYield(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'chromium'))) throw error;
  }
}

/**
 * Only the font that comes along, Open Sans, whose shapes are those of Segoe UI: a page then looks the same on
 * every machine. With the machine's own fonts beside it, a bold system-ui may come out in any of them.
 */
function fontConfiguration(home: string): string {
  const standIn = (family: string) => `
  <alias binding="same">
    <family>${family}</family>
    <prefer><family>Open Sans</family></prefer>
  </alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/cache/fontconfig</cachedir>${['Segoe UI', 'system-ui', 'sans-serif'].map(standIn).join('')}
</fontconfig>
`;
}
