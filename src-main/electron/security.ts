import { app, dialog, type Session, shell, type WebContents } from 'electron';
import { isOwnPage, pageScheme } from './page.ts';

/**
 * Electron's security checklist (its documentation, "Security", 20 points) as far as it is done in code; the
 * rest is in windows.ts (web preferences), page.ts (scheme and policy), ipc.ts (senders) and
 * electron-builder.yml (fuses). test/electron/security.test.ts goes through all twenty.
 */

/** Every renderer runs in the operating system's sandbox, whatever a window asks for. */
export function hardenProcess(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** Nothing is permitted but putting text on the clipboard, and nothing is loaded from anywhere but the program. */
export function hardenSession(session: Session): void {
  const permitted = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && isOwnPage(address);
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(permitted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => permitted(permission, `${origin}/`));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);

  const inside = [`${pageScheme}:`, 'data:', 'blob:', 'devtools:'];
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !inside.includes(new URL(details.url).protocol) }),
  );
  // What is saved was made by the page itself; Electron asks where to.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault();
  });
}

/** A window shows the page and nothing else, ever: it cannot be led elsewhere, framed or multiplied. */
function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
}

/** A web or mail address of the register's own text opens in the officer's browser, when the officer agrees. */
async function openOutside(address: string): Promise<void> {
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'mailto:') return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this address outside Plan Register?',
    detail: url.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(url.href);
}
