import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry } from '#core/ports.ts';
import { recoverProcess, recoverWindow } from '#hosts/electron/recover.ts';

/** Electron is a port here: its events are sent, and what is asked of it is written down. */
const electron = vi.hoisted(() => ({
  app: Object.assign(new (require('node:events').EventEmitter as typeof EventEmitter)(), {
    quit: vi.fn(),
    relaunch: vi.fn(),
    exit: vi.fn(),
  }),
  dialog: { showMessageBox: vi.fn(), showErrorBox: vi.fn() },
}));
vi.mock('electron', () => electron);

let log: LogEntry[];
const teller = {
  ports: { log: (entry: LogEntry) => void log.push(entry) },
  now: () => '2014-11-24T09:00:00Z',
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  log = [];
  vi.clearAllMocks();
});

describe('a window that breaks down', () => {
  function windowThat() {
    const webContents = new EventEmitter();
    const showAgain = vi.fn();
    const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow;
    recoverWindow(window, teller, showAgain);
    const crash = (reason = 'crashed') =>
      webContents.emit('render-process-gone', {}, { reason, exitCode: 11 });
    return { webContents, showAgain, crash };
  }

  it('is shown anew, and the log says why', () => {
    const { showAgain, crash } = windowThat();
    crash('oom');
    expect(showAgain).toHaveBeenCalledOnce();
    expect(log).toMatchObject([{ level: 'fault', what: 'the window broke down', cause: 'oom, 11' }]);
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('is left alone where it only closed', () => {
    const { showAgain, crash } = windowThat();
    crash('clean-exit');
    expect(showAgain).not.toHaveBeenCalled();
    expect(log).toEqual([]);
  });

  it.each([
    ['shown again', 0, 3, 0],
    ['closed', 1, 2, 1],
  ])(
    'the third time within a minute the officer is asked, and it is %s',
    async (_what, response, shown, quits) => {
      electron.dialog.showMessageBox.mockResolvedValue({ response });
      const { showAgain, crash } = windowThat();
      crash();
      crash();
      expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
      crash();
      await settled();
      expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce();
      expect(showAgain).toHaveBeenCalledTimes(shown);
      expect(electron.app.quit).toHaveBeenCalledTimes(quits);
    },
  );

  it('that does not answer is asked about once, and not at all when it answers again', async () => {
    let answered = (_: { response: number }) => {};
    electron.dialog.showMessageBox.mockImplementation(
      (_window: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((resolve) => {
          answered = resolve;
          signal.addEventListener('abort', () => resolve({ response: 1 }));
        }),
    );
    const { webContents, showAgain } = windowThat();
    webContents.emit('unresponsive');
    webContents.emit('unresponsive');
    expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce();
    webContents.emit('responsive');
    await settled();
    expect(showAgain).not.toHaveBeenCalled();

    webContents.emit('unresponsive');
    answered({ response: 1 });
    await settled();
    expect(showAgain).toHaveBeenCalledOnce();
  });
});

describe('a fault that nothing caught', () => {
  const before = process.listeners('uncaughtException');
  afterEach(() => {
    for (const listener of process.listeners('uncaughtException'))
      if (!before.includes(listener)) process.off('uncaughtException', listener);
    vi.restoreAllMocks();
  });

  function fault(uptimeMs: number) {
    vi.spyOn(performance, 'now').mockReturnValue(uptimeMs);
    recoverProcess(teller);
    const added = process.listeners('uncaughtException').filter((listener) => !before.includes(listener));
    for (const listener of added) listener(new Error('broken'), 'uncaughtException');
  }

  it('is logged under a reference, told with it, and the program starts anew', () => {
    fault(60_000);
    const reference = log[0]?.reference ?? '-';
    expect(log).toMatchObject([{ level: 'fault', cause: expect.objectContaining({ message: 'broken' }) }]);
    expect(electron.dialog.showErrorBox.mock.calls[0]?.[1]).toContain(reference);
    expect(electron.app.relaunch).toHaveBeenCalledOnce();
    expect(electron.app.exit).toHaveBeenCalledWith(1);
  });

  it('does not start for ever a program that cannot start', () => {
    fault(2_000);
    expect(electron.app.relaunch).not.toHaveBeenCalled();
    expect(electron.app.exit).toHaveBeenCalledWith(1);
  });
});
