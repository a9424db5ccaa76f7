import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';

export type RecentRegister = { readonly name: string; open(): void };

export type MenuActs = {
  /** The window that a question stands before. */
  window(): BrowserWindow;
  openRegisterAt(path: string): Promise<void>;
  /** The registers of the office's folder, the latest first. */
  readonly recent: readonly RecentRegister[];
};

const mostRecent = 10;

/** The menu bar: what a window cannot do itself, and the words and keys that the system expects. */
export function setMenu({ window, openRegisterAt, recent }: MenuActs): void {
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      {
        label: '&Open register…',
        accelerator: 'CmdOrCtrl+O',
        click: () => void chooseRegister(window(), openRegisterAt),
      },
      {
        label: 'Open &recent',
        enabled: recent.length > 0,
        submenu: recent.slice(0, mostRecent).map(({ name, open }, index) => ({
          label: `${index < 9 ? `&${index + 1} ` : ''}${name.replaceAll('&', '&&')}`,
          click: open,
        })),
      },
      { type: 'separator' },
      { role: process.platform === 'darwin' ? 'close' : 'quit' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged
        ? []
        : [{ type: 'separator' } as const, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
    ],
  };
  // The version, which whoever tells of a fault is asked for.
  const help: MenuItemConstructorOptions = { label: '&Help', submenu: [{ role: 'about' }] };
  const bar: MenuItemConstructorOptions[] = [file, { role: 'editMenu', label: '&Edit' }, view, help];
  if (process.platform === 'darwin') bar.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}

async function chooseRegister(
  window: BrowserWindow,
  openRegisterAt: (path: string) => Promise<void>,
): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open register',
    properties: ['openFile'],
    filters: [{ name: 'Plan registers', extensions: ['register'] }],
  });
  const [path] = filePaths;
  if (path) await openRegisterAt(path);
}
