import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { pageOrigin } from './page.ts';
import { recoverWindow, type Teller } from './recover.ts';

let window: BrowserWindow | null = null;

/** The one window: opened, or brought to the front where it is open. */
export function showWindow(teller: Teller): BrowserWindow {
  if (window) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return window;
  }
  const opened = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Plan Register',
    // The page's own ground (tokens: paper), so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  opened.once('ready-to-show', () => opened.show());
  opened.once('closed', () => {
    window = null;
  });
  recoverWindow(opened, teller, () => reloadWindow(teller));
  void opened.loadURL(`${pageOrigin}/`);
  window = opened;
  return opened;
}

/** Shows the page anew: after another register was opened beneath it, or after it broke down. */
export function reloadWindow(teller: Teller): void {
  void showWindow(teller).loadURL(`${pageOrigin}/`);
}
