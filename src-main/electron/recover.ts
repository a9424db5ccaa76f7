import { randomUUID } from 'node:crypto';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Ports } from '#core/ports.ts';

/** Where faults are told, and the time they are told with. */
export type Teller = { readonly ports: Ports; now(): string };

const minuteMs = 60_000;
const mostCrashes = 3;

/**
 * A window that broke down is shown anew: the page holds nothing that the core does not, and every entry is saved as
 * it is left. One that breaks down three times within a minute is not tried for ever; the officer is asked.
 */
export function recoverWindow(window: BrowserWindow, teller: Teller, showAgain: () => void): void {
  let crashes: number[] = [];
  const { webContents } = window;

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    tell(teller, 'the window broke down', `${reason}, ${exitCode}`);
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < minuteMs), now];
    if (crashes.length < mostCrashes) return showAgain();
    void askAfterCrashes(window).then((again) => (again ? showAgain() : app.quit()));
  });

  let asking: AbortController | null = null;
  webContents.on('unresponsive', () => {
    if (asking) return;
    tell(teller, 'the window does not answer', null);
    const asked = new AbortController();
    asking = asked;
    void askWhetherToWait(window, asked.signal)
      .then((wait) => {
        if (!wait && !asked.signal.aborted) showAgain();
      })
      .finally(() => {
        asking = null;
      });
  });
  // It came back by itself: nothing is left to ask.
  webContents.on('responsive', () => asking?.abort());
}

async function askAfterCrashes(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window broke down several times',
    detail:
      'Everything you entered and left is saved in the register. Show the window again, or close Plan Register and open it later.',
    buttons: ['Show the window again', 'Close Plan Register'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}

async function askWhetherToWait(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'The window does not answer',
    detail:
      'Everything you entered and left is saved. What stands in a cell or a form still open would be lost.',
    buttons: ['Wait', 'Show the window again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 0;
}

/** So soon after the start a new start would meet the same fault. */
const startMs = 15_000;

/**
 * A fault that nothing caught leaves the core in a state that nobody knows: the program says so and starts anew. The
 * register is not touched on the way out; what was saved is on the disk, and what was half done is rolled back by
 * the next opening.
 */
export function recoverProcess(teller: Teller): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    tell(teller, 'a helping process broke down', `${type}, ${reason}, ${exitCode}`),
  );
  let ending = false;
  process.on('uncaughtException', (cause) => {
    const reference = tell(teller, 'a fault that nothing caught', cause);
    if (ending) return;
    ending = true;
    dialog.showErrorBox(
      'Plan Register has to start again',
      `It met a fault of its own. What you saved is in the register. The log tells more under ${reference}.`,
    );
    if (performance.now() > startMs) app.relaunch();
    app.exit(1);
  });
}

function tell({ ports, now }: Teller, what: string, cause: unknown): string {
  const reference = randomUUID().slice(0, 8);
  ports.log({ at: now(), level: 'fault', what, reference, cause });
  return reference;
}
