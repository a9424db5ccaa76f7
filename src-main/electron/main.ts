import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session } from 'electron';
import { createApp } from '#core/app.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt, defaultDataFolder } from '#hosts/hosting/data-folder.ts';
import { pageFilesOf } from '#hosts/hosting/page-files.ts';
import { AppError } from '#shared/contract/errors.ts';
import { serveCore } from './ipc.ts';
import { logFilePorts } from './log-file.ts';
import { setMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page.ts';
import { hardenProcess, hardenSession } from './security.ts';
import { reloadWindow, showWindow } from './windows.ts';

const given = commandLine(process.argv);
const folder = given.data ? dataFolderAt(resolve(given.data)) : defaultDataFolder();
// Beside the registers and not in the roaming profile, which councils copy to servers at every sign-in.
app.setPath('userData', join(folder.dataDir, 'Window'));

const core = createApp({
  host: 'electron',
  ...realWorld(),
  ...folder,
  ports: logFilePorts(join(folder.dataDir, 'Log', 'plan-register.log')),
});

hardenProcess();
declarePageScheme();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', (_event, argv) => void openAndShow(commandLine(argv).register));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => openAndShow(path));
  });
  app.on('activate', () => void showWindow());
  app.on('window-all-closed', () => app.quit());
  closeCoreBeforeQuitting();
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  hardenSession(session.defaultSession);
  servePage(session.defaultSession, pageFilesOf(join(import.meta.dirname, '..', 'renderer')));
  serveCore(core);
  setMenu(openAndShow);
  if (given.register) await openRegister(given.register);
  showWindow();
}

async function openAndShow(path: string | undefined): Promise<void> {
  if (path && (await openRegister(path))) reloadWindow();
  else showWindow();
}

/** Opens a register that was named from outside the page; says why where it cannot. */
async function openRegister(path: string): Promise<boolean> {
  try {
    await core.openPath(resolve(path));
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await dialog.showMessageBox({
      type: 'warning',
      message: 'The register was not opened',
      detail: error.message,
      buttons: ['Close'],
    });
    return false;
  }
}

/** Quitting waits for the register: the closing backup is made and the file closed. */
function closeCoreBeforeQuitting(): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const { now, ports } = core.options;
    void core
      .close()
      .catch((cause: unknown) =>
        ports.log({ at: now(), level: 'fault', what: 'closing the register', reference: null, cause }),
      )
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

/** `--register FILE`, `--data DIR`, or a file that the system opens with the program. */
function commandLine(argv: readonly string[]): { register?: string | undefined; data?: string | undefined } {
  const { values, positionals } = parseArgs({
    args: argv.slice(app.isPackaged ? 1 : 2),
    options: { register: { type: 'string' }, data: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    register: text(values.register) ?? positionals.find((word) => word.endsWith('.register')),
    data: text(values.data),
  };
}
