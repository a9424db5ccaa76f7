import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session } from 'electron';
import { createApp } from '#core/app.ts';
import { registersIn } from '#core/register/folder.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import { dataFolderAt, defaultDataFolder } from '#hosts/hosting/data-folder.ts';
import { logFilePorts } from '#hosts/hosting/log-file.ts';
import { pageFilesOf } from '#hosts/hosting/page-files.ts';
import { AppError } from '#shared/contract/errors.ts';
import { serveCore } from './ipc.ts';
import { type RecentRegister, setMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page.ts';
import { printPdf } from './print.ts';
import { recoverProcess } from './recover.ts';
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
  ports: { ...logFilePorts(join(folder.dataDir, 'Log', 'plan-register.log')), printPdf, chooseFolder },
});

const teller = core.options;

recoverProcess(teller);
hardenProcess();
declarePageScheme();
// The name under which Windows keeps the program's window, jump list and shortcut together: appId of electron-builder.yml.
app.setAppUserModelId('org.plan-register.desktop');

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', (_event, argv) => {
    const { register, create } = commandLine(argv);
    void openAndShow(register, create);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => openAndShow(path));
  });
  app.on('activate', () => void showWindow(teller));
  app.on('browser-window-focus', refreshMenu);
  app.on('window-all-closed', () => app.quit());
  closeCoreBeforeQuitting();
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  hardenSession(session.defaultSession);
  servePage(session.defaultSession, pageFilesOf(join(import.meta.dirname, '..', 'renderer')));
  serveCore(core);
  refreshMenu();
  if (given.register) await openRegister(given.register, given.create);
  showWindow(teller);
}

/** The menu lists the registers as they now are: made anew whenever the officer comes back to the window. */
function refreshMenu(): void {
  setMenu({
    window: () => showWindow(teller),
    openRegisterAt: (path) => openAndShow(path),
    recent: recentRegisters(),
  });
}

function recentRegisters(): RecentRegister[] {
  try {
    return registersIn(folder.dataDir).map(({ id, name }) => ({
      name,
      open: () => void openAndShow(join(folder.dataDir, id)),
    }));
  } catch (error) {
    // The folder cannot be read: the start screen says so, and the menu stands without its list.
    if (error instanceof AppError) return [];
    throw error;
  }
}

async function openAndShow(path: string | undefined, create = false): Promise<void> {
  if (path && (await openRegister(path, create))) reloadWindow(teller);
  else showWindow(teller);
}

/**
 * Opens a register that was named from outside the page; says why where it cannot. Whether the page has something new to
 * show: the register, or the screen of its own for one that is damaged.
 */
async function openRegister(path: string, create: boolean): Promise<boolean> {
  try {
    await core.openPath(resolve(path), { create });
    app.addRecentDocument(resolve(path));
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (core.failed) return true;
    await dialog.showMessageBox({
      type: 'warning',
      message: 'The register was not opened',
      detail: error.message,
      buttons: ['Close'],
    });
    return false;
  }
}

/** The system's own window to choose a folder: a second place for backups. */
async function chooseFolder(title: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(showWindow(teller), {
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
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

type CommandLine = {
  readonly register?: string | undefined;
  readonly create: boolean;
  readonly data?: string | undefined;
};

/** `--register FILE` (made where it is not there), `--data DIR`, or a file that the system opens with the program. */
function commandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: argv.slice(app.isPackaged ? 1 : 2),
    options: { register: { type: 'string' }, data: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const named = text(values.register);
  return {
    register: named ?? positionals.find((word) => word.endsWith('.register')),
    create: named !== undefined,
    data: text(values.data),
  };
}
