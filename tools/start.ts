import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { parseArgs } from 'node:util';
import { dataFolderAt, defaultDataFolder } from '#hosts/hosting/data-folder.ts';
import { closeOnSignal, portOf, serve } from '#hosts/web/serve.ts';
import { AppError } from '#shared/contract/errors.ts';
import { buildElectron, buildPageIfStale } from './build.ts';
import { findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');
const usage = `npm start -- [--register FILE] [--data DIR] [--no-open] [--browser] [--electron] [--port N]

  --register FILE  open this register; it is made where it is not there
  --data DIR       keep registers and backups here instead of in your own folder
  --no-open        only print the link
  --browser        open in the browser even where Electron is there
  --electron       try again to fetch Electron
  --port N         the port of the browser's host; a free one without`;

type Wishes = ReturnType<typeof wishes>;

function wishes() {
  const { values } = parseArgs({
    options: {
      register: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      browser: { type: 'boolean' },
      electron: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  return values;
}

/** Opens the program: in Electron where it is to be had, in the browser where not. Gives the exit status. */
async function start(o: Wishes): Promise<number> {
  const started = performance.now();
  if (await buildPageIfStale()) {
    console.log(`Built the page in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
  if (!o['no-open'] && !o.browser) {
    const electron = hasScreen()
      ? await findElectron({ patienceMs: 10_000, again: o.electron ?? false })
      : { missing: 'There is no screen here for a window of its own.' };
    if ('path' in electron) return await startElectron(electron.path, o);
    console.log(
      `${electron.missing}\nPlan Register opens in the browser instead: the same program, the same register.`,
    );
  }
  return await startInBrowser(o);
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function startElectron(path: string, o: Wishes): Promise<number> {
  await buildElectron();
  const passed = [
    ...(o.register ? ['--register', resolve(o.register)] : []),
    ...(o.data ? ['--data', resolve(o.data)] : []),
  ];
  const window = spawn(path, [root, ...passed], { stdio: 'inherit' });
  const [code] = await once(window, 'close');
  return code ?? 1;
}

async function startInBrowser(o: Wishes): Promise<number> {
  const served = await serve({
    folder: o.data ? dataFolderAt(resolve(o.data)) : defaultDataFolder(),
    pageDir: join(root, 'dist', 'renderer'),
    port: portOf(o.port),
    register: o.register ? { path: resolve(o.register), create: true } : null,
  });
  closeOnSignal(served, (sentence) => console.log(sentence));
  const link = served.host.newLink();
  console.log(`\n  ${link}\n`);
  if (!o['no-open']) await openInBrowser(link);
  console.log('The link opens one browser, once, within a minute. Ctrl C closes the register.');
  const offer = offerNewLinks(() => served.host.newLink());
  await served.closed;
  offer?.close();
  return 0;
}

/** On a terminal, Enter prints a fresh link: for a browser that was closed. */
function offerNewLinks(newLink: () => string): Interface | null {
  if (!process.stdin.isTTY) return null;
  console.log('Enter gives a new link.');
  return createInterface({ input: process.stdin }).on('line', () => console.log(`\n  ${newLink()}\n`));
}

async function openInBrowser(link: string): Promise<void> {
  const [command, ...args] = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler', link],
    darwin: ['open', link],
  }[process.platform as string] ?? ['xdg-open', link];
  const opener = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  opener.unref();
  const failed = await once(opener, 'spawn').then(
    () => false,
    () => true,
  );
  if (failed) console.log('No browser could be opened from here: open the link yourself.');
}

// npm runs scripts from the project's folder; paths are meant from where the person stands.
if (process.env.INIT_CWD && resolve(process.cwd()) === resolve(root)) process.chdir(process.env.INIT_CWD);
try {
  const asked = wishes();
  if (asked.help) console.log(usage);
  else process.exitCode = await start(asked);
} catch (error) {
  const wrongUse = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  if (!(error instanceof AppError) && !wrongUse) throw error;
  console.error((error as Error).message);
  if (wrongUse) console.error(usage);
  process.exitCode = wrongUse || (error as AppError).code === 'wrong-use' ? 2 : 3;
}
