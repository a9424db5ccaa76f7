import { connect } from 'node:net';

/** What came back over a bare socket. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Map<string, string>;
  readonly body: string;
};

/** Sends bytes exactly as given and reads until the host closes, so that no client library tidies them first. */
export function sendRaw(port: number, bytes: string | Buffer, patienceMs = 5_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const timer = setTimeout(
      () => socket.destroy(new Error('the host kept the connection open')),
      patienceMs,
    );
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error) => {
      // A host that cuts the line while bytes still arrive has answered all the same.
      if (chunks.length === 0) reject(error);
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(parse(Buffer.concat(chunks).toString('utf8')));
    });
    socket.write(bytes);
  });
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const cut = line.indexOf(':');
    headers.set(line.slice(0, cut).toLowerCase(), line.slice(cut + 1).trim());
  }
  const body = rest.join('\r\n\r\n');
  const whole = headers.get('transfer-encoding') === 'chunked' ? unchunked(body) : body;
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: whole };
}

function unchunked(body: string): string {
  let text = '';
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.slice(at, line), 16);
    if (line < 0 || !(size > 0)) return text;
    text += body.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
  }
}

/** A request's text. A header set to null is left out; one with several values is sent several times. */
export function requestText(o: {
  method?: string;
  target?: string;
  headers: Record<string, string | readonly string[] | null>;
  body?: string;
}): string {
  const lines = Object.entries(o.headers).flatMap(([name, value]) => {
    if (value === null) return [];
    return (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`);
  });
  return `${o.method ?? 'GET'} ${o.target ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${o.body ?? ''}`;
}
