import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Browser } from './chromium.ts';

/** A browser driven over two pipes of its own process: no port is opened for anybody else to find. */
export type Driven = {
  /** Asks for one thing (Chrome DevTools Protocol) and waits for the answer; throws what the browser answers instead. */
  ask(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  /** Waits for the next event of this name. */
  next(event: string): Promise<void>;
  /** Ends the browser and waits until it has gone. */
  end(): Promise<void>;
};

type Message = {
  id?: number;
  method?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
};

/** Starts a browser unseen. Every wait ends when the browser does, with what it said last. */
export function driveBrowser(browser: Browser, args: readonly string[]): Driven {
  const child = spawn(
    browser.executablePath,
    [...browser.args, ...args, '--headless', '--remote-debugging-pipe', 'about:blank'],
    {
      env: { ...process.env, ...browser.env },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    },
  );
  const [, , stderr, toBrowser, fromBrowser] = child.stdio as [null, null, Readable, Writable, Readable];
  const waiting = new Map<
    number,
    { done(result: Record<string, unknown>): void; failed(cause: Error): void }
  >();
  const watchers: { event: string; done(): void; failed(cause: Error): void }[] = [];
  let gone: Error | null = null;
  let said = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });

  const fail = (cause: Error) => {
    gone ??= cause;
    for (const { failed } of [...waiting.values(), ...watchers.splice(0)]) failed(gone);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      fail(new Error(`the browser ended (${signal ?? code}): ${said.trim()}`));
      resolve();
    });
    child.once('error', (cause) => {
      fail(cause);
      if (child.pid === undefined) resolve();
    });
  });
  toBrowser.on('error', fail);
  fromBrowser.on('error', fail);
  readMessages(fromBrowser, (message) => {
    if (message.id !== undefined) {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) one?.failed(new Error(message.error.message));
      else one?.done(message.result ?? {});
      return;
    }
    const at = watchers.findIndex(({ event }) => event === message.method);
    if (at >= 0) watchers.splice(at, 1)[0]?.done();
  });

  let asked = 0;
  return {
    ask: (method, params = {}, sessionId) =>
      new Promise((done, failed) => {
        if (gone) return failed(gone);
        asked += 1;
        waiting.set(asked, { done, failed });
        toBrowser.write(`${JSON.stringify({ id: asked, method, params, sessionId })}\0`);
      }),
    next: (event) =>
      new Promise((done, failed) => {
        if (gone) failed(gone);
        else watchers.push({ event, done, failed });
      }),
    async end() {
      endProcess(child);
      await ended;
    },
  };
}

function endProcess(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}

/** Messages are JSON, each ended by a zero byte; they come in pieces of any size. */
function readMessages(stream: Readable, take: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  stream.on('data', (bytes: Buffer) => {
    let from = 0;
    for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, from)) {
      pieces.push(bytes.subarray(from, at));
      take(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Message);
      pieces = [];
      from = at + 1;
    }
    pieces.push(bytes.subarray(from));
  });
}
