import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { showWindow } from './windows.ts';

/** The menu bar: what a window cannot do itself, and the words and keys that the system expects. */
export function setMenu(openRegisterAt: (path: string) => Promise<void>): void {
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      {
        label: '&Open register…',
        accelerator: 'CmdOrCtrl+O',
        click: () => void chooseRegister(openRegisterAt),
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
  const bar: MenuItemConstructorOptions[] = [file, { role: 'editMenu', label: '&Edit' }, view];
  if (process.platform === 'darwin') bar.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}

async function chooseRegister(openRegisterAt: (path: string) => Promise<void>): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog(showWindow(), {
    title: 'Open register',
    properties: ['openFile'],
    filters: [{ name: 'Plan registers', extensions: ['register'] }],
  });
  const [path] = filePaths;
  if (path) await openRegisterAt(path);
}
