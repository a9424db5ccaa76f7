import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxBodyBytes } from '#hosts/web/guard.ts';
import { startWebHost, type WebHost } from '#hosts/web/host.ts';
import { makeCore, makePage, type TestCore } from './fixtures.ts';
import { requestText, sendRaw } from './raw-http.ts';

let core: TestCore;
let host: WebHost;
let cookie: string;

beforeAll(async () => {
  core = makeCore();
  host = await startWebHost({ app: core.app, page: makePage(core.folder), slowRequestMs: 1_000 });
  cookie = await signIn(host.newLink());
});
afterAll(async () => {
  await host.close();
  await core.close();
});

const local = () => `127.0.0.1:${host.port}`;
const tokenOf = (link: string) => new URL(link).hash.slice('#token='.length);

/** The headers that the page itself would send. */
function own(more: Record<string, string | readonly string[] | null> = {}) {
  return {
    Host: local(),
    Connection: 'close',
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'empty',
    Cookie: cookie,
    ...more,
  };
}

function post(target: string, body: string, more: Record<string, string | readonly string[] | null> = {}) {
  return requestText({
    method: 'POST',
    target,
    body,
    headers: own({
      Origin: host.origin,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      ...more,
    }),
  });
}

const get = (target: string, more: Record<string, string | readonly string[] | null> = {}) =>
  requestText({ target, headers: own(more) });

