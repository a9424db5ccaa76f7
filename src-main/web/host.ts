import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import type { App } from '#core/app.ts';
import { appRouter } from '#core/router.ts';
import { pageHeaders } from '#hosts/hosting/content-security.ts';
import type { PageFiles } from '#hosts/hosting/page-files.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rpcPath, tokenField } from '#shared/contract/hosts.ts';
import { viewHeader } from '#shared/contract/looking.ts';
import { judge, maxBodyBytes, type RequestFacts } from './guard.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { turnAway } from './unreadable.ts';

export type WebHostOptions = {
  readonly app: App;
  readonly page: PageFiles;
  /** 0, the default, lets the system choose a free one. */
  readonly port?: number;
  /** With no request and no open subscription for so long the host stops by itself. */
  readonly idleMs?: number;
  /** A request whose head and body have not arrived by then is cut off. */
  readonly slowRequestMs?: number;
  readonly clockMs?: () => number;
};

export type WebHost = {
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  readonly port: number;
  /** A link that opens the page: good once, for one minute. */
  newLink(): string;
  /** Stops listening and cuts every connection; the app stays as it is. */
  close(): Promise<void>;
  /** Settles when the host has stopped, by `close` or for being idle. */
  readonly stopped: Promise<void>;
};

const twelveHoursMs = 12 * 3_600_000;

/** Serves the page and the core's procedures on 127.0.0.1, to the one browser that was given the link. */
export async function startWebHost(o: WebHostOptions): Promise<WebHost> {
  const slowRequestMs = o.slowRequestMs ?? 60_000;
  const server = createServer({
    requestTimeout: slowRequestMs,
    headersTimeout: Math.min(10_000, slowRequestMs),
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: Math.min(5_000, Math.ceil(slowRequestMs / 4)),
    maxHeaderSize: 16 * 1024,
    requireHostHeader: true,
  });
  server.on('clientError', turnAway);
  server.maxConnections = 256;
  server.maxHeadersCount = 64;
  await listen(server, o.port ?? 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given to the host');
  const origin = `http://127.0.0.1:${address.port}`;

  const sessions = createSessions(address.port, o.clockMs);
  const answerRpc = createHTTPHandler({
    router: appRouter,
    createContext: ({ req }) => ({ app: o.app, view: viewOf(req) }),
    basePath: `${rpcPath}/`,
    allowMethodOverride: true,
    maxBodySize: maxBodyBytes,
  });
  const idle = stopWhenIdle(o.idleMs ?? twelveHoursMs, () => void close());

  server.on('request', (request, response) => {
    idle.busyUntil(response);
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    const verdict = judge(factsOf(request), origin);
    if ('refused' in verdict) return refuse(response, verdict.refused);
    if (verdict.door === 'session') return void openSession(request, response, sessions);
    if (verdict.door === 'page') return void sendPage(o.page, verdict.path, request, response);
    if (!sessions.admits(request.headers.cookie)) return refuse(response, 401);
    return void answerRpc(request, response);
  });

  const stopped = once(server, 'close').then(() => undefined);
  let closing = false;
  async function close(): Promise<void> {
    if (!closing) {
      closing = true;
      idle.end();
      server.close();
      server.closeAllConnections();
    }
    await stopped;
  }
  return {
    origin,
    port: address.port,
    newLink: () => `${origin}/#${tokenField}=${sessions.newToken()}`,
    close,
    stopped,
  };
}

/** Which snapshot the request looks at; null for the register. A header sent twice names none that there is. */
const viewOf = ({ headers }: IncomingMessage): string | null => {
  const named = headers[viewHeader];
  return named === undefined ? null : String(named);
};

async function listen(server: Server, port: number): Promise<void> {
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new AppError(
        'not-possible',
        `Port ${port} is taken by another program. Give another one, or none to have a free one chosen.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new AppError(
        'no-permission',
        `Port ${port} may not be used by this account. Give one above 1024.`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

function factsOf(request: IncomingMessage): RequestFacts {
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    headers.push([request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? '']);
  }
  return { method: request.method ?? '', target: request.url ?? '', headers };
}

/** A refusal tells nothing but its number, and the connection is not kept: an unread body is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  response.shouldKeepAlive = false;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

async function sendPage(
  page: PageFiles,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = page(path);
  if (!file) return refuse(response, 404);
  try {
    const bytes = await file.read();
    response.writeHead(200, { 'content-type': file.type, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } catch {
    // The page was rebuilt or removed since it was listed: gone is what it is.
    refuse(response, 404);
  }
}

async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: Sessions,
): Promise<void> {
  const token = tokenIn(await readSmall(request, 4_096));
  const session = token === null ? null : sessions.exchange(token);
  if (session === null) return refuse(response, 401);
  response
    .writeHead(204, { 'set-cookie': `${sessions.cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict` })
    .end();
}

function tokenIn(body: string | null): string | null {
  if (body === null) return null;
  try {
    const token = (JSON.parse(body) as Record<string, unknown> | null)?.[tokenField];
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

/** The body as text; null where it is longer than `limit` or breaks off. */
async function readSmall(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Runs `stop` once nothing was asked and no answer (nor subscription) was under way for `idleMs`. */
function stopWhenIdle(idleMs: number, stop: () => void) {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, idleMs).unref();
  };
  wait();
  return {
    busyUntil(response: ServerResponse): void {
      open += 1;
      clearTimeout(timer);
      response.once('close', () => {
        open -= 1;
        if (open === 0) wait();
      });
    },
    end: () => clearTimeout(timer),
  };
}
