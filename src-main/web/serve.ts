import { type App, createApp } from '#core/app.ts';
import { realWorld } from '#hosts/hosting/app-options.ts';
import type { DataFolder } from '#hosts/hosting/data-folder.ts';
import { logFileIn, logFilePorts } from '#hosts/hosting/log-file.ts';
import { pageFilesOf } from '#hosts/hosting/page-files.ts';
import { printPdf } from '#hosts/hosting/print-pdf.ts';
import { AppError } from '#shared/contract/errors.ts';
import { startWebHost, type WebHost } from './host.ts';

export type ServeOptions = {
  readonly folder: DataFolder;
  /** The built page, dist/renderer. */
  readonly pageDir: string;
  /** A register to open at once; made where `create` says so and it is not there. */
  readonly register?: { readonly path: string; readonly create: boolean } | null;
  readonly port?: number;
  readonly idleMs?: number;
};

export type Served = {
  readonly app: App;
  readonly host: WebHost;
  /** Stops the host, then closes the register with its closing backup. */
  close(): Promise<void>;
  /** Settles when host and register are closed, for whatever reason. */
  readonly closed: Promise<void>;
};

/** One core on the loopback host: what `npm start` without Electron and the command `serve` run. */
export async function serve(o: ServeOptions): Promise<Served> {
  const page = pageFilesOf(o.pageDir);
  const ports = { ...logFilePorts(logFileIn(o.folder.dataDir)), printPdf: (html: string) => printPdf(html) };
  const app = createApp({ host: 'web', ...realWorld(), ...o.folder, ports });
  if (o.register) await app.openPath(o.register.path, { create: o.register.create });
  let host: WebHost;
  try {
    host = await startWebHost({ app, page, port: o.port ?? 0, idleMs: o.idleMs });
  } catch (error) {
    await app.close();
    throw error;
  }
  const closed = host.stopped.then(() => app.close());
  return {
    app,
    host,
    closed,
    async close() {
      await host.close();
      await closed;
    },
  };
}

/**
 * Closes properly on Ctrl C, on an ending session and on a hang-up: the closing backup is made, the WAL folded
 * in. A second signal does not wait.
 */
export function closeOnSignal(served: Pick<Served, 'close'>, say: (sentence: string) => void): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    say('Closing the register.');
    void served.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** A port as typed; none, or an empty text, lets the system choose. Throws `wrong-use`. */
export function portOf(text: string | null | undefined): number {
  if (!text) return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new AppError('wrong-use', `“${text}” is no port. Give a number from 1 to 65535, or leave it out.`);
  }
  return port;
}
