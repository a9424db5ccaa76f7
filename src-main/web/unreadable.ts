import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const statusOf: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/**
 * What becomes of a connection on which no request can be read: an answer that says so, as Node gives it, and the end.
 * A connection that never asked anything, as browsers open ahead of need, is closed without a word: a 408 on it
 * would be taken for the answer to what the browser asks at that very moment, and the officer told of a failure.
 */
export function turnAway(error: NodeJS.ErrnoException, socket: Duplex & { bytesRead?: number }): void {
  if (!socket.writable || socket.bytesRead === 0) {
    socket.destroy();
    return;
  }
  const status = statusOf[error.code ?? ''] ?? 400;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}
