import { BrowserWindow } from 'electron';
import { pageOrigin } from './page.ts';
import { layReady } from './print-pages.ts';

/**
 * Prints a self-contained page as PDF in a window that is never shown: tagged, with bookmarks, on the paper the page
 * names. The window has no scripts, no preload and so no way to the core.
 */
export async function printPdf(page: string): Promise<Uint8Array> {
  const { pathname, takeBack } = layReady(page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(`${pageOrigin}${pathname}`);
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
  } finally {
    takeBack();
    window.destroy();
  }
}
