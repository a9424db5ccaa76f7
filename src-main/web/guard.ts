import { rpcPath, sessionPath } from '#shared/contract/hosts.ts';

/**
 * Who may speak to the loopback host. Any page in any browser on this machine can send requests to
 * 127.0.0.1, other people may be signed in to the same machine, and a name can be made to resolve here (DNS
 * rebinding): so a request is let in only when everything about it says that it comes from our own page.
 */

/** What the verdict rests on. `headers` are the raw pairs, so that a header sent twice is seen. */
export type RequestFacts = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
};

/** Where a request that passed the first look goes. */
export type Door = 'page' | 'session' | 'rpc';
export type Verdict =
  | { readonly door: Door; readonly path: string }
  | { readonly refused: number; readonly why: string };

/** Base64 of the largest import (25 MB) with its JSON around it. */
export const maxBodyBytes = 45 * 1024 * 1024;
const maxTargetLength = 8_192;

const refuse = (refused: number, why: string): Verdict => ({ refused, why });

/** The first look: everything but the cookie. `origin` is "http://127.0.0.1:PORT". */
export function judge(facts: RequestFacts, origin: string): Verdict {
  const one = singleHeaders(facts.headers);
  if (!one) return refuse(400, 'a header that may stand once stands twice');

  if (`http://${one.get('host') ?? ''}` !== origin) return refuse(421, 'not addressed to this host');
  if (facts.target.length > maxTargetLength) return refuse(414, 'address too long');
  const path = plainPath(facts.target);
  if (path === null) return refuse(400, 'not a plain path');

  const door = doorOf(path);
  const methods = { page: ['GET', 'HEAD'], session: ['POST'], rpc: ['GET', 'POST'] }[door];
  if (!methods.includes(facts.method)) return refuse(405, 'method');

  const from = one.get('sec-fetch-site');
  if (door === 'page') {
    // A link typed, or opened by this program, comes from nowhere; the page's own parts come from itself.
    if (from !== undefined && from !== 'none' && from !== 'same-origin') return refuse(403, 'another site');
    if (['iframe', 'frame', 'object', 'embed'].includes(one.get('sec-fetch-dest') ?? '')) {
      return refuse(403, 'framed');
    }
  } else if (from !== 'same-origin') {
    return refuse(403, 'not from the page itself');
  }

  const claimed = one.get('origin');
  if (claimed !== undefined && claimed !== origin) return refuse(403, 'another origin');
  if (facts.method === 'POST') {
    if (claimed === undefined) return refuse(403, 'no origin');
    const body = judgeBody(one);
    if (body) return body;
  } else if (one.has('content-length') || one.has('transfer-encoding')) {
    return refuse(400, 'a body where none belongs');
  }
  return { door, path };
}

function judgeBody(one: ReadonlyMap<string, string>): Verdict | null {
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(one.get('content-type') ?? '')) {
    return refuse(415, 'not JSON');
  }
  if ((one.get('content-encoding') ?? 'identity') !== 'identity') return refuse(415, 'encoded body');
  // Browsers always say how much they send; a body in chunks could grow without end.
  const length = one.get('content-length');
  if (length === undefined || one.has('transfer-encoding')) return refuse(411, 'no length');
  if (!/^\d{1,12}$/.test(length)) return refuse(400, 'length');
  if (Number(length) > maxBodyBytes) return refuse(413, 'too large');
  return null;
}

/** Headers by lower-case name; null where one that the verdict rests on was sent more than once. */
function singleHeaders(headers: RequestFacts['headers']): ReadonlyMap<string, string> | null {
  const one = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (one.has(key) && decisive.has(key)) return null;
    one.set(key, value);
  }
  return one;
}
const decisive = new Set([
  'host',
  'origin',
  'cookie',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'sec-fetch-site',
  'sec-fetch-dest',
]);

/** The path of an origin-form target without its query; null for anything that is not plainly one. */
function plainPath(target: string): string | null {
  const path = target.split('?', 1)[0] ?? '';
  if (!/^\/[A-Za-z0-9._~,/-]*$/.test(path)) return null;
  if (path.includes('//') || path.split('/').some((part) => part === '.' || part === '..')) return null;
  return path;
}

function doorOf(path: string): Door {
  if (path === sessionPath) return 'session';
  if (path === rpcPath || path.startsWith(`${rpcPath}/`)) return 'rpc';
  return 'page';
}