async function signIn(link: string): Promise<string> {
  cookie = '';
  const answer = await sendRaw(
    host.port,
    post('/session', JSON.stringify({ token: tokenOf(link) }), { Cookie: null }),
  );
  expect(answer.status).toBe(204);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const query = '/rpc/jobs.cancel';
const mutation = () => JSON.stringify({ jobId: 'none' });

describe('the loopback host', () => {
  it('answers its own page: page, script, screen address and procedure', async () => {
    expect((await sendRaw(host.port, get('/', { 'Sec-Fetch-Site': 'none' }))).status).toBe(200);
    expect((await sendRaw(host.port, get('/main.js'))).headers.get('content-type')).toMatch(
      /^text\/javascript/,
    );
    expect((await sendRaw(host.port, get('/plans/one'))).body).toContain('Test page');
    const answered = await sendRaw(host.port, post(query, mutation()));
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.body)).toEqual({ result: { data: { stopped: false } } });
  });

  it('sends the strict policy with everything, and never a CORS header', async () => {
    for (const request of [
      get('/'),
      post(query, mutation()),
      get('/nothing.js'),
      get('/', { Host: 'evil' }),
    ]) {
      const { headers } = await sendRaw(host.port, request);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toContain('no-store');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('sets a cookie that scripts cannot read and other sites do not send, named by its port', async () => {
    const body = JSON.stringify({ token: tokenOf(host.newLink()) });
    const { headers } = await sendRaw(host.port, post('/session', body, { Cookie: null }));
    const set = headers.get('set-cookie') ?? '';
    expect(set).toMatch(new RegExp(`^plan-register-${host.port}=[A-Za-z0-9_-]{43}; `));
    expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
  });
});

/** Each is a request that must be turned away, and the only statuses that will do. */
type Hostile = readonly [what: string, statuses: readonly number[], bytes: () => string | Buffer];

const hostile: readonly Hostile[] = [
  // Names that were made to resolve here.
  ['another host name', [421], () => get('/', { Host: 'evil.example' })],
  ['localhost, which is another origin', [421], () => get('/', { Host: `localhost:${host.port}` })],
  ['the right address without a port', [421], () => get('/', { Host: '127.0.0.1' })],
  ['another port in the host', [421], () => get('/', { Host: `127.0.0.1:${host.port + 1}` })],
  ['a host with a user before it', [421], () => get('/', { Host: `evil@${local()}` })],
  ['a host with a dot after it', [421], () => get('/', { Host: `127.0.0.1.:${host.port}` })],
  ['the same address written as a number', [421], () => get('/', { Host: `2130706433:${host.port}` })],
  ['the IPv6 loopback', [421], () => get('/', { Host: `[::1]:${host.port}` })],
  ['a name that ends in ours', [421], () => get('/', { Host: `evil-${local()}` })],
  ['no host', [400, 421], () => get('/', { Host: null })],
  ['two hosts', [400], () => get('/', { Host: [local(), 'evil.example'] })],
  ['a procedure under another name', [421], () => post(query, mutation(), { Host: 'evil.example' })],
  // Pages of other sites in the officer's browser.
  ['a page of another site', [403], () => get('/', { 'Sec-Fetch-Site': 'cross-site' })],
  ['a page on another port', [403], () => get('/', { 'Sec-Fetch-Site': 'same-site' })],
  ['a frame', [403], () => get('/', { 'Sec-Fetch-Dest': 'iframe' })],
  ['an embedded object', [403], () => get('/', { 'Sec-Fetch-Dest': 'object' })],
  ['a call from another site', [403], () => post(query, mutation(), { 'Sec-Fetch-Site': 'cross-site' })],
  ['a call from another port', [403], () => post(query, mutation(), { 'Sec-Fetch-Site': 'same-site' })],
  [
    'a call typed into the address bar',
    [403],
    () => get('/rpc/register.state', { 'Sec-Fetch-Site': 'none' }),
  ],
  ['a call that does not say whence', [403], () => post(query, mutation(), { 'Sec-Fetch-Site': null })],
  ['a call of another origin', [403], () => post(query, mutation(), { Origin: 'https://evil.example' })],
  [
    'a call of the same address on another port',
    [403],
    () => post(query, mutation(), { Origin: 'http://127.0.0.1:1' }),
  ],
  ['a call of our origin over https', [403], () => post(query, mutation(), { Origin: `https://${local()}` })],
  ['a call of no origin (a sandboxed frame)', [403], () => post(query, mutation(), { Origin: 'null' })],
  ['a call without an origin', [403], () => post(query, mutation(), { Origin: null })],
  [
    'a call with two origins',
    [400],
    () => post(query, mutation(), { Origin: [host.origin, 'https://evil.example'] }),
  ],
  ['a query of another origin', [403], () => get('/rpc/register.state', { Origin: 'https://evil.example' })],
  [
    'a preflight',
    [405],
    () => requestText({ method: 'OPTIONS', target: query, headers: own({ Origin: host.origin }) }),
  ],
  // Forms and other simple requests.
  ['a form', [415], () => post(query, 'jobId=1', { 'Content-Type': 'application/x-www-form-urlencoded' })],
  [
    'a form of parts',
    [415],
    () => post(query, '--x--', { 'Content-Type': 'multipart/form-data; boundary=x' }),
  ],
  ['JSON as plain text', [415], () => post(query, mutation(), { 'Content-Type': 'text/plain' })],
  ['JSON of no type', [415], () => post(query, mutation(), { 'Content-Type': null })],
  [
    'JSON of a type that only begins like it',
    [415],
    () => post(query, mutation(), { 'Content-Type': 'application/json-patch+json' }),
  ],
  ['two types', [400], () => post(query, mutation(), { 'Content-Type': ['application/json', 'text/plain'] })],
  ['a compressed body', [415], () => post(query, mutation(), { 'Content-Encoding': 'gzip' })],
  // Other people on the same machine.
  ['a call without a cookie', [401], () => post(query, mutation(), { Cookie: null })],
  [
    'a call with a made-up cookie',
    [401],
    () => post(query, mutation(), { Cookie: `plan-register-${host.port}=${'A'.repeat(43)}` }),
  ],
  [
    'a call with an empty cookie',
    [401],
    () => post(query, mutation(), { Cookie: `plan-register-${host.port}=` }),
  ],
  [
    'a call with the cookie of another port',
    [401],
    () => post(query, mutation(), { Cookie: cookie.replace(String(host.port), '1') }),
  ],
  [
    'a call with ours and a second of the same name',
    [401],
    () => post(query, mutation(), { Cookie: `${cookie}; plan-register-${host.port}=x` }),
  ],
  ['a call with two cookie headers', [400], () => post(query, mutation(), { Cookie: [cookie, cookie] })],
  [
    'a subscription without a cookie',
    [401],
    () =>
      get('/rpc/jobs.watch?input=%7B%22jobId%22%3A%22x%22%7D', { Cookie: null, Accept: 'text/event-stream' }),
  ],
  ['a made-up token', [401], () => post('/session', JSON.stringify({ token: 'A'.repeat(43) }))],
  ['an empty token', [401], () => post('/session', JSON.stringify({ token: '' }))],
  ['a token that is no text', [401], () => post('/session', JSON.stringify({ token: { length: 43 } }))],
  ['a token in the address', [405], () => get(`/session?token=${tokenOf(host.newLink())}`)],
  ['a session that is no JSON', [401], () => post('/session', '{')],
  ['a session that is null', [401], () => post('/session', 'null')],
  [
    'a session of a megabyte',
    [401],
    () => post('/session', JSON.stringify({ token: 'x'.repeat(1_000_000) })),
  ],
  // Paths and methods.
  ['a way up', [400], () => get('/../secret.txt')],
  ['a way up, encoded', [400], () => get('/%2e%2e/secret.txt')],
  ['a way up, encoded twice', [400], () => get('/%252e%252e/secret.txt')],
  ['a way up with a backslash', [400], () => get('/..\\secret.txt')],
  ['a path with a null', [400], () => get('/main.js%00.html')],
  ['a double slash', [400], () => get('//evil.example/')],
  ['a drive letter', [400, 404], () => get('/C:/Windows/win.ini')],
  ['an address with a host in it', [400], () => get('http://evil.example/')],
  ['an address of ours with a host in it', [400], () => get(`${host.origin}/`)],
  ['a file that is not on the page', [404], () => get('/secret.txt')],
  ['an address of 10,000 characters', [414], () => get(`/${'a'.repeat(10_000)}`)],
  ['a PUT', [405], () => requestText({ method: 'PUT', target: '/', headers: own() })],
  ['a DELETE of a procedure', [405], () => requestText({ method: 'DELETE', target: query, headers: own() })],
  ['a TRACE', [400, 405], () => requestText({ method: 'TRACE', target: '/', headers: own() })],
  ['a POST to the page', [405], () => post('/', mutation())],
  [
    'a GET with a body',
    [400],
    () => requestText({ target: '/', headers: own({ 'Content-Length': '2' }), body: '{}' }),
  ],
  ['a mutation by GET', [405], () => get(`${query}?input=%7B%22jobId%22%3A%22x%22%7D`)],
  // Sizes and malformed requests.
  [
    'a body said to be too large',
    [413],
    () => post(query, '', { 'Content-Length': String(maxBodyBytes + 1) }),
  ],
  ['a length that is no number', [400], () => post(query, '', { 'Content-Length': '1e3' })],
  ['a negative length', [400], () => post(query, '', { 'Content-Length': '-1' })],
  ['two lengths', [400], () => post(query, '{}', { 'Content-Length': ['2', '3'] })],
  ['a length and chunks', [400], () => post(query, '0\r\n\r\n', { 'Transfer-Encoding': 'chunked' })],
  [
    'a body in chunks, which could grow without end',
    [411],
    () => post(query, '2\r\n{}\r\n0\r\n\r\n', { 'Content-Length': null, 'Transfer-Encoding': 'chunked' }),
  ],
  ['a body without a length', [411], () => post(query, '', { 'Content-Length': null })],
  ['headers of 100 kB', [431], () => get('/', { 'X-Long': 'x'.repeat(100_000) })],
  ['a header folded over two lines', [400], () => get('/', { 'X-Folded': 'a\r\n b' })],
  ['no HTTP at all', [400], () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n'],
  [
    'a WebSocket',
    [403, 405, 400, 401],
    () => get('/rpc', { Connection: 'Upgrade', Upgrade: 'websocket', Cookie: null }),
  ],
  ['a tunnel', [400, 405, 0], () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${local()}\r\n\r\n`],
];

describe('the guard of the loopback host', () => {
  it('is tried with at least sixty kinds of hostile request', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostile)('turns away %s', async (_what, statuses, bytes) => {
    const answer = await sendRaw(host.port, bytes());
    expect(statuses).toContain(answer.status);
    expect(answer.body).not.toContain('Test page');
    expect(answer.body).not.toContain('result');
    expect(answer.headers.get('set-cookie')).toBeUndefined();
  });

  it('takes a token once', async () => {
    const body = JSON.stringify({ token: tokenOf(host.newLink()) });
    expect((await sendRaw(host.port, post('/session', body))).status).toBe(204);
    expect((await sendRaw(host.port, post('/session', body))).status).toBe(401);
  });

  it('does not wait for a request that dribbles in', async () => {
    const started = performance.now();
    const answer = await sendRaw(host.port, post(query, '', { 'Content-Length': '1000' }), 10_000);
    expect([408, 400]).toContain(answer.status);
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  it('closes a connection that never asked anything without a word', async () => {
    const heard = await new Promise<string>((resolve, reject) => {
      let words = '';
      const socket = connect(host.port, '127.0.0.1');
      socket.on('data', (bytes) => {
        words += bytes.toString('latin1');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(words));
    });
    expect(heard).toBe('');
  });

  it('listens on 127.0.0.1 and no other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter((one) => (one.address !== '127.0.0.1' && one.scopeid !== undefined ? one.scopeid === 0 : true))
      .map((one) => one.address)
      .filter((address) => address !== '127.0.0.1');
    for (const address of [...others, '::1', '127.0.0.2']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port: host.port, host: address, timeout: 500 });
        socket.on('connect', () => resolve(true));
        for (const end of ['error', 'timeout'] as const) socket.on(end, () => resolve(false));
        socket.on('close', () => socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
  });
});
